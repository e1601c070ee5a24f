/// What the elements of HTML are to a reader of its text.
enum PageElements {
  /// Their content is no markup.
  static let raw: Set<String> = [
    "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes",
  ]
  /// Raw ones in which character references count.
  static let decoded: Set<String> = ["title", "textarea"]

  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]

  /// A line of text does not run across their borders.
  static let blocks: Set<String> = [
    "address", "amp-accordion", "article", "aside", "blockquote", "body", "center", "dd", "details",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "head", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
  ]

  /// Blocks that a paragraph can stand in.
  private static let containers = blocks.subtracting(["p"])

  static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]

  /// A table's cells: a stray end tag inside one does not close what is around the table.
  static let cells: Set<String> = ["td", "th", "table"]

  /// Never part of an article's text.
  static let skipped: Set<String> = [
    "script", "style", "noscript", "template", "svg", "math", "nav", "footer", "aside", "form",
    "button", "select", "option", "iframe", "object", "audio", "video", "canvas", "figure",
    "figcaption", "dialog", "textarea", "head", "title", "noembed", "noframes", "amp-ad",
    "amp-sidebar", "amp-social-share", "amp-analytics", "amp-carousel",
  ]

  /// The words of a class or id in small letters: `relatedPosts box-2` has `related` and `posts`.
  static func words(_ name: String) -> Set<String> {
    var result: Set<String> = []
    var word = ""
    for character in name.unicodeScalars {
      if !character.properties.isAlphabetic || character.properties.isUppercase, !word.isEmpty {
        result.insert(word)
        word = ""
      }
      if character.properties.isAlphabetic { word += character.properties.lowercaseMapping }
    }
    if !word.isEmpty { result.insert(word) }
    return result
  }

  /// The open elements that a start tag of `name` ends, and where the search for them stops.
  static func closed(by name: String) -> (names: Set<String>, border: Set<String>) {
    switch name {
    case "li": (["li", "p"], ["ul", "ol"])
    case "dt", "dd": (["dt", "dd", "p"], ["dl"])
    case "td", "th": (["td", "th", "p"], ["table", "tr"])
    case "tr": (["tr", "td", "th", "p"], ["table"])
    case "option": (["option"], ["select"])
    case _ where blocks.contains(name): (["p"], containers)
    default: ([], [])
    }
  }
}
