/// A line of a page as a reader sees it: the text of one block between two breaks.
struct PageLine: Hashable, Sendable {
  var text: String
  /// The block that it stands in, as an index in the tree.
  var block: Int
  /// How many of its scalars are links.
  var linked: Int
  var isHeading: Bool

  var length: Int { text.unicodeScalars.count }

  /// Whether it is mostly something to click on.
  var isLinks: Bool { linked * 2 > length }

  /// Whether it reads like running text.
  var isProse: Bool { !isHeading && !isLinks && length >= 40 }
}

extension PageTree {
  /// The lines that are no furniture of the page, in order.
  ///
  /// - Complexity: O(*n*), with the depth limit as factor.
  func lines(leavingOut isFurniture: (Int) -> Bool) -> [PageLine] {
    var reader = PageLineReader(tree: self)
    var index = 0
    while index < nodes.count {
      let node = nodes[index]
      if node.isText {
        reader.add(node)
      } else if isFurniture(index) {
        reader.finishLine()
        index = node.end
        continue
      } else if node.name == "br" || PageElements.blocks.contains(node.name) {
        reader.finishLine()
      }
      index += 1
    }
    reader.finishLine()
    return reader.lines
  }
}

/// Gathers the text of a tree into lines.
private struct PageLineReader {
  let tree: PageTree
  private(set) var lines: [PageLine] = []
  private var text = ""
  private var linked = 0
  private var block = 0
  private var isHeading = false

  init(tree: PageTree) { self.tree = tree }

  mutating func add(_ node: PageTree.Node) {
    let around = surroundings(of: node)
    if around.block != block { finishLine() }
    (block, isHeading) = (around.block, around.isHeading)
    text += node.text
    if around.isLink { linked += PageText.folded(node.text).unicodeScalars.count }
  }

  private func surroundings(
    of node: PageTree.Node
  ) -> (block: Int, isHeading: Bool, isLink: Bool) {
    var above = node.parent
    var isLink = false
    while above > 0, !PageElements.blocks.contains(tree.nodes[above].name) {
      if tree.nodes[above].name == "a" { isLink = true }
      above = tree.nodes[above].parent
    }
    let parent = tree.nodes[tree.nodes[above].parent].name
    if tree.nodes[above].name != "p", parent == "a" { isLink = true }
    return (above, PageElements.headings.contains(tree.nodes[above].name), isLink)
  }

  mutating func finishLine() {
    let folded = PageText.folded(text)
    if !folded.isEmpty {
      lines.append(PageLine(text: folded, block: block, linked: linked, isHeading: isHeading))
    }
    (text, linked) = ("", 0)
  }
}
