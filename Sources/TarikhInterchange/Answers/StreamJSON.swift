internal import EDTF
public import TarikhModel
public import TarikhProjections

/// The shape of a stream: of an article, or of a desk, which has no title and no outlet.
public struct StreamJSON: Encodable, Hashable, Sendable {
  public var stream: String
  public var events: UInt64
  @ExplicitNull public var title: String?
  @ExplicitNull public var outlet: String?
  @ExplicitNull public var url: String?
  @ExplicitNull public var published: String?
  /// How the day of publication is known.
  @ExplicitNull public var publishedBasis: String?
  @ExplicitNull public var publishedReason: String?
  @ExplicitNull public var recorded: String?

  public init(_ article: ArticleEntry) {
    stream = article.stream.rawValue
    events = article.events
    _title = ExplicitNull(wrappedValue: article.title)
    _outlet = ExplicitNull(wrappedValue: article.outlet)
    _url = ExplicitNull(wrappedValue: article.url)
    _published = ExplicitNull(wrappedValue: article.publication?.date?.description)
    _publishedBasis = ExplicitNull(wrappedValue: article.publication?.basis.rawValue)
    _publishedReason = ExplicitNull(wrappedValue: article.publication?.reason)
    _recorded = ExplicitNull(wrappedValue: article.recorded.description)
  }

  /// A stream without an article.
  public init(name: StreamName, events: UInt64) {
    stream = name.rawValue
    self.events = events
    _title = ExplicitNull(wrappedValue: nil)
    _outlet = ExplicitNull(wrappedValue: nil)
    _url = ExplicitNull(wrappedValue: nil)
    _published = ExplicitNull(wrappedValue: nil)
    _publishedBasis = ExplicitNull(wrappedValue: nil)
    _publishedReason = ExplicitNull(wrappedValue: nil)
    _recorded = ExplicitNull(wrappedValue: nil)
  }
}
