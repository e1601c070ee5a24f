#if __has_include(<xxhash.h>)
#include <xxhash.h>
#else
#error "Tarikh needs xxHash. Install it: apt-get install -y libxxhash-dev (Debian, Ubuntu) or brew install xxhash (macOS)."
#endif
