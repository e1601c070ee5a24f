internal import ArabicDates

/// One way to read a written word: what is joined before it, and the word that is left.
struct WordReading: Hashable, Sendable {
  /// The word without what is joined, in the vocabulary of the phrases.
  var word: Int32
  /// How many folded letters are joined before it.
  var letters: Int
  var proclitic: Proclitic?
  var followsConjunction: Bool

  /// The readings of a folded word whose rest some phrase begins with, the plainest first.
  ///
  /// The article's alif returns where ل has swallowed it: «للعراق» is read «العراق», and counts
  /// as joined by no letter, since ل and the article can't be parted.
  static func readings(of folded: Word, in trie: TokenTrie<LexiconItem>) -> [WordReading] {
    var found: [WordReading] = []
    func consider(_ text: Word, _ letters: Int, _ proclitic: Proclitic?, _ conjunction: Bool) {
      guard let word = trie.word(text),
        trie.step(from: TokenTrie<LexiconItem>.root, along: word) != nil
      else { return }
      found.append(
        WordReading(
          word: word, letters: letters, proclitic: proclitic, followsConjunction: conjunction))
    }
    func considerPrepositions(_ text: Word, _ letters: Int, _ conjunction: Bool) {
      guard text.count > 2, let first = text.first else { return }
      guard let proclitic = Proclitic(rawValue: String(first)) else { return }
      let rest = text.dropFirst()
      consider(rest, letters + 1, proclitic, conjunction)
      if proclitic == .lam, rest.first == "ل" {
        consider("ال" + rest.dropFirst(), letters, .lam, conjunction)
        // «للواء» is ل and «اللواء»: of three ل two are written.
        consider("ال" + rest, letters, .lam, conjunction)
      }
    }
    consider(folded, 0, nil, false)
    considerPrepositions(folded, 0, false)
    if folded.count > 2, folded.begins(withOneOf: "وف") {
      let rest = folded.dropFirst()
      consider(rest, 1, nil, true)
      considerPrepositions(rest, 1, true)
    }
    return found
  }
}

/// A phrase of the lexicon at its place in a text.
struct PhraseMatch: Sendable {
  var tokens: Range<Int>
  var reading: WordReading
  var items: [LexiconItem]
}
