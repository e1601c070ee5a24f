/// Numbers for words: an open hash table in flat arrays; looking up allocates nothing.
package struct WordTable: Sendable {
  @usableFromInline package private(set) var words: [Word] = []
  /// Numbers of words by hash, -1 where free; the count is a power of two.
  @usableFromInline package private(set) var slots: [Int32] = Array(repeating: -1, count: 16)

  package init() {}

  package var count: Int { words.count }

  /// The number of a word, added if it is new.
  package mutating func insert(_ word: Word) -> Int {
    let found = index(of: word)
    if found >= 0 { return Int(found) }
    if words.count * 2 >= slots.count { grow() }
    words.append(word)
    slots[slot(of: word)] = Int32(words.count - 1)
    return words.count - 1
  }

  /// The number of a word; -1 for one that is not here.
  @inlinable package func index(of word: Word) -> Int32 { slots[slot(of: word)] }

  @inlinable package func contains(_ word: Word) -> Bool { index(of: word) >= 0 }

  /// The slot that holds the word, or the free one where it belongs.
  @inlinable package func slot(of word: Word) -> Int {
    var slot = Int(truncatingIfNeeded: word.mixed >> 4) & (slots.count - 1)
    while slots[slot] >= 0, words[Int(slots[slot])] != word {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (number, word) in words.enumerated() { slots[slot(of: word)] = Int32(number) }
  }
}
