internal import CNettle

extension Digest {
  /// The digest of the UTF-8 bytes of `text`.
  public static func sha256(of text: String) -> Digest {
    var text = text
    return text.withUTF8 { bytes in sha256 { $0.update(UnsafeRawBufferPointer(bytes)) } }
  }

  /// The digest of `bytes`.
  public static func sha256(of bytes: [UInt8]) -> Digest { sha256(of: bytes.span.bytes) }

  /// The digest of `bytes`, where they lie.
  public static func sha256(of bytes: RawSpan) -> Digest {
    sha256 { $0.update(bytes) }
  }

  /// The digest of whatever `feed` passes on, in order.
  static func sha256(feed: (inout SHA256Stream) -> Void) -> Digest {
    var stream = SHA256Stream()
    feed(&stream)
    return stream.finish()
  }
}

/// SHA-256 over pieces, so that a prefix byte needs no copy of what follows it.
///
/// By Nettle, whose state is a struct: the three hashes of an event are short, and a library that
/// allocates for each takes three times as long.
struct SHA256Stream {
  private var state = sha256_ctx()

  init() { nettle_sha256_init(&state) }

  mutating func update(_ bytes: RawSpan) { bytes.withUnsafeBytes { update($0) } }

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    // No bytes have no address.
    guard let start = bytes.baseAddress else { return }
    nettle_sha256_update(&state, bytes.count, start.assumingMemoryBound(to: UInt8.self))
  }

  mutating func update(_ byte: UInt8) {
    withUnsafeBytes(of: byte) { update($0) }
  }

  /// The digest of all that came so far; begins anew.
  mutating func finish() -> Digest {
    var bytes: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    withUnsafeMutableBytes(of: &bytes) { raw in
      raw.withMemoryRebound(to: UInt8.self) { digest in
        guard let start = digest.baseAddress else { return }
        cnettle_sha256_digest(&state, start)
      }
    }
    return Digest(
      words: (
        UInt64(bigEndian: bytes.0), UInt64(bigEndian: bytes.1), UInt64(bigEndian: bytes.2),
        UInt64(bigEndian: bytes.3)
      ))
  }
}
