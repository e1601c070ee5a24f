/// The article ال of a folded word, and the letters that may be written onto a word before it.
enum ArabicArticle {
  /// The word without its article, where what is left is still a word.
  static func dropped(from word: Word) -> Word {
    word.count > 3 && word.hasPrefix("ال") ? word.dropFirst(2) : word
  }
}

/// What is written onto the front of a word.
struct Clitics: OptionSet, Hashable, Sendable {
  var rawValue: UInt8

  /// و or ف: "and".
  static let conjunction = Clitics(rawValue: 1)
  /// ب, ل or ك: "in", "for", "as".
  static let preposition = Clitics(rawValue: 2)
  /// ال: "the".
  static let article = Clitics(rawValue: 4)
}
