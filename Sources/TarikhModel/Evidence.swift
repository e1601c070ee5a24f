/// The sentence that says so: a stretch of the article's text with its words.
public struct Evidence: Hashable, Sendable {
  public var quote: String
  public var range: TextRange
  /// The word that names the event.
  public var trigger: TextRange?

  public init(quote: String, range: TextRange, trigger: TextRange?) {
    self.quote = quote
    self.range = range
    self.trigger = trigger
  }
}
