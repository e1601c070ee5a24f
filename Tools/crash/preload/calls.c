/* The calls that stand in for libc's; see trace.c. */

#include "trace.h"

static void note_name(enum kind kind, const char *path, const char *other, int result) {
  note(kind, 0, path, other, 0, NULL, 0, 0, 0, result == 0 ? 0 : errno);
}

static int open_traced(int folder, const char *path, int flags, mode_t mode) {
  ORIGINAL(int, "openat", int, const char *, int, ...);
  char full[PATH_MAX];
  enum role role = place(folder, path, full);
  struct stat status;
  enter();
  int applied, error = 0, is_new = lstat(full, &status) != 0 && (flags & O_CREAT);
  if (role == FILE_OF_ROOT) {
    if (is_new) error = refuse('c', full, &applied);
    if (!error && (flags & O_ACCMODE) != O_RDONLY) error = refuse('o', full, &applied);
  }
  int descriptor = error ? -1 : original(folder, path, flags, mode);
  if (error) errno = error;
  if (descriptor >= DESCRIPTORS) fail("too many descriptors");
  if (descriptor >= 0) {
    struct descriptor *entry = &descriptors[descriptor];
    free(entry->path);
    *entry = (struct descriptor){.role = UNTRACED};
    if (role != UNTRACED && fstat(descriptor, &status) == 0) {
      int is_folder = S_ISDIR(status.st_mode);
      *entry = (struct descriptor){.role = is_folder ? FOLDER_OF_ROOT : role, .flags = flags,
                                   .number = status.st_ino, .path = strdup(full)};
      if (!is_folder && role == FILE_OF_ROOT) {
        entry->file = numbered(status.st_ino, is_new);
        note(is_new ? CREATED : OPENED, entry->file, full, NULL, 0, NULL, 0, 0, 0, 0);
        if (flags & O_TRUNC) note(CUT, entry->file, full, NULL, 0, NULL, 0, 0, 0, 0);
      }
    }
  }
  leave();
  return descriptor;
}

#define MODE                                  \
  mode_t mode = 0;                            \
  if (flags & (O_CREAT | __O_TMPFILE)) {      \
    va_list list;                             \
    va_start(list, flags);                    \
    mode = va_arg(list, mode_t);              \
    va_end(list);                             \
  }

