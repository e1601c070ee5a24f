internal import Foundation
internal import TarikhModel

/// What a saved page says of its article outside the running text.
struct PageMetadata {
  let tree: PageTree
  private let linked: LinkedArticle?
  /// The contents of `meta` elements by their names, the first of each.
  private let named: [String: String]

  init(_ tree: PageTree) {
    self.tree = tree
    let scripts = tree.elements("script").filter { index in
      tree.nodes[index].attributes["type"]?.lowercased().contains("ld+json") ?? false
    }
    linked = LinkedArticle.article(inScripts: scripts.map(tree.rawText))
    var named: [String: String] = [:]
    for index in tree.elements("meta") {
      let attributes = tree.nodes[index].attributes
      guard let content = attributes["content"].map(PageText.folded), !content.isEmpty else {
        continue
      }
      for key in ["property", "name", "itemprop", "http-equiv"] {
        if let name = attributes[key]?.lowercased(), named[name] == nil { named[name] = content }
      }
    }
    self.named = named
  }

  private func first(_ names: [String]) -> String? {
    names.lazy.compactMap { named[$0] }.first
  }

  var outlet: String? {
    linked?.publisher ?? first(["og:site_name", "application-name", "dc.publisher", "publisher"])
  }

  var url: String? {
    let link = tree.elements("link").lazy.map { tree.nodes[$0].attributes }
      .first { $0["rel"]?.lowercased() == "canonical" }?["href"]
    return [link, named["og:url"], linked?.url].lazy.compactMap { $0 }
      .first { $0.hasPrefix("https://") || $0.hasPrefix("http://") }
  }

  /// A BCP 47 tag: `ar`, also where the page says `ar_AR`.
  var language: String? {
    let said = tree.nodes[0].attributes["lang"] ?? first(["og:locale", "content-language"])
    let tag = said?.split { !$0.isASCII || !$0.isLetter }.first.map { $0.lowercased() }
    return tag.flatMap { (2...3).contains($0.count) ? $0 : nil }
  }

  /// The headline without the name of the site.
  func title(heading: String?) -> String? {
    if let headline = linked?.headline { return headline }
    let shown = heading.flatMap { $0.isEmpty ? nil : $0 }
    let said = first(["og:title", "twitter:title", "dc.title"])
    let window = tree.elements("title").first.map(tree.text)
    return shown ?? said.map(withoutSite) ?? window.flatMap { $0.isEmpty ? nil : withoutSite($0) }
  }

  private func withoutSite(_ title: String) -> String {
    for separator in [" | ", " :: ", " » ", " – ", " — ", " - "] {
      guard let place = title.range(of: separator, options: .backwards) else { continue }
      let rest = title[place.upperBound...]
      // A dash is also what stands before the second half of a headline.
      let isSite = rest == outlet ?? "" || !separator.contains("-") && !separator.contains("–")
      if isSite, place.lowerBound > title.startIndex { return String(title[..<place.lowerBound]) }
    }
    return title
  }

  /// Names that pages give to the date of publication, the surest first.
  private static let dateNames = [
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "publish-date",
    "publish_date", "pubdate", "publicationdate", "dc.date.issued", "dcterms.issued",
    "dcterms.created", "dc.date", "article.published", "article_date_original", "date",
  ]

  /// When the page says that it was published: linked data, `meta`, then what readers are shown.
  func publication(article: Range<Int>) -> Publication? {
    let said = [linked?.published].compactMap { $0 } + Self.dateNames.compactMap { named[$0] }
    return said.lazy.compactMap(PageDates.publication).first ?? shownDate(article)
  }

  /// A `time` element or a date line near the article; those of teasers stand elsewhere.
  private func shownDate(_ article: Range<Int>) -> Publication? {
    let nodes = tree.nodes
    // From the heading above the text to the end of the text, so that no teaser comes first.
    let start = tree.elements("h1").last { $0 < article.lowerBound } ?? article.lowerBound
    for index in start..<article.upperBound {
      let node = nodes[index]
      let isDate = node.name == "time" || node.attributes["itemprop"] == "datePublished"
      if isDate, let said = node.attributes["datetime"] ?? node.attributes["content"],
        let date = PageDates.publication(said)
      {
        return date
      }
      let names = PageElements.words(node.attributes["class"] ?? "")
      let isShown = isDate || !names.isDisjoint(with: PageFurniture.dateWords)
      if isShown, node.end - index < 20, let date = PageDates.publication(tree.text(of: index)) {
        return date
      }
    }
    return nil
  }
}
