package import ArabicDates

/// Finds the states, bodies, offices, persons, places and sources that a text names.
///
/// Longest match over folded words, then a grammar of phrases (head and nationality, title and
/// name, source and modifiers), then what the text itself resolves («المسؤول»، «أوستن»).
package struct EntityRecognizer: Sendable {
  package let lexicon: EntityLexicon
  private let memory = WordMemory<[WordReading]>()

  package init() { self.init(lexicon: .bundled) }

  package init(lexicon: EntityLexicon) { self.lexicon = lexicon }

  /// The mentions of `text` in reading order, none overlapping another.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package func mentions(in text: ArabicText) -> [EntityMention] {
    var scan = EntityScan(text: text, lexicon: lexicon, memory: memory)
    scan.matchPhrases()
    scan.compose()
    scan.resolve()
    return scan.finished()
  }
}
