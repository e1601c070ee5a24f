/// A SHA-256 digest (FIPS 180-4), 32 bytes.
public struct Digest: Hashable, Sendable {
  /// The 32 bytes as four big-endian words.
  public let words: (UInt64, UInt64, UInt64, UInt64)

  public init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

  public static func == (a: Digest, b: Digest) -> Bool { a.words == b.words }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
    hasher.combine(words.2)
    hasher.combine(words.3)
  }
}

extension Digest: LosslessStringConvertible {
  /// Reads `sha256:` and 64 hexadecimal digits, in either case.
  public init?(_ text: String) {
    guard text.hasPrefix(Digest.prefix) else { return nil }
    self.init(hexadecimal: text.dropFirst(Digest.prefix.count))
  }

  /// Reads exactly 64 hexadecimal digits, in either case.
  public init?(hexadecimal text: some StringProtocol) {
    guard let bytes = Hexadecimal.bytes(text) else { return nil }
    self.init(bytes: bytes)
  }

  /// The digest as `sha256:` and 64 lower-case hexadecimal digits.
  public var description: String { Digest.prefix + hexadecimal }

  /// The digest as 64 lower-case hexadecimal digits.
  public var hexadecimal: String { Hexadecimal.text(of: [words.0, words.1, words.2, words.3]) }

  private static let prefix = "sha256:"
}

extension Digest {
  /// The digest that these 32 bytes are, or `nil` where they are fewer or more.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Digest.byteCount else { return nil }
    var words: [UInt64] = [0, 0, 0, 0]
    for (place, byte) in bytes.enumerated() {
      words[place / 8] = words[place / 8] << 8 | UInt64(byte)
    }
    self.init(words: (words[0], words[1], words[2], words[3]))
  }

  /// The 32 bytes, in the order in which they are printed.
  public var bytes: [UInt8] {
    var writer = ByteWriter(capacity: Digest.byteCount)
    writer.append(self)
    return writer.bytes
  }

  /// The digest in these bytes from `offset` on; `nil` where they end before it does.
  package init?(in bytes: RawSpan, at offset: Int) {
    guard let digest = bytes.digest(at: offset) else { return nil }
    self = digest
  }

  /// How many bytes a digest has.
  public static let byteCount = 32
}
