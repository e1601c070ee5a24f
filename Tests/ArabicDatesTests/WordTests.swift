import ArabicDates
import TestSupport
import Testing

@Suite struct `A word in sixteen bytes` {
  @Test func `is what a string of its letters is, for random words`() {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix64(seed: seed)
    for _ in 0..<20_000 {
      let (a, b) = (Self.letters(&random), Self.letters(&random))
      let (first, second) = (Word(a), Word(b))
      #expect((first == second) == (a == b), "seed \(seed): \(a) \(b)")
      #expect(Word(a) == first)
      guard a.unicodeScalars.count <= Word.longest, b.unicodeScalars.count <= Word.longest else {
        continue
      }
      #expect(first.description == a, "seed \(seed)")
      #expect(first.count == a.unicodeScalars.count)
      #expect(first.first == a.unicodeScalars.first)
      #expect(first.hasPrefix(second) == a.hasPrefix(b), "seed \(seed): \(a) \(b)")
      #expect(first.hasSuffix(second) == a.hasSuffix(b), "seed \(seed): \(a) \(b)")
      let cut = Int.random(in: 0...a.unicodeScalars.count, using: &random)
      #expect(first.dropFirst(cut).description == String(a.unicodeScalars.dropFirst(cut)))
      #expect(first.dropLast(cut).description == String(a.unicodeScalars.dropLast(cut)))
      #expect(first.prefix(cut).description == String(a.unicodeScalars.prefix(cut)))
      #expect(first + second == Word(a + b), "seed \(seed): \(a) \(b)")
      let begins = a.unicodeScalars.first.map(b.unicodeScalars.contains) ?? false
      #expect(first.begins(withOneOf: second) == begins)
    }
  }

  /// Few letters, so that words often share beginnings and ends; some too long, some foreign.
  private static func letters(_ random: inout SplitMix64) -> String {
    let alphabet: [Unicode.Scalar] = ["ا", "ل", "و", "ه", "x", "1", "گ", "ڤ"]
    let count = Int.random(in: 0...(Bool.random(using: &random) ? 4 : 18), using: &random)
    var text = String.UnicodeScalarView()
    for _ in 0..<count { text.append(alphabet[Int.random(in: 0..<8, using: &random)]) }
    return String(text)
  }

  @Test(arguments: ["Müller", "日本", "المستوطنات الإسرائيلية", "\u{1}\u{2}", "\u{0}"])
  func `that does not fit equals itself alone and is not taken apart`(_ text: String) {
    let word = Word(text)
    #expect(word.count == Word.longest + 1)
    #expect(word == Word(text))
    #expect(word != Word(text + "ا"))
    #expect(word.dropFirst() == word)
    #expect(!word.hasPrefix("ا"))
    #expect(word.first == nil)
    #expect(!word.isEmpty)
  }

  @Test(arguments: [
    ("0", 0), ("2025", 2025), ("000", 0), ("9999999999999999", 9_999_999_999_999_999),
  ])
  func `of digits has a value`(_ text: String, _ value: Int) {
    #expect(Word(text).decimal == value)
  }

  @Test(arguments: ["", "12a", "١٢", "12345678901234567"])
  func `of anything else has none`(_ text: String) { #expect(Word(text).decimal == nil) }

  @Test func `is told from every other by a table, however many there are`() {
    var table = WordTable()
    let words = (0..<5_000).map { Word("ال\($0)") }
    for (number, word) in words.enumerated() { #expect(table.insert(word) == number) }
    for (number, word) in words.enumerated() { #expect(table.index(of: word) == number) }
    #expect(table.insert(words[17]) == 17)
    #expect(!table.contains("كتاب"))
    #expect(table.count == 5_000)
  }
}
