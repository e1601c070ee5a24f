package import ArabicDates

/// Finds numbers of things: figures, spelled numbers, dual nouns, with comparator and unit.
package struct QuantityRecognizer: Sendable {
  package init() {}

  /// The quantities of `text` in reading order.
  ///
  /// - Parameter dates: token ranges that belong to dates, durations and clock times.
  /// - Complexity: O(*n*) in the length of the text.
  package func mentions(in text: ArabicText, excluding dates: [Range<Int>]) -> [QuantityMention] {
    []
  }
}
