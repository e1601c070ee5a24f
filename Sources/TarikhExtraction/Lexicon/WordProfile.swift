internal import ArabicDates

/// What a written word can be wherever it stands.
///
/// A class, since every place that it stands at shares it.
final class WordProfile: Sendable {
  let readings: [Reading]
  /// The word without "and".
  let bare: Word
  /// Whether it is a preposition or quantifier, after "and" or not.
  let isFunctionWord: Bool
  /// Whether some reading is said by "I" or "we".
  let hasFirstPerson: Bool
  /// Whether some reading has a pronoun.
  let hasPronoun: Bool
  /// How it can begin a phrase of the lexicon of names.
  let names: [WordReading]
  let quantity: WordFacts

  init(_ word: Word, readings: [Reading], names: [WordReading], quantity: WordFacts) {
    self.readings = readings
    self.names = names
    self.quantity = quantity
    bare = FunctionWords.withoutConjunction(word).word
    isFunctionWord =
      FunctionWords.prepositions.contains(bare) || FunctionWords.quantifiers.contains(bare)
    hasFirstPerson = readings.contains { $0.form.isFirstPerson }
    hasPronoun = readings.contains { $0.hasPronoun }
  }
}
