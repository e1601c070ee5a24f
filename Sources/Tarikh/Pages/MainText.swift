/// Finds the running text of a page among its lines.
struct MainText {
  /// The element that holds the article, as the places of the nodes below it.
  let article: Range<Int>
  /// The text of the first heading of the first rank, or of the one before the article.
  let heading: String?
  /// The lines of the article, in order.
  let lines: [String]

  init(_ tree: PageTree) {
    let furniture = PageFurniture(tree)
    let all = tree.lines(leavingOut: furniture.contains)
    let container = Container(tree, prose: all.filter(\.isProse)).index
    let article = container..<tree.nodes[container].end
    let heading = Self.heading(tree, before: article)
    self.article = article
    self.heading = heading
    lines = Self.kept(all.filter { article.contains($0.block) }, heading: heading)
  }

  private static func heading(_ tree: PageTree, before article: Range<Int>) -> String? {
    let first = tree.elements("h1").map { ($0, tree.text(of: $0)) }.filter { !$0.1.isEmpty }
    return (first.first { article.contains($0.0) } ?? first.last { $0.0 < article.lowerBound })?.1
  }

  /// Leaves out the headline, what leads elsewhere, and all that follows the first heading of that.
  private static func kept(_ lines: [PageLine], heading: String?) -> [String] {
    var result: [String] = []
    var isElsewhere = false
    for line in lines {
      if TeaserLines.isTeaser(line.text) {
        isElsewhere = true
      } else if isElsewhere, line.isLinks || !line.isProse {
        continue
      } else {
        isElsewhere = false
        let isKept =
          !line.isLinks && line.text != heading && !TeaserLines.isContactOrWeather(line.text)
        if isKept { result.append(line.text) }
      }
    }
    return result
  }
}

/// The element that holds most of a page's prose and little else.
private struct Container {
  private(set) var index = 0

  /// Classes that content systems give to an article's text.
  private static let names: Set<String> = [
    "articlebody", "article-body", "article-content", "article-text", "article__body",
    "article__content", "post-content", "post-body", "entry-content", "story-body", "news-content",
    "news-body", "news-text", "details-content", "field-name-body", "single-content", "wysiwyg",
  ]

  init(_ tree: PageTree, prose: [PageLine]) {
    let total = prose.reduce(0) { $0 + $1.length }
    guard total > 0 else { return }
    // A page names its article's body, or the body is where most of the prose stands.
    let below = Self.proseBelow(tree, prose)
    if let body = Self.heaviest(tree.nodes.indices.filter { Self.isBody(tree.nodes[$0]) }, below),
      below[body] * 3 >= total
    {
      index = body
      return
    }
    let outer = ["article", "main"].lazy
      .compactMap { Self.heaviest(tree.elements($0), below) }.first { below[$0] * 2 >= total }
    var best = outer ?? 0
    while let child = Self.heaviest(Self.children(of: best, tree), below),
      below[child] * 4 >= below[best] * 3
    {
      best = child
    }
    // One long paragraph is not the article, but what it stands in.
    while best > 0, tree.nodes[best].name == "p" { best = tree.nodes[best].parent }
    index = best
  }

  private static func isBody(_ node: PageTree.Node) -> Bool {
    if node.attributes["itemprop"]?.lowercased() == "articlebody" { return true }
    let classes = (node.attributes["class"] ?? "").lowercased().split(
      whereSeparator: \.isWhitespace)
    return classes.contains { names.contains(String($0)) }
  }

  /// Scalars of prose below each node.
  private static func proseBelow(_ tree: PageTree, _ prose: [PageLine]) -> [Int] {
    var result = Array(repeating: 0, count: tree.nodes.count)
    for line in prose { result[line.block] += line.length }
    for index in tree.nodes.indices.dropFirst().reversed() {
      result[tree.nodes[index].parent] += result[index]
    }
    return result
  }

  /// The one with the most prose, if any has some.
  private static func heaviest(_ indices: [Int], _ below: [Int]) -> Int? {
    indices.max { below[$0] < below[$1] }.flatMap { below[$0] > 0 ? $0 : nil }
  }

  private static func children(of index: Int, _ tree: PageTree) -> [Int] {
    var result: [Int] = []
    var child = index + 1
    while child < tree.nodes[index].end {
      result.append(child)
      child = tree.nodes[child].end
    }
    return result
  }
}
