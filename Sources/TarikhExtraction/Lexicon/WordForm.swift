package import ArabicDates

/// How an inflected form of a word family stands: the result of morphology, before context.
package struct WordForm: Hashable, Sendable {
  package enum Shape: Hashable, Sendable {
    case past, present
    /// A present whose long vowel fell: only after لم or لا.
    case jussive
    case nominal
    /// A participle in the accusative that goes on with the sentence: مؤكدًا، مشيرين.
    case participle
  }
  /// Index of the family in ``Lexicon/entries``.
  package var entry: Int
  package var shape: Shape
  /// Passive where the consonants alone show it.
  package var isPassive: Bool
  /// Whether the subject is "we" or "I".
  package var isFirstPerson: Bool
  /// Whether it stands only before a pronoun: the و of دعوه, the ا of أنهاها.
  package var isBound: Bool
}

/// A reading of one token: a form with its clitics.
package struct Reading: Hashable, Sendable {
  package var form: WordForm
  /// و or ف before the word.
  package var hasConjunction: Bool
  /// The س of the future.
  package var isFuture: Bool
  /// A preposition written together with the word: ب, ل or ك.
  package var preposition: Word?
  package var isDefinite: Bool
  /// Whether a pronoun is written together with the word: its object or possessor.
  package var hasPronoun: Bool

  package var isVerb: Bool {
    form.shape == .past || form.shape == .present || form.shape == .jussive
  }
}
