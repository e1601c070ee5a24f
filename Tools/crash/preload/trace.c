/* Stands between a program and libc, for the files below one folder: writes down every call that
   changes them, in one order, and lets calls fail. Loaded with LD_PRELOAD; Linux only.

   TARIKH_CRASH_ROOT     the folder, as an absolute path without links
   TARIKH_CRASH_TRACE    where the calls are written down; nothing is, where it is not set
   TARIKH_CRASH_CONTROL  a file outside the folder: what is written to it is a mark in the trace,
                         or, where it begins with '!', an order:
                           !fault CLASSES NUMBER ERRNO HOW PATH   fail the NUMBERth such call
                           !heal                                  fail no more
                         CLASSES are letters of w (write), m (write that syncs), s (sync),
                         c (create), o (open for writing), n (rename, unlink);
                         In its place, the file gets a line "fired N": how often the last fault
                         let a call fail.
                         HOW is once, lasting, short (half is written) or applied (done, and yet
                         said to have failed; further ones fail undone);
                         PATH is how the file's path ends, - for any.

   Every call runs under one lock, so that the trace has the order in which they took effect. */

#include "trace.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;
struct descriptor descriptors[DESCRIPTORS];
static ino_t numbers[FILES]; /* by the file's number in the trace */
static int files = 1, trace = -1;
static char root[PATH_MAX], control[PATH_MAX];

static struct {
  char classes[16], how[16], path[256];
  int number, error, seen, active, fired;
} fault;

void fail(const char *reason) {
  fprintf(stderr, "crash preload: %s\n", reason);
  abort();
}

static int real_open(const char *path, int flags, mode_t mode) {
  ORIGINAL(int, "open", const char *, int, ...);
  return original(path, flags, mode);
}

static void start(void) {
  const char *folder = getenv("TARIKH_CRASH_ROOT"), *to = getenv("TARIKH_CRASH_TRACE");
  const char *orders = getenv("TARIKH_CRASH_CONTROL");
  if (!folder) return;
  snprintf(root, sizeof root, "%s", folder);
  if (orders) snprintf(control, sizeof control, "%s", orders);
  if (!to) return;
  trace = real_open(to, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (trace < 0) fail("the trace cannot be written");
}

void enter(void) {
  pthread_once(&once, start);
  pthread_mutex_lock(&lock);
}

void leave(void) {
  int kept = errno;
  pthread_mutex_unlock(&lock);
  errno = kept;
}

void note(enum kind kind, int file, const char *path, const char *other, uint64_t offset,
                 const struct iovec *bytes, int parts, uint64_t length, int synced, int error) {
  if (trace < 0) return;
  ORIGINAL(ssize_t, "writev", int, const struct iovec *, int);
  struct record record = {.kind = (uint8_t)kind, .synced = (uint8_t)synced,
                          .path = (uint16_t)(path ? strlen(path) : 0),
                          .other = (uint16_t)(other ? strlen(other) : 0), .file = file,
                          .error = error, .offset = offset, .length = length};
  struct iovec all[IOV_MAX];
  int count = 0;
  uint64_t left = length;
  all[count++] = (struct iovec){&record, sizeof record};
  if (record.path) all[count++] = (struct iovec){(void *)path, record.path};
  if (record.other) all[count++] = (struct iovec){(void *)other, record.other};
  for (int part = 0; part < parts && left > 0; part++) {
    size_t taken = bytes[part].iov_len < left ? bytes[part].iov_len : left;
    if (count == IOV_MAX) fail("a write of too many parts");
    all[count++] = (struct iovec){bytes[part].iov_base, taken};
    left -= taken;
  }
  ssize_t wanted = 0;
  for (int part = 0; part < count; part++) wanted += (ssize_t)all[part].iov_len;
  int kept = errno;
  if (original(trace, all, count) != wanted) fail("the trace cannot be written");
  errno = kept;
}

int refuse(char class, const char *path, int *applied) {
  *applied = 0;
  if (!fault.active || !strchr(fault.classes, class)) return 0;
  size_t all = strlen(path), end = strlen(fault.path);
  if (strcmp(fault.path, "-") != 0 && (end > all || strcmp(path + all - end, fault.path) != 0))
    return 0;
  if (++fault.seen < fault.number) return 0;
  int first = !fault.fired++;
  if (!first && strcmp(fault.how, "lasting") != 0 && strcmp(fault.how, "applied") != 0) return 0;
  *applied = first && strcmp(fault.how, "applied") == 0;
  return fault.error;
}

/* Whether the fault that has just fired lets half of a write through. */
int halves_writes(void) { return strcmp(fault.how, "short") == 0; }

int obey(const char *order, size_t length) {
  char line[512] = "";
  int fired = fault.fired;
  memcpy(line, order, length < sizeof line ? length : sizeof line - 1);
  memset(&fault, 0, sizeof fault);
  if (strncmp(line, "!heal", 5) == 0) return fired;
  if (sscanf(line, "!fault %15s %d %d %15s %255s", fault.classes, &fault.number, &fault.error,
             fault.how, fault.path) != 5)
    fail("an order that is none");
  fault.active = 1;
  return fired;
}

enum role place(int folder, const char *path, char *full) {
  pthread_once(&once, start);
  if (!root[0] || !path) return UNTRACED;
  if (path[0] == '/') {
    snprintf(full, PATH_MAX, "%s", path);
  } else {
    char base[PATH_MAX / 2] = "", link[64];
    snprintf(link, sizeof link, folder == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", folder);
    if (readlink(link, base, sizeof base - 1) < 0) return UNTRACED;
    snprintf(full, PATH_MAX, "%.*s/%.*s", PATH_MAX / 2, base, PATH_MAX / 2 - 2, path);
  }
  size_t length = strlen(full), end = strlen(root);
  while (length > 1 && full[length - 1] == '/') full[--length] = 0;
  if (control[0] && strcmp(full, control) == 0) return CONTROL;
  int below = strncmp(full, root, end) == 0 && (full[end] == '/' || full[end] == 0);
  return below ? FILE_OF_ROOT : UNTRACED;
}

struct descriptor *traced(int number) {
  struct stat status;
  if (number < 0 || number >= DESCRIPTORS || descriptors[number].role == UNTRACED) return NULL;
  if (fstat(number, &status) != 0 || status.st_ino != descriptors[number].number) return NULL;
  return &descriptors[number];
}

int numbered(ino_t number, int is_new) {
  for (int file = files - 1; file > 0 && !is_new; file--)
    if (numbers[file] == number) return file;
  if (files == FILES) fail("too many files");
  numbers[files] = number;
  return files++;
}
