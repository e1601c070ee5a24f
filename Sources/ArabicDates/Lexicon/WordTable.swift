/// Words by their UTF-8 bytes: comparing strings would normalise them, which folding has done.
///
/// An open hash table in flat arrays; looking up allocates nothing.
struct WordTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where the bytes of each word lie.
  private var places: [Range<Int>] = []
  /// Numbers of words by hash, -1 where free; the count is a power of two.
  private var slots: [Int32] = Array(repeating: -1, count: 64)

  var count: Int { places.count }

  /// The number of a word, added if it is new.
  mutating func insert(_ word: String) -> Int {
    let found = index(of: word.utf8.span)
    if found >= 0 { return Int(found) }
    if places.count * 2 >= slots.count { grow() }
    let start = bytes.count
    bytes += Array(word.utf8)
    places.append(start..<bytes.count)
    slots[slot(of: word.utf8.span)] = Int32(places.count - 1)
    return places.count - 1
  }

  /// The number of a word; -1 for one that is not here.
  func index(of word: borrowing Span<UInt8>) -> Int32 { slots[slot(of: word)] }

  /// Whether `word` is the word of this number.
  func isWord(_ number: Int, _ word: borrowing Span<UInt8>) -> Bool {
    let place = places[number]
    guard place.count == word.count else { return false }
    for offset in word.indices where bytes[place.lowerBound + offset] != word[offset] {
      return false
    }
    return true
  }

  /// The slot that holds the word, or the free one where it belongs.
  private func slot(of word: borrowing Span<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in word.indices { hash = (hash ^ UInt64(word[offset])) &* 0x100_0000_01B3 }
    hash ^= hash >> 29
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0, !isWord(Int(slots[slot]), word) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    let words = places
    slots = Array(repeating: -1, count: slots.count * 2)
    for (number, place) in words.enumerated() {
      let word = Array(bytes[place])
      slots[slot(of: word.span)] = Int32(number)
    }
  }
}
