internal import ArabicDates

/// Phrases as paths of token ids; every step is one look-up, however many phrases there are.
struct TokenTrie<Item: Hashable & Sendable>: Sendable {
  private var vocabulary = WordTable()
  private var edges: [UInt64: Int32] = [:]
  private var items: [[Item]] = [[]]

  static var root: Int32 { 0 }

  /// The number of a word that some phrase has, or `nil`.
  func word(_ word: Word) -> Int32? {
    let number = vocabulary.index(of: word)
    return number < 0 ? nil : number
  }

  /// The node after `node` along `word`, or `nil`.
  func step(from node: Int32, along word: Int32) -> Int32? { edges[Self.key(node, word)] }

  /// What the phrase that ends in `node` means; empty inside a phrase.
  func items(at node: Int32) -> [Item] { items[Int(node)] }

  /// - Parameter isFirst: whether the item goes before others of the same phrase.
  mutating func insert(_ phrase: [Word], _ item: Item, isFirst: Bool = false) {
    precondition(!phrase.isEmpty, "a phrase has at least one word")
    var node = Self.root
    for text in phrase {
      let key = Self.key(node, Int32(vocabulary.insert(text)))
      if let next = edges[key] {
        node = next
      } else {
        let next = Int32(items.count)
        items.append([])
        edges[key] = next
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

  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }
}
