/// The name of a stream: `article/…`, `desk/…`, or any other text of 1 to 400 UTF-8 bytes
/// without control characters.
public struct StreamName: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let rawValue: String

  /// The longest name, in UTF-8 bytes: names are keys, and LMDB's keys end at 511 bytes.
  public static let byteLimit = 400

  public init(_ rawValue: String) throws(StreamNameError) {
    let count = rawValue.utf8.count
    guard count > 0 else { throw .empty }
    guard count <= StreamName.byteLimit else { throw .tooLong(bytes: count) }
    guard !rawValue.unicodeScalars.contains(where: StreamName.isControl) else {
      throw .controlCharacter(rawValue)
    }
    self.rawValue = rawValue
  }

  /// Whether `scalar` is of Unicode's category Cc, which never changes; asking the Unicode tables
  /// would take a third of the time of reading an event.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  private init(known rawValue: String) { self.rawValue = rawValue }

  /// The stream of the article whose text has this digest: `article/` and 16 digits of it.
  public static func article(for text: Digest) -> StreamName {
    StreamName(known: "article/" + text.hexadecimal.prefix(16))
  }

  /// The stream of manual entries where no other desk is named: `desk/main`.
  public static let desk = StreamName(known: "desk/main")

  public var description: String { rawValue }

  public static func < (a: StreamName, b: StreamName) -> Bool { a.rawValue < b.rawValue }
}

/// Why a text cannot name a stream.
public enum StreamNameError: Error, Hashable, Sendable {
  case empty
  case tooLong(bytes: Int)
  case controlCharacter(String)
}
