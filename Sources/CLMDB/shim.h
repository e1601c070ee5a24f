#if __has_include(<lmdb.h>)
#include <lmdb.h>
#else
#error "Tarikh needs LMDB. Install it: apt-get install -y liblmdb-dev (Debian, Ubuntu) or brew install lmdb (macOS)."
#endif
