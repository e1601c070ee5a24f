public import TarikhModel

/// The shape of an article: what is known of it, and its text where the reader asked for it.
public struct ArticleJSON: Codable, Hashable, Sendable {
  @ExplicitNull public var title: String?
  @ExplicitNull public var outlet: String?
  @ExplicitNull public var url: String?
  public var language: String
  @ExplicitNull public var published: String?
  public var publishedBasis: String?
  public var publishedReason: String?
  public var sha256: String
  /// In Unicode scalars.
  public var length: Int
  /// The full text; left out where only the events are wanted.
  public var text: String?

  public init(_ article: Article, text: String?) {
    _title = ExplicitNull(wrappedValue: article.title)
    _outlet = ExplicitNull(wrappedValue: article.outlet)
    _url = ExplicitNull(wrappedValue: article.url)
    language = article.language
    let publication = PublicationJSON(article.publication)
    _published = ExplicitNull(wrappedValue: publication.published)
    publishedBasis = publication.publishedBasis
    publishedReason = publication.publishedReason
    sha256 = article.text.hexadecimal
    length = article.length
    self.text = text
  }

  public func value() throws(InterchangeError) -> Article {
    guard let digest = Digest(hexadecimal: sha256) else {
      throw .notAllowed(
        path: "article.sha256", found: "\"\(sha256)\"", allowed: "64 hexadecimal digits")
    }
    return Article(
      title: title, outlet: outlet, url: url, language: language, publication: try publication(),
      text: digest, length: length)
  }

  private func publication() throws(InterchangeError) -> Publication {
    var shape = PublicationJSON(Publication(date: nil, basis: .unknown, reason: publishedReason))
    shape.published = published
    shape.publishedBasis = publishedBasis
    return try shape.value()
  }
}
