/// A page as a tree of bounded depth, kept as one list in the order of the page.
///
/// What lies below an element follows it: a walk needs no recursion.
struct PageTree {
  struct Node {
    /// Empty for text.
    var name: String
    var attributes: [String: String] = [:]
    var text = ""
    /// Whether the text is a script or a style.
    var isRaw = false
    /// Index of the element around it; its own at the root.
    var parent: Int
    /// Index after the last node below it.
    var end: Int

    var isText: Bool { name.isEmpty }
  }

  /// Elements below this depth lie side by side.
  static let depthLimit = 200

  private(set) var nodes: [Node] = [Node(name: "html", parent: 0, end: 1)]
  private var open = [0]
  /// How many elements of each name are open: most stray end tags are not looked for.
  private var openNames: [String: Int] = [:]

  /// - Complexity: O(*n*), with the depth limit as factor.
  init(_ bytes: [UInt8]) {
    var tokenizer = PageTokenizer(bytes)
    while let token = tokenizer.next() {
      switch token {
      case .text(let text): add(Node(name: "", text: text, parent: 0, end: 0))
      case .raw(let text): add(Node(name: "", text: text, isRaw: true, parent: 0, end: 0))
      case .start(let name, let attributes, let isClosed): start(name, attributes, isClosed)
      case .end(let name): end(name)
      }
    }
    while !open.isEmpty { close() }
  }

  private mutating func add(_ node: Node) {
    var node = node
    node.parent = open.last ?? 0
    node.end = nodes.count + 1
    nodes.append(node)
  }

  private mutating func start(_ name: String, _ attributes: [String: String], _ isClosed: Bool) {
    if name == "html" {
      nodes[0].attributes.merge(attributes) { first, _ in first }
      return
    }
    let (names, border) = PageElements.closed(by: name)
    var depth = open.count - 1
    var last: Int?
    while depth > 0, !names.isEmpty {
      let above = nodes[open[depth]].name
      if names.contains(above) { last = depth }
      if border.contains(above) { break }
      depth -= 1
    }
    if let last { while open.count > last { close() } }
    let isVoid = PageElements.void.contains(name)
    add(Node(name: name, attributes: attributes, parent: 0, end: 0))
    if !isVoid, !(isClosed && !PageElements.blocks.contains(name)), open.count < Self.depthLimit {
      open.append(nodes.count - 1)
      openNames[name, default: 0] += 1
    }
  }

  /// Closes the nearest element of the name; an end tag without one is nothing.
  private mutating func end(_ name: String) {
    guard openNames[name, default: 0] > 0 else { return }
    let isBlock = PageElements.blocks.contains(name)
    var depth = open.count - 1
    while depth > 0 {
      let above = nodes[open[depth]].name
      if above == name {
        while open.count > depth { close() }
        return
      }
      if !isBlock, PageElements.blocks.contains(above) { return }
      if PageElements.cells.contains(above), !["tr", "tbody", "table"].contains(name) { return }
      depth -= 1
    }
  }

  private mutating func close() {
    guard let last = open.popLast() else { return }
    nodes[last].end = nodes.count
    openNames[nodes[last].name, default: 0] -= 1
  }

  /// The text below an element, with its white space folded.
  func text(of index: Int) -> String {
    let parts = nodes[index..<nodes[index].end].filter { $0.isText && !$0.isRaw }.map(\.text)
    return PageText.folded(parts.joined())
  }

  /// What stands in a script, as it is.
  func rawText(of index: Int) -> String {
    nodes[index..<nodes[index].end].filter(\.isRaw).map(\.text).joined()
  }

  /// The elements of a name below `index`, in the order of the page.
  func elements(_ name: String, below index: Int = 0) -> [Int] {
    (index..<nodes[index].end).filter { nodes[$0].name == name }
  }
}
