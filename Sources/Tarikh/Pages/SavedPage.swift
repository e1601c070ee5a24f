internal import Foundation
internal import TarikhModel

/// Reads the article out of a saved HTML page.
enum SavedPage {
  /// Whether data of an unknown name begins as a page does.
  static func looksLikeOne(_ data: Data) -> Bool {
    let head = String(decoding: data.prefix(256), as: UTF8.self).lowercased()
      .drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    return ["<!doctype html", "<html", "<head", "<?xml"].contains { head.hasPrefix($0) }
  }

  /// The main text, a paragraph a line, and what the page says of it.
  ///
  /// Menus, teasers, captions and contact details are left out. Evidence points into this text.
  static func article(_ data: Data, place: String) throws(ArticleError) -> ArticleInput {
    let tree = PageTree(try PageDecoding.bytes(data, place: place))
    let main = MainText(tree)
    let text = main.lines.joined(separator: "\n\n")
    guard !text.isEmpty else { throw .noMainText(place: place) }
    let metadata = PageMetadata(tree)
    return ArticleInput(
      text: text, title: metadata.title(heading: main.heading), outlet: metadata.outlet,
      url: metadata.url, language: metadata.language ?? "ar",
      publication: metadata.publication(article: main.article))
  }
}
