internal import ArabicDates

/// What a written word can be wherever it stands.
struct WordProfile: Sendable {
  var readings: [Reading]
  /// The word without "and".
  var bare: Word
  /// Whether it is a preposition or quantifier, after "and" or not.
  var isFunctionWord: Bool
  /// Whether some reading is said by "I" or "we".
  var hasFirstPerson: Bool
  /// Whether some reading has a pronoun.
  var hasPronoun: Bool

  init(_ word: Word, readings: [Reading]) {
    self.readings = readings
    bare = FunctionWords.withoutConjunction(word).word
    isFunctionWord =
      FunctionWords.prepositions.contains(bare) || FunctionWords.quantifiers.contains(bare)
    hasFirstPerson = readings.contains { $0.form.isFirstPerson }
    hasPronoun = readings.contains { $0.hasPronoun }
  }
}
