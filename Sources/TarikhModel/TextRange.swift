/// A stretch of an article's stored text, in Unicode scalars, end exclusive.
public struct TextRange: Hashable, Sendable {
  public var start: Int
  public var end: Int

  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }
}
