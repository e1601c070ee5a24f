/// Place of an event in the whole log: 1, 2, 3, … with no gaps on LMDB.
public struct Position: RawRepresentable, Hashable, Comparable, Sendable {
  public let rawValue: UInt64
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The head of an empty log: before the first event.
  public static let zero = Position(rawValue: 0)

  public static func < (a: Position, b: Position) -> Bool { a.rawValue < b.rawValue }
}

extension Position: LosslessStringConvertible {
  /// Reads a decimal number without sign.
  public init?(_ text: String) {
    guard let number = UInt64(text), !text.hasPrefix("+") else { return nil }
    self.init(rawValue: number)
  }

  public var description: String { String(rawValue) }
}

/// Place of an event in its stream: 0, 1, 2, … with no gaps.
public struct Revision: RawRepresentable, Hashable, Comparable, Sendable {
  public let rawValue: UInt64
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The first revision of every stream.
  public static let zero = Revision(rawValue: 0)

  public static func < (a: Revision, b: Revision) -> Bool { a.rawValue < b.rawValue }
}

extension Revision: LosslessStringConvertible {
  /// Reads a decimal number without sign.
  public init?(_ text: String) {
    guard let number = UInt64(text), !text.hasPrefix("+") else { return nil }
    self.init(rawValue: number)
  }

  public var description: String { String(rawValue) }
}
