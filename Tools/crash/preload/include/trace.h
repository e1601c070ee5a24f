/* What the calls that stand in for libc's share: the trace, the faults, the open files. */
#ifndef TRACE_H
#define TRACE_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define ORIGINAL(result, name, ...)                                    \
  static result (*original)(__VA_ARGS__);                              \
  if (!original) original = (result(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

enum kind {
  CREATED = 1, OPENED, WRITTEN, CUT, SYNCED, RENAMED, UNLINKED, FOLDER_MADE, FOLDER_REMOVED,
  FOLDER_SYNCED, LINKED, MARKED, UNKNOWN
};

/* What stands before the paths and bytes of each call in the trace; little-endian. */
struct record {
  uint8_t kind;
  uint8_t synced; /* the write has reached the disk when it returns */
  uint16_t path, other;
  uint16_t unused;
  int32_t file;
  int32_t error;
  uint64_t offset, length;
};

enum role { UNTRACED, FILE_OF_ROOT, FOLDER_OF_ROOT, CONTROL };

struct descriptor {
  enum role role;
  int file, flags;
  ino_t number;
  char *path;
};

enum { DESCRIPTORS = 4096, FILES = 16384 };

extern struct descriptor descriptors[DESCRIPTORS];

void fail(const char *reason);
/* Every call runs between these two; `leave` keeps errno. */
void enter(void);
void leave(void);
/* Writes one call down, after it was made. */
void note(enum kind kind, int file, const char *path, const char *other, uint64_t offset,
          const struct iovec *bytes, int parts, uint64_t length, int synced, int error);
/* Whether the call is to fail; gives its errno, and in `applied` whether it is made all the same. */
int refuse(char class, const char *path, int *applied);
int halves_writes(void);
/* Follows an order; gives how many calls the fault before it has let fail. */
int obey(const char *order, size_t length);
/* The absolute path, and whether it lies below the folder or is the control file. */
enum role place(int folder, const char *path, char *full);
/* The traced descriptor behind `number`, if it is still the file that was opened. */
struct descriptor *traced(int number);
/* The number of a file in the trace. */
int numbered(ino_t number, int is_new);

#endif
