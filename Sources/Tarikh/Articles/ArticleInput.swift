public import TarikhModel

/// An article as it comes in: its text and what its bearer knows of it.
public struct ArticleInput: Hashable, Sendable {
  /// The text that evidence will point into: without front matter and byte order mark,
  /// otherwise as it came.
  public var text: String
  public var title: String?
  public var outlet: String?
  public var url: String?
  /// BCP 47 language tag.
  public var language: String
  /// When it was published; `nil` lets the extractor infer it from the text.
  public var publication: Publication?

  public init(
    text: String, title: String? = nil, outlet: String? = nil, url: String? = nil,
    language: String = "ar", publication: Publication? = nil
  ) {
    self.text = text
    self.title = title
    self.outlet = outlet
    self.url = url
    self.language = language
    self.publication = publication
  }
}
