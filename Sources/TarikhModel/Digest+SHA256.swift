internal import Crypto

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
    return stream.digest
  }
}

/// SHA-256 over pieces, so that a prefix byte needs no copy of what follows it.
struct SHA256Stream {
  private var state = SHA256()

  mutating func update(_ bytes: RawSpan) {
    bytes.withUnsafeBytes { state.update(bufferPointer: $0) }
  }

  mutating func update(_ bytes: UnsafeRawBufferPointer) { state.update(bufferPointer: bytes) }

  mutating func update(_ byte: UInt8) {
    withUnsafeBytes(of: byte) { state.update(bufferPointer: $0) }
  }

  /// The digest of all that came so far.
  var digest: Digest {
    state.finalize().withUnsafeBytes { raw in
      func word(_ place: Int) -> UInt64 {
        UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 8 * place, as: UInt64.self))
      }
      return Digest(words: (word(0), word(1), word(2), word(3)))
    }
  }
}
