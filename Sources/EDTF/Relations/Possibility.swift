/// The answer to a question about days of which not all is known.
///
/// An expression stands for many possible courses of events. A thing is certain when it is so
/// in all of them, impossible when in none, and otherwise possible.
public enum Possibility: Int, Hashable, Sendable, Comparable, CaseIterable {
  case impossible, possible, certain

  /// The answer from what may be and what must be; what must be may be.
  init(may: Bool, must: Bool) {
    self = must ? .certain : may ? .possible : .impossible
  }

  /// Whether it is not impossible.
  public var isPossible: Bool { self != .impossible }

  /// Whether it is certain.
  public var isCertain: Bool { self == .certain }

  public static func < (a: Possibility, b: Possibility) -> Bool { a.rawValue < b.rawValue }
}
