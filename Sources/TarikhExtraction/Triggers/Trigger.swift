internal import ArabicDates
internal import TarikhModel

/// A word that names an event or an act of speech, in the reading that its context allows.
struct Trigger {
  var token: Int
  /// Index of its clause in the sentence.
  var clause: Int
  var reading: Reading
  var entry: LexicalEntry
  /// The preposition before it, joined or free; `-` for none.
  var preposition: Word
  /// Whether a demonstrative points back from it: هذا القرار.
  var isAnaphoric: Bool
  /// What carries it, for nouns: the verb or noun on its left that takes it.
  var governor: Governor?
  /// What carries the governor, where that is a noun itself.
  var outer: Governor?

  var isVerb: Bool { reading.isVerb }
}

/// A word that carries another event and colours its modality.
struct Governor {
  var token: Int
  var reading: Reading
  var entry: LexicalEntry
}

extension LexicalEntry {
  var isSpeech: Bool { if case .speech = role { true } else { false } }
  /// Whether deciding it does it: an appointment, a law, a ban.
  var isPerformed: Bool { role == .event(.office) || role == .event(.decision) }
  var isEvent: Bool { if case .event = role { true } else { false } }
}
