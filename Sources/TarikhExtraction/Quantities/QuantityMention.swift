package import TarikhModel

/// A number of things found in a text.
package struct QuantityMention: Hashable, Sendable {
  /// Smallest and largest value meant; equal for a single figure.
  ///
  /// Both hold the figure as written whatever the comparator: «أقل من 2000» is 2000 with `less`.
  package var minimum: Double
  package var maximum: Double
  package var comparator: Quantity.Comparator
  /// What is counted, as in the ontology: `soldiers`, `bases`, `percent`; `other` for things
  /// that it does not tell apart.
  package var unit: String
  /// The noun counted, folded and singular or as it stands; `nil` for a bare figure.
  package var noun: String?
  /// The state in an adjective of the noun: «جندي أميركي».
  package var nationality: EntityID?
  /// Whether the unit was taken over from an earlier quantity of the sentence.
  package var isUnitImplied: Bool
  /// What happened to the people counted («مقتل خمسة جنود»): `killed`, `wounded`, `displaced`,
  /// `captured` or `missing`.
  package var harm: String?
  /// Indexes into the tokens of the text: comparator, number, noun, adjectives.
  package var tokens: Range<Int>
  /// Only the number itself: «2000», «ثلاثة آلاف».
  package var number: Range<Int>
  /// Offsets in Unicode scalars; a joined preposition (بنسبة، بـ121) is left out.
  package var range: TextRange
  package var words: String
}
