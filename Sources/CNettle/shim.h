#if __has_include(<nettle/sha2.h>)
#include <nettle/sha2.h>
#include <nettle/version.h>
#else
#error "Tarikh needs Nettle. Install it: apt-get install -y nettle-dev (Debian, Ubuntu) or brew install nettle (macOS)."
#endif

#include <stdint.h>

/* Writes the 32 bytes of the digest. Nettle 4 no longer asks how many of them are wanted. */
static inline void cnettle_sha256_digest(struct sha256_ctx *context, uint8_t *digest) {
#if NETTLE_VERSION_MAJOR >= 4
  nettle_sha256_digest(context, digest);
#else
  nettle_sha256_digest(context, SHA256_DIGEST_SIZE, digest);
#endif
}