int open(const char *path, int flags, ...) { MODE return open_traced(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) {
  MODE return open_traced(AT_FDCWD, path, flags, mode);
}
int openat(int folder, const char *path, int flags, ...) {
  MODE return open_traced(folder, path, flags, mode);
}
int openat64(int folder, const char *path, int flags, ...) {
  MODE return open_traced(folder, path, flags, mode);
}
int creat(const char *path, mode_t mode) {
  return open_traced(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}

/* The names are made here, since libc's own would open the file behind our back. */
int mkostemps(char *path, int suffix, int flags) {
  static unsigned counter;
  char *end = path + strlen(path) - suffix - 6;
  for (int attempt = 0; attempt < 1000; attempt++) {
    char name[16];
    snprintf(name, sizeof name, "%06x", ((unsigned)getpid() * 7919u + counter++) & 0xFFFFFFu);
    memcpy(end, name, 6);
    int descriptor = open_traced(AT_FDCWD, path, flags | O_CREAT | O_EXCL | O_RDWR, 0600);
    if (descriptor >= 0 || errno != EEXIST) return descriptor;
  }
  return -1;
}
int mkostemp(char *path, int flags) { return mkostemps(path, 0, flags); }
int mkstemps(char *path, int suffix) { return mkostemps(path, suffix, 0); }
int mkstemp(char *path) { return mkostemps(path, 0, 0); }

/* `offset` is negative for a write where the descriptor stands. */
static ssize_t real_write(int descriptor, const struct iovec *bytes, int parts, off_t offset) {
  ORIGINAL(ssize_t, "writev", int, const struct iovec *, int);
  static ssize_t (*positioned)(int, const struct iovec *, int, off_t);
  if (!positioned)
    positioned = (ssize_t(*)(int, const struct iovec *, int, off_t))dlsym(RTLD_NEXT, "pwritev");
  return offset < 0 ? original(descriptor, bytes, parts)
                    : positioned(descriptor, bytes, parts, offset);
}

static ssize_t write_traced(int descriptor, const struct iovec *bytes, int parts, off_t offset) {
  enter();
  struct descriptor *entry = traced(descriptor);
  if (!entry) {
    leave();
    return real_write(descriptor, bytes, parts, offset);
  }
  if (entry->role == CONTROL) {
    const char *text = bytes[0].iov_base;
    struct iovec line = bytes[0];
    char answer[32];
    if (line.iov_len && text[0] == '!') {
      snprintf(answer, sizeof answer, "fired %d\n", obey(text, line.iov_len));
      line = (struct iovec){answer, strlen(answer)};
    } else {
      note(MARKED, 0, NULL, NULL, 0, bytes, parts, line.iov_len, 0, 0);
    }
    ssize_t written = real_write(descriptor, &line, 1, offset);
    leave();
    return written < 0 ? written : (ssize_t)bytes[0].iov_len;
  }
  struct stat status;
  off_t at = offset;
  if (entry->flags & O_APPEND) at = fstat(descriptor, &status) == 0 ? status.st_size : 0;
  else if (offset < 0) at = lseek(descriptor, 0, SEEK_CUR);
  int synced = (entry->flags & O_DSYNC) != 0, applied;
  int error = refuse(synced ? 'm' : 'w', entry->path, &applied);
  ssize_t written = -1;
  if (error && halves_writes()) {
    struct iovec half = {bytes[0].iov_base, (bytes[0].iov_len + 1) / 2};
    written = real_write(descriptor, &half, 1, offset);
  } else if (!error || applied) {
    written = real_write(descriptor, bytes, parts, offset);
  }
  if (written > 0)
    note(WRITTEN, entry->file, NULL, NULL, (uint64_t)at, bytes, parts, (uint64_t)written,
         synced && !error, synced && error ? error : 0);
  if (error && (written < 0 || applied)) {
    written = -1;
    errno = error;
  }
  leave();
  return written;
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  return write_traced(descriptor, &(struct iovec){(void *)bytes, count}, 1, -1);
}
ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
  return write_traced(descriptor, &(struct iovec){(void *)bytes, count}, 1, offset);
}
ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset) {
  return write_traced(descriptor, &(struct iovec){(void *)bytes, count}, 1, offset);
}
ssize_t writev(int descriptor, const struct iovec *bytes, int parts) {
  return write_traced(descriptor, bytes, parts, -1);
}
ssize_t pwritev(int descriptor, const struct iovec *bytes, int parts, off_t offset) {
  return write_traced(descriptor, bytes, parts, offset);
}
ssize_t pwritev64(int descriptor, const struct iovec *bytes, int parts, off64_t offset) {
  return write_traced(descriptor, bytes, parts, offset);
}

int ftruncate(int descriptor, off_t size) {
  ORIGINAL(int, "ftruncate", int, off_t);
  enter();
  struct descriptor *entry = traced(descriptor);
  struct stat status;
  int applied, error = 0;
  if (entry && fstat(descriptor, &status) == 0 && status.st_size < size)
    error = refuse('w', entry->path, &applied);
  int result = error ? -1 : original(descriptor, size);
  if (error) errno = error;
  if (entry && result == 0)
    note(CUT, entry->file, NULL, NULL, (uint64_t)size, NULL, 0, 0, 0, 0);
  leave();
  return result;
}
int ftruncate64(int descriptor, off64_t size) { return ftruncate(descriptor, size); }

static int sync_traced(int descriptor, int (*original)(int)) {
  enter();
  struct descriptor *entry = traced(descriptor);
  int applied = 0, error = entry ? refuse('s', entry->path, &applied) : 0;
  int result = error ? -1 : original(descriptor);
  if (error) errno = error;
  if (entry)
    note(entry->role == FOLDER_OF_ROOT ? FOLDER_SYNCED : SYNCED, entry->file, entry->path, NULL, 0,
         NULL, 0, 0, 0, result == 0 ? 0 : errno);
  leave();
  return result;
}
int fsync(int descriptor) {
  ORIGINAL(int, "fsync", int);
  return sync_traced(descriptor, original);
}
int fdatasync(int descriptor) {
  ORIGINAL(int, "fdatasync", int);
  return sync_traced(descriptor, original);
}

/* A map that is written to would change files behind our back; LMDB's lock file is no data. */
void *mmap(void *address, size_t length, int protection, int flags, int descriptor, off_t offset) {
  ORIGINAL(void *, "mmap", void *, size_t, int, int, int, off_t);
  if (descriptor >= 0 && (flags & MAP_SHARED) && (protection & PROT_WRITE)) {
    enter();
    struct descriptor *entry = traced(descriptor);
    const char *name = entry ? strrchr(entry->path, '/') : NULL;
    if (name && strcmp(name, "/lock.mdb") != 0) note_name(UNKNOWN, entry->path, "mmap", 0);
    leave();
  }
  return original(address, length, protection, flags, descriptor, offset);
}

