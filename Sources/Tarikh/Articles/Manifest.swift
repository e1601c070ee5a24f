internal import Foundation
internal import TarikhModel

/// A `manifest.json` beside article files: a list of what is known of each.
struct Manifest {
  /// One file of the folder.
  private struct Entry: Decodable {
    var file: String
    var published: String?
    var title: String?
    var outlet: String?
    var url: String?
    var language: String?
  }

  private let entries: [String: Entry]

  /// The manifest that says nothing.
  static let none = Manifest(entries: [:])

  private init(entries: [String: Entry]) { self.entries = entries }

  /// The manifest of `folder`; without entries where it has none.
  init(of folder: URL) throws(ArticleError) {
    let url = folder.appending(path: "manifest.json")
    guard FileManager.default.fileExists(atPath: url.path) else {
      entries = [:]
      return
    }
    do {
      let list = try JSONDecoder().decode([Entry].self, from: Data(contentsOf: url))
      try Manifest.checkKeys(of: try Data(contentsOf: url), path: url.path)
      entries = Dictionary(list.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
    } catch let error as ArticleError {
      throw error
    } catch {
      throw .manifest(
        path: url.path,
        reason: "it should be a JSON list of {\"file\", \"published\", …}: \(error)")
    }
  }

  /// Throws at a key that looks like a known one; others are left to whoever wrote them.
  private static func checkKeys(of data: Data, path: String) throws {
    let list = try JSONSerialization.jsonObject(with: data) as? [[String: Any]] ?? []
    let known = ["file", "published", "title", "outlet", "url", "language"]
    for key in Set(list.flatMap(\.keys)).sorted() {
      guard let meant = Misspelling.meant(by: key, known: known) else { continue }
      let start = data.range(of: Data("\"\(key)\"".utf8))?.lowerBound ?? data.startIndex
      let line = data[..<start].count { $0 == UInt8(ascii: "\n") } + 1
      throw ArticleError.manifest(
        path: "\(path):\(line)",
        reason: "the key \"\(key)\" is not read; meant is \"\(meant)\"? Read are "
          + known.joined(separator: ", "))
    }
  }

  /// The article with what the manifest says of `file`; front matter goes before it.
  func applied(to article: ArticleInput, file: URL) throws(ArticleError) -> ArticleInput {
    guard let entry = entries[file.lastPathComponent] else { return article }
    var article = article
    article.title = article.title ?? entry.title
    article.outlet = article.outlet ?? entry.outlet
    article.url = article.url ?? entry.url
    article.language = entry.language ?? article.language
    if article.publication == nil, let published = entry.published {
      article.publication = try PublicationText.read(
        published, basis: .metadata, place: "manifest.json, \(entry.file)")
    }
    return article
  }
}
