public import TarikhModel

/// The full text of an article, kept apart from the events, by its digest.
public struct ArticleText: Hashable, Sendable {
  public var digest: Digest
  public var text: String

  public init(digest: Digest, text: String) {
    self.digest = digest
    self.text = text
  }
}
