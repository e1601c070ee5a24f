/// A closed set of folded words.
struct WordSet: ExpressibleByArrayLiteral, Sendable {
  private var words: Set<WordKey>

  init(arrayLiteral elements: String...) { words = Set(elements.map(WordKey.init)) }

  mutating func formUnion(_ others: some Sequence<String>) {
    words.formUnion(others.map(WordKey.init))
  }

  func contains(_ word: String) -> Bool { words.contains(WordKey(word)) }
}
