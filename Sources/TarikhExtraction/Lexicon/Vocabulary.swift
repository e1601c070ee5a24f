internal import ArabicDates

/// The lexicons of verbs, names and numbers, with all that they say of a written word.
///
/// Keeps what it has worked out, for all articles that it is asked about.
final class Vocabulary: Sendable {
  let lexicon: Lexicon
  let names: EntityLexicon
  let quantities: QuantityTables
  private let analyzer: WordAnalyzer
  private let memory = WordMemory<WordProfile>()

  static let bundled = Vocabulary(names: .bundled)

  init(names: EntityLexicon) {
    lexicon = .bundled
    quantities = .bundled
    self.names = names
    analyzer = WordAnalyzer(lexicon: lexicon)
  }

  /// The profile of every token, marks included.
  func profiles(of text: ArabicText) -> [WordProfile] {
    text.tokens.map { token in
      token.kind == .word ? memory.value(of: token.folded, profile) : mark(token.folded)
    }
  }

  private func profile(of word: Word) -> WordProfile {
    WordProfile(
      word, readings: analyzer.readings(of: word),
      names: WordReading.readings(of: word, in: names.trie),
      quantity: WordFacts(word, tables: quantities))
  }

  /// Marks and figures are no words; they are what they are.
  private func mark(_ mark: Word) -> WordProfile {
    memory.value(of: mark) { WordProfile($0, readings: [], names: [], quantity: .nothing) }
  }
}
