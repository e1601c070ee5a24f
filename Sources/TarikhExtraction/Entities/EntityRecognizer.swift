package import ArabicDates

/// Finds the states, bodies, offices, persons, places and sources that a text names.
///
/// Longest match over folded words, then a grammar of phrases (head and nationality, title and
/// name, source and modifiers), then what the text itself resolves («المسؤول»، «أوستن»).
package struct EntityRecognizer: Sendable {
  private let vocabulary: Vocabulary

  package init() { self.init(.bundled) }

  package init(lexicon: EntityLexicon) { self.init(Vocabulary(names: lexicon)) }

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The mentions of `text` in reading order, none overlapping another.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package func mentions(in text: ArabicText) -> [EntityMention] {
    mentions(in: text, vocabulary.profiles(of: text))
  }

  /// - Parameter profiles: of the text's tokens, by the same vocabulary.
  func mentions(in text: ArabicText, _ profiles: [WordProfile]) -> [EntityMention] {
    var scan = EntityScan(text: text, lexicon: vocabulary.names, profiles: profiles)
    scan.matchPhrases()
    scan.compose()
    scan.resolve()
    return scan.finished()
  }
}
