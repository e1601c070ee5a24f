/// The sentence that says so: a stretch of the article's text with its words.
public struct Evidence: Hashable, Sendable {
  /// The words of the sentence, as they stand in the text.
  public var quote: String
  /// Where the sentence stands in the stored text.
  public var range: TextRange
  /// The word that names the event.
  public var trigger: TextRange?

  public init(quote: String, range: TextRange, trigger: TextRange?) {
    self.quote = quote
    self.range = range
    self.trigger = trigger
  }
}
