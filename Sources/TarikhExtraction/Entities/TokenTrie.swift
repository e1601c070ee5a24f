internal import ArabicDates

/// Phrases as paths of numbered words; every step is one look-up, however many phrases there are.
struct TokenTrie<Item: Hashable & Sendable>: Sendable {
  private var vocabulary = WordTable()
  private var edges = EdgeTable()
  private var items: [[Item]] = [[]]

  static var root: Int32 { 0 }

  /// The number of a word that some phrase has, or `nil`.
  func word(_ word: Word) -> Int32? {
    let number = vocabulary.index(of: word)
    return number < 0 ? nil : number
  }

  /// The node after `node` along `word`, or `nil`.
  func step(from node: Int32, along word: Int32) -> Int32? { edges.target(of: node, along: word) }

  /// What the phrase that ends in `node` means; empty inside a phrase.
  func items(at node: Int32) -> [Item] { items[Int(node)] }

  /// - Parameter isFirst: whether the item goes before others of the same phrase.
  mutating func insert(_ phrase: [Word], _ item: Item, isFirst: Bool = false) {
    precondition(!phrase.isEmpty, "a phrase has at least one word")
    var node = Self.root
    for text in phrase {
      let word = Int32(vocabulary.insert(text))
      if let next = edges.target(of: node, along: word) {
        node = next
      } else {
        let next = Int32(items.count)
        items.append([])
        edges.insert(from: node, along: word, to: next)
        node = next
      }
    }
    if isFirst {
      items[Int(node)].removeAll { $0 == item }
      items[Int(node)].insert(item, at: 0)
    } else if !items[Int(node)].contains(item) {
      items[Int(node)].append(item)
    }
  }
}
