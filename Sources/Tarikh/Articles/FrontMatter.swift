internal import Foundation
internal import TarikhModel
internal import Yams

/// The YAML head between two `---` lines that a text may begin with.
enum FrontMatter {
  /// What a head may say; other keys are left to whoever wrote them.
  private struct Head: Decodable {
    var title: String?
    var outlet: String?
    var url: String?
    var language: String?
  }

  /// The article in `text`, its head taken off where there is one.
  static func article(in text: String, place: String) throws(ArticleError) -> ArticleInput {
    guard let (yaml, body) = split(text) else { return ArticleInput(text: text) }
    guard body.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw .empty(place: place)
    }
    do {
      let mapping = try Yams.compose(yaml: yaml)?.mapping
      try checkKeys(of: mapping, place: place)
      let published = mapping?["published"]?.scalar?.string
      let head = try YAMLDecoder().decode(Head.self, from: yaml.isEmpty ? "{}" : yaml)
      return ArticleInput(
        text: body, title: head.title, outlet: head.outlet, url: head.url,
        language: head.language ?? "ar",
        publication: try published.map { text throws(ArticleError) in
          try PublicationText.read(text, basis: .metadata, place: place)
        })
    } catch let error as ArticleError {
      throw error
    } catch let error as YamlError {
      throw .frontMatter(place: place, reason: reason(for: error))
    } catch {
      throw .frontMatter(place: place, reason: "title, outlet, url and language are plain texts")
    }
  }

  /// Throws at a key that looks like a known one; others are left to whoever wrote them.
  private static func checkKeys(of head: Node.Mapping?, place: String) throws(ArticleError) {
    let known = ["title", "outlet", "url", "language", "published"]
    for node in head?.keys.map(\.self) ?? [] {
      guard let key = node.scalar?.string, let meant = Misspelling.meant(by: key, known: known)
      else { continue }
      // The first line of the file is the opening `---`.
      let line = node.mark.map { "at line \($0.line + 1), " } ?? ""
      throw .frontMatter(
        place: place, reason: "\(line)the key \"\(key)\" is not read; meant is \"\(meant)\"?")
    }
  }

  /// The parser's own words, with the line, and what usually helps.
  private static func reason(for error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      // The first line of the file is the opening `---`.
      "\(problem.trimmingCharacters(in: .whitespaces)), at line \(mark.line + 1); "
        + "a title with a colon needs quotes"
    default: "not YAML"
    }
  }

  /// The head and the rest; `nil` where the text does not begin with a closed head.
  private static func split(_ text: String) -> (yaml: String, body: String)? {
    let lines = text.split(
      maxSplits: 200, omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.first == "---",
      let end = lines.dropFirst().prefix(199).firstIndex(of: "---")
    else { return nil }
    let yaml = lines[1..<end].joined(separator: "\n")
    guard end + 1 < lines.count else { return (yaml, "") }
    let body = text[lines[end + 1].startIndex...]
    return (yaml, String(body.drop(while: \.isNewline)))
  }
}
