internal import ArabicDates

/// A closed set of words.
struct WordSet: ExpressibleByArrayLiteral, Sendable {
  private var table = WordTable()

  init(arrayLiteral elements: Word...) { formUnion(elements) }

  mutating func formUnion(_ others: some Sequence<Word>) {
    for word in others { _ = table.insert(word) }
  }

  mutating func formUnion(_ other: WordSet) { formUnion(other.table.words) }

  func contains(_ word: Word) -> Bool { table.contains(word) }
}
