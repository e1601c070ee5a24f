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
    guard !rawValue.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { throw .controlCharacter(rawValue) }
    self.rawValue = rawValue
  }

  public var description: String { rawValue }

  public static func < (a: StreamName, b: StreamName) -> Bool { a.rawValue < b.rawValue }
}

/// Why a text cannot name a stream.
public enum StreamNameError: Error, Hashable, Sendable {
  case empty
  case tooLong(bytes: Int)
  case controlCharacter(String)
}
