public import TarikhModel

/// An article as it stands at a position of the log.
public struct ArticleEntry: Hashable, Sendable {
  public var stream: StreamName
  public var title: String?
  public var outlet: String?
  public var url: String?
  public var language: String
  /// With re-datings applied; `nil` where the article's first event was erased.
  public var publication: Publication?
  /// Events of the stream, the article's own included.
  public var events: UInt64
  /// When the article was recorded.
  public var recorded: RecordedTime

  public init(
    stream: StreamName, title: String?, outlet: String?, url: String?, language: String,
    publication: Publication?, events: UInt64, recorded: RecordedTime
  ) {
    self.stream = stream
    self.title = title
    self.outlet = outlet
    self.url = url
    self.language = language
    self.publication = publication
    self.events = events
    self.recorded = recorded
  }
}

/// The articles of a log.
public struct ArticlesAnswer: Hashable, Sendable {
  public var footing: AnswerFooting
  /// In the order in which they were recorded.
  public var entries: [ArticleEntry]

  public init(footing: AnswerFooting, entries: [ArticleEntry]) {
    self.footing = footing
    self.entries = entries
  }
}
