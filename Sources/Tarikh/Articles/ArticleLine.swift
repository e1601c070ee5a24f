internal import Foundation
internal import TarikhModel

/// A line of an NDJSON corpus: `{"id","title","outlet","published","url","text"}`.
///
/// An article is known by its text: the `id`, like other keys, is left to whoever wrote it.
struct ArticleLine: Decodable {
  var title: String?
  var outlet: String?
  var published: String?
  var url: String?
  var language: String?
  var text: String
  /// The known key that another one was mostly meant to be.
  var misspelt: (key: String, meant: String)?

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case title, outlet, published, url, language, text
  }

  /// Any key, to see which ones there are.
  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: Name.self).allKeys.map(\.stringValue)
    let known = CodingKeys.allCases.map(\.rawValue)
    for key in keys.sorted() where misspelt == nil {
      misspelt = Misspelling.meant(by: key, known: known).map { (key, $0) }
    }
    let container = try decoder.container(keyedBy: CodingKeys.self)
    title = try container.decodeIfPresent(String.self, forKey: .title)
    outlet = try container.decodeIfPresent(String.self, forKey: .outlet)
    published = try container.decodeIfPresent(String.self, forKey: .published)
    url = try container.decodeIfPresent(String.self, forKey: .url)
    language = try container.decodeIfPresent(String.self, forKey: .language)
    text = try container.decode(String.self, forKey: .text)
  }

  /// The article of `line`, or why there is none.
  static func article(_ line: Data, place: String) throws(ArticleError) -> ArticleInput {
    guard String(validating: line, as: UTF8.self) != nil else {
      throw .line(place: place, reason: "is not UTF-8; convert the file, for example with iconv")
    }
    let read: ArticleLine
    do {
      read = try JSONDecoder().decode(ArticleLine.self, from: line)
    } catch {
      throw .line(
        place: place,
        reason: "is not an article: one JSON object a line with at least \"text\" is expected")
    }
    if let (key, meant) = read.misspelt {
      throw .line(place: place, reason: "the key \"\(key)\" is not read; meant is \"\(meant)\"?")
    }
    guard read.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw .empty(place: place)
    }
    guard read.text.utf8.count <= TextDecoding.byteLimit else {
      throw .tooLarge(
        place: place, bytes: read.text.utf8.count, limit: TextDecoding.byteLimit)
    }
    var publication: Publication?
    if let published = read.published, !published.isEmpty {
      publication = try PublicationText.read(published, basis: .metadata, place: place)
    }
    return ArticleInput(
      text: read.text, title: read.title, outlet: read.outlet, url: read.url,
      language: read.language ?? "ar", publication: publication)
  }
}
