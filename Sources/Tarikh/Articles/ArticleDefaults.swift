public import TarikhModel

/// What whoever ingests says of all articles of one run; it goes before what files say.
public struct ArticleDefaults: Hashable, Sendable {
  public var outlet: String?
  public var url: String?
  public var publication: Publication?

  public init(outlet: String? = nil, url: String? = nil, publication: Publication? = nil) {
    self.outlet = outlet
    self.url = url
    self.publication = publication
  }

  func applied(to article: ArticleInput) -> ArticleInput {
    var article = article
    article.outlet = outlet ?? article.outlet
    article.url = url ?? article.url
    article.publication = publication ?? article.publication
    return article
  }
}
