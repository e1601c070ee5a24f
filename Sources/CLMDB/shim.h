#if __has_include(<lmdb.h>)
#include <lmdb.h>
#else
#error "Tarikh needs LMDB. Install it: apt-get install -y liblmdb-dev (Debian, Ubuntu) or brew install lmdb (macOS)."
#endif

#include <errno.h>
#include <stdint.h>
#include <sys/stat.h>

/* Which file it is and how long. In C, because Swift attributes the members of `struct stat` to
   whichever module happened to include <sys/stat.h> first. */
typedef struct clmdb_file {
  uint64_t device;
  uint64_t number;
  uint64_t size;
} clmdb_file;

static inline int clmdb_fill(int result, const struct stat *status, clmdb_file *file) {
  if (result != 0) return errno;
  file->device = (uint64_t)status->st_dev;
  file->number = (uint64_t)status->st_ino;
  file->size = (uint64_t)status->st_size;
  return 0;
}

/* Both give 0 or an errno value. */
static inline int clmdb_file_at(const char *path, clmdb_file *file) {
  struct stat status;
  return clmdb_fill(stat(path, &status), &status, file);
}

static inline int clmdb_file_of(int descriptor, clmdb_file *file) {
  struct stat status;
  return clmdb_fill(fstat(descriptor, &status), &status, file);
}
