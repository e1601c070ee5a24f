import Tarikh
import TestSupport

/// Articles as nobody should write them: cut, joined, turned around, swollen.
struct HostileArticles {
  private let articles: [[Unicode.Scalar]]
  private var random: SplitMix64

  init(from articles: [String], seed: UInt64) {
    self.articles = articles.map { Array($0.unicodeScalars) }
    random = SplitMix64(seed: seed)
  }

  /// Scalars that turn a line around, join, or end what they do not begin.
  private static let controls: [Unicode.Scalar] = [
    "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}",
    "\u{2069}", "\u{200D}", "\u{200C}", "\u{FEFF}", "\u{0640}", "\u{064B}", "\u{0000}", "\u{FFFD}",
    "«", "»", "\"", "(", ")", "،", ":", "\n", "\r", "٪", "٣", "9", "🕊",
  ]

  /// The next one: some article after one to six changes.
  mutating func next() -> String {
    var text = pick()
    for _ in 0..<Int.random(in: 1...6, using: &random) { change(&text) }
    return String(String.UnicodeScalarView(text))
  }

  private mutating func pick() -> [Unicode.Scalar] {
    articles[Int.random(in: 0..<articles.count, using: &random)]
  }

  private mutating func place(in text: [Unicode.Scalar]) -> Int {
    Int.random(in: 0...text.count, using: &random)
  }

  private mutating func change(_ text: inout [Unicode.Scalar]) {
    let (a, b) = (place(in: text), place(in: text))
    let range = min(a, b)..<max(a, b)
    switch Int.random(in: 0..<9, using: &random) {
    case 0: text.removeSubrange(range)
    case 1: text = Array(text[range])
    case 2: text += pick()
    case 3: text.insert(contentsOf: pick().prefix(400), at: a)
    case 4:
      for _ in 0..<Int.random(in: 1...60, using: &random) {
        text.insert(control(), at: place(in: text))
      }
    case 5: text.insert(contentsOf: token(), at: a)
    case 6:
      // Quotations in quotations, and never an end.
      let mark: Unicode.Scalar = Bool.random(using: &random) ? "«" : "“"
      for _ in 0..<Int.random(in: 1...200, using: &random) {
        text.insert(mark, at: place(in: text))
      }
    case 7: text.replaceSubrange(range, with: text[range].reversed())
    default: text.removeAll { $0 == "." || $0 == "\n" }
    }
    if text.count > 40_000 { text.removeLast(text.count - 40_000) }
  }

  private mutating func control() -> Unicode.Scalar {
    Self.controls[Int.random(in: 0..<Self.controls.count, using: &random)]
  }

  /// One word of a thousand letters and more.
  private mutating func token() -> [Unicode.Scalar] {
    let letter: Unicode.Scalar =
      ["و", "ا", "ل", "س", "x", "1"].randomElement(using: &random) ?? "و"
    return Array(repeating: letter, count: Int.random(in: 1_000...8_000, using: &random))
  }
}
