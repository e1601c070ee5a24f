internal import EDTF

/// The grammar of date expressions.
///
/// Each rule reads at a token and says what it means and where it ends. No rule looks further than a fixed number of tokens, so a text is read in linear time.
struct Grammar: Sendable {
  let reader: Reader
  /// The token where the expression begins: only there "and" may be written onto the word.
  var origin = 0

  typealias Found<Value> = (value: Value, end: Int)

  init(_ reader: Reader) { self.reader = reader }

  /// The expression that begins exactly at `index`.
  func expression(at index: Int) -> Phrase? {
    var grammar = self
    grammar.origin = index
    if let phrase = grammar.repetition(index) ?? grammar.since(index) { return phrase }
    if let phrase = grammar.range(index) { return phrase }
    // "After tomorrow" begins like "after" and "before yesterday" like "before".
    if let (meaning, end) = grammar.dayWord(index) {
      return Phrase(meaning: meaning, start: index, end: end)
    }
    if let (meaning, end) = grammar.weekThenDay(index) {
      return Phrase(meaning: meaning, start: index, end: end)
    }
    if let phrase = grammar.prepositional(index) { return phrase }
    if let phrase = grammar.approximate(index) { return phrase }
    if let (meaning, end) = grammar.dated(index) {
      return Phrase(meaning: meaning, start: index, end: end)
    }
    return grammar.duration(index) ?? grammar.clockTime(index) ?? grammar.adverb(index)
  }

  /// A date or a period, without a preposition before it.
  func dated(_ index: Int) -> Found<Meaning>? {
    for rule in Grammar.rules {
      if let found = rule(self, index) { return paired(found) }
    }
    return nil
  }

  /// In order: what begins like something shorter comes before it.
  private static let rules: [@Sendable (Grammar, Int) -> Found<Meaning>?] = [
    { $0.weekThenDay($1) }, { $0.partOf($1) }, { $0.dayWord($1) }, { $0.weekdayDate($1) },
    { $0.calendarDate($1) },
    { $0.numericDate($1) }, { $0.fraction($1) }, { $0.nthPeriod($1) }, { $0.seasonDate($1) },
    { $0.decade($1) }, { $0.century($1) }, { $0.unitPhrase($1) }, { $0.runningUnits($1) },
    { $0.yearDate($1) }, { $0.holiday($1) }, { $0.weekend($1) }, { $0.dayPartDate($1) },
  ]
}

// MARK: - Words

extension Grammar {
  /// Looks for a sense at `index`; "and" on the word is allowed at the origin only.
  func first<Value>(_ index: Int, _ pick: (Sense) -> Value?) -> Found<Value>? {
    guard index == origin || !reader.clitics(index).contains(.conjunction) else { return nil }
    return reader.first(index, pick)
  }

  func has(_ index: Int, _ sense: Sense) -> Int? {
    first(index) { $0 == sense ? true : nil }?.end
  }

  func preposition(_ index: Int, _ wanted: Preposition) -> Int? {
    has(index, .preposition(wanted))
  }

  /// Whether the word has its article, written on it or as part of a fixed name.
  func hasArticle(_ index: Int) -> Bool {
    reader.clitics(index).contains(.article)
      || reader.kind(index) == .word && reader.tokens[index].folded.hasPrefix("ال")
  }

  func unit(_ index: Int, _ form: Form? = nil) -> Found<TimeUnit>? {
    first(index) { sense in
      if case .unit(let unit, let found) = sense, form == nil || form == found { unit } else { nil }
    }
  }

  func bearing(_ index: Int) -> Found<Bearing>? {
    first(index) { if case .direction(let bearing) = $0 { bearing } else { nil } }
  }

  /// One of the marks, as a token of its own.
  func mark(_ index: Int, _ marks: String) -> Int? {
    guard reader.kind(index) == .punctuation, marks.contains(reader.tokens[index].folded) else {
      return nil
    }
    return index + 1
  }

  func word(_ index: Int, _ words: Set<String>) -> Int? {
    index >= 0 && index < reader.tokens.count && words.contains(reader.tokens[index].folded)
      ? index + 1 : nil
  }

  /// Whether nothing of the sentence follows: the end, a line break or closing punctuation.
  func closes(_ index: Int) -> Bool {
    switch reader.kind(index) {
    case nil, .lineBreak, .punctuation: true
    default: false
    }
  }
}
