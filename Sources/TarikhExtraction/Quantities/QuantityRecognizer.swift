package import ArabicDates

/// Finds numbers of things: figures, spelled numbers, dual nouns, with comparator and unit.
///
/// Never taken: dates and times, durations and ages, numbers of laws, articles, roads and
/// telephones, scores, names of weapons («إف-16»). Vague amounts (عشرات، بعض) are not numbers.
package struct QuantityRecognizer: Sendable {
  let tables: QuantityTables
  let lexicon: EntityLexicon
  private let memory = WordMemory<WordFacts>()

  package init() {
    tables = .bundled
    lexicon = .bundled
  }

  /// The quantities of `text` in reading order.
  ///
  /// - Parameter dates: token ranges that belong to dates, durations and clock times, in order.
  /// - Complexity: O(*n*) in the length of the text.
  package func mentions(in text: ArabicText, excluding dates: [Range<Int>]) -> [QuantityMention] {
    var scan = QuantityScan(
      text: text, tables: tables, lexicon: lexicon, dates: dates, memory: memory)
    return scan.run()
  }
}