int close(int descriptor) {
  ORIGINAL(int, "close", int);
  enter();
  if (descriptor >= 0 && descriptor < DESCRIPTORS) descriptors[descriptor].role = UNTRACED;
  int result = original(descriptor);
  leave();
  return result;
}

static int copied(int from, int to) {
  enter();
  struct descriptor *entry = traced(from);
  if (to >= DESCRIPTORS) fail("too many descriptors");
  if (to >= 0 && to != from) {
    free(descriptors[to].path);
    descriptors[to] = entry ? *entry : (struct descriptor){.role = UNTRACED};
    if (entry) descriptors[to].path = strdup(entry->path);
  }
  leave();
  return to;
}
int dup(int from) {
  ORIGINAL(int, "dup", int);
  return copied(from, original(from));
}
int dup2(int from, int to) {
  ORIGINAL(int, "dup2", int, int);
  return copied(from, original(from, to));
}
int dup3(int from, int to, int flags) {
  ORIGINAL(int, "dup3", int, int, int);
  return copied(from, original(from, to, flags));
}

/* Runs `call`, which changes names, unless it is to fail, and writes it down. */
#define NAMING(class, kind, from_folder, from, to_folder, to, call)                        \
  char old_path[PATH_MAX], new_path[PATH_MAX] = "";                                         \
  enum role role = place(from_folder, from, old_path);                                      \
  const char *target = to;                                                                  \
  if (target && place(to_folder, target, new_path) != UNTRACED && role == UNTRACED)         \
    role = FILE_OF_ROOT;                                                                    \
  enter();                                                                                  \
  int applied, error = role == UNTRACED ? 0 : refuse(class, old_path, &applied);            \
  int result = error ? -1 : (call);                                                         \
  if (error) errno = error;                                                                 \
  if (role != UNTRACED && result == 0) note_name(kind, old_path, target ? new_path : NULL, 0); \
  leave();                                                                                  \
  return result

int rename(const char *from, const char *to) {
  ORIGINAL(int, "rename", const char *, const char *);
  NAMING('n', RENAMED, AT_FDCWD, from, AT_FDCWD, to, original(from, to));
}
int renameat(int from_folder, const char *from, int to_folder, const char *to) {
  ORIGINAL(int, "renameat", int, const char *, int, const char *);
  NAMING('n', RENAMED, from_folder, from, to_folder, to,
         original(from_folder, from, to_folder, to));
}
int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
  ORIGINAL(int, "renameat2", int, const char *, int, const char *, unsigned);
  NAMING('n', flags & 2 /* exchange */ ? UNKNOWN : RENAMED, from_folder, from, to_folder, to,
         original(from_folder, from, to_folder, to, flags));
}
int unlink(const char *path) {
  ORIGINAL(int, "unlink", const char *);
  NAMING('n', UNLINKED, AT_FDCWD, path, 0, NULL, original(path));
}
int unlinkat(int folder, const char *path, int flags) {
  ORIGINAL(int, "unlinkat", int, const char *, int);
  NAMING('n', flags & AT_REMOVEDIR ? FOLDER_REMOVED : UNLINKED, folder, path, 0, NULL,
         original(folder, path, flags));
}
int rmdir(const char *path) {
  ORIGINAL(int, "rmdir", const char *);
  NAMING('n', FOLDER_REMOVED, AT_FDCWD, path, 0, NULL, original(path));
}
int remove(const char *path) {
  struct stat status;
  return lstat(path, &status) == 0 && S_ISDIR(status.st_mode) ? rmdir(path) : unlink(path);
}
int mkdir(const char *path, mode_t mode) {
  ORIGINAL(int, "mkdir", const char *, mode_t);
  NAMING('c', FOLDER_MADE, AT_FDCWD, path, 0, NULL, original(path, mode));
}
int mkdirat(int folder, const char *path, mode_t mode) {
  ORIGINAL(int, "mkdirat", int, const char *, mode_t);
  NAMING('c', FOLDER_MADE, folder, path, 0, NULL, original(folder, path, mode));
}
int link(const char *from, const char *to) {
  ORIGINAL(int, "link", const char *, const char *);
  NAMING('c', LINKED, AT_FDCWD, from, AT_FDCWD, to, original(from, to));
}
