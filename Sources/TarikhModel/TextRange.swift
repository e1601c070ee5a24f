/// A stretch of an article's stored text, in Unicode scalars, end exclusive.
public struct TextRange: Hashable, Sendable {
  /// The first scalar, counted from 0.
  public var start: Int
  /// The scalar after the last; not less than `start` in what is recorded.
  public var end: Int

  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }
}
