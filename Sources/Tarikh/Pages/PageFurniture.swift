/// Tells menus, teasers and tools of a page from its article.
struct PageFurniture {
  private let tree: PageTree
  /// Scalars of text before each node: what lies below one is a difference.
  private let textBefore: [Int]

  init(_ tree: PageTree) {
    self.tree = tree
    var sum = 0
    textBefore =
      tree.nodes.map { node in
        defer { sum += node.isText && !node.isRaw ? node.text.unicodeScalars.count : 0 }
        return sum
      } + [sum]
  }

  /// Words of classes and ids that name furniture.
  private static let words: Set<String> = [
    "ad", "ads", "advert", "advertisement", "banner", "breadcrumb", "breadcrumbs", "byline",
    "caption", "comment", "comments", "cookie", "cookies", "copyright", "footer", "login", "menu",
    "modal", "nav", "navbar", "navigation", "newsletter", "pagination", "popular", "popup", "promo",
    "readalso", "readmore", "recommended", "recommendations", "related", "share", "sharing",
    "sidebar", "social", "sponsored", "subscribe", "tags", "taglist", "ticker", "toolbar",
    "trending", "weather", "widget",
  ]
  private static let roles: Set<String> = [
    "navigation", "complementary", "banner", "contentinfo", "search", "dialog", "menu",
  ]

  /// Whether the element and what lies below it are no part of an article.
  func contains(_ index: Int) -> Bool {
    let node = tree.nodes[index]
    if PageElements.skipped.contains(node.name) { return true }
    let attributes = node.attributes
    if isShownDate(index) { return true }
    guard !attributes.isEmpty, !["html", "body", "main", "article"].contains(node.name) else {
      return false
    }
    let isNamed =
      attributes["hidden"] != nil || attributes["aria-hidden"] == "true"
      || Self.roles.contains(attributes["role"] ?? "")
      || (attributes["style"]?.filter { $0 != " " }.contains("display:none") ?? false)
      || !Self.words.isDisjoint(with: PageElements.words(attributes["class"] ?? ""))
      || !Self.words.isDisjoint(with: PageElements.words(attributes["id"] ?? ""))
    // What holds half the page is its body, whatever it is called.
    return isNamed && (textBefore[node.end] - textBefore[index]) * 2 < textBefore[tree.nodes.count]
  }

  /// What names the place where a page shows its date.
  static let dateWords: Set<String> = [
    "date", "datetime", "pubdate", "published", "time", "timestamp",
  ]

  /// Whether the element is no more than the date line of the page.
  private func isShownDate(_ index: Int) -> Bool {
    let node = tree.nodes[index]
    let isNamed =
      node.name == "time" && tree.nodes[node.parent].name != "p"
      || !Self.dateWords.isDisjoint(with: PageElements.words(node.attributes["class"] ?? ""))
    return isNamed && textBefore[node.end] - textBefore[index] <= 60
  }
}
