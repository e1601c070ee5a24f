public import TarikhModel

/// Events to be appended to one stream, with the texts that they need.
public struct StreamAppend: Hashable, Sendable {
  public var stream: StreamName
  public var events: [NewEvent]
  /// Texts of articles among the events that the log does not have yet.
  public var texts: [ArticleText]
  public var expected: ExpectedRevision

  public init(
    _ events: [NewEvent], texts: [ArticleText] = [], to stream: StreamName,
    expecting expected: ExpectedRevision
  ) {
    self.stream = stream
    self.events = events
    self.texts = texts
    self.expected = expected
  }
}
