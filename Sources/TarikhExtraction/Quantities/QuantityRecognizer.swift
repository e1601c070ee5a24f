package import ArabicDates

/// Finds numbers of things: figures, spelled numbers, dual nouns, with comparator and unit.
///
/// Never taken: dates and times, durations and ages, numbers of laws, articles, roads and
/// telephones, scores, names of weapons («إف-16»). Vague amounts (عشرات، بعض) are not numbers.
package struct QuantityRecognizer: Sendable {
  private let vocabulary: Vocabulary

  package init() { self.init(.bundled) }

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The quantities of `text` in reading order.
  ///
  /// - Parameter dates: token ranges that belong to dates, durations and clock times, in order.
  /// - Complexity: O(*n*) in the length of the text.
  package func mentions(in text: ArabicText, excluding dates: [Range<Int>]) -> [QuantityMention] {
    mentions(in: text, vocabulary.profiles(of: text), excluding: dates)
  }

  /// - Parameter profiles: of the text's tokens, by the same vocabulary.
  func mentions(
    in text: ArabicText, _ profiles: [WordProfile], excluding dates: [Range<Int>]
  ) -> [QuantityMention] {
    var scan = QuantityScan(
      text: text, tables: vocabulary.quantities, lexicon: vocabulary.names, profiles: profiles,
      dates: dates)
    return scan.run()
  }
}
