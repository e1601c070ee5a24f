/// What is known of an article besides its text, which is stored by its digest.
public struct Article: Hashable, Sendable {
  public var title: String?
  public var outlet: String?
  public var url: String?
  /// BCP 47 language tag, `ar` for Arabic.
  public var language: String
  /// When it was published, and how that is known.
  public var publication: Publication
  /// Digest of the text's UTF-8 bytes.
  public var text: Digest
  /// Length of the text in Unicode scalars, the unit of evidence offsets.
  public var length: Int

  public init(
    title: String?, outlet: String?, url: String?, language: String, publication: Publication,
    text: Digest, length: Int
  ) {
    self.title = title
    self.outlet = outlet
    self.url = url
    self.language = language
    self.publication = publication
    self.text = text
    self.length = length
  }
}
