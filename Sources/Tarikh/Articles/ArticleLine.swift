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
