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
    let kinds = reader.kinds(index)
    guard !kinds.isDisjoint(with: Grammar.starters) else { return nil }
    var grammar = self
    grammar.origin = index
    if let phrase = grammar.repetition(index) { return phrase }
    if kinds.contains(.preposition), let phrase = grammar.since(index) ?? grammar.ledRange(index) {
      return phrase
    }
    if let phrase = grammar.dayPair(index) ?? grammar.monthFirst(index) { return phrase }
    let found = grammar.dated(index)
    if let phrase = grammar.unledRange(index, found) { return phrase }
    if let found { return Phrase(meaning: found.value, start: index, end: found.end) }
    if kinds.contains(.preposition), let phrase = grammar.prepositional(index) { return phrase }
    if let phrase = grammar.approximate(index) ?? grammar.duration(index) { return phrase }
    return grammar.clockTime(index) ?? grammar.adverb(index)
  }

  /// A date or a period, without a preposition before it.
  func dated(_ index: Int) -> Found<Meaning>? {
    guard index < reader.tokens.count else { return nil }
    let kinds = reader.kinds(index)
    for rule in Grammar.rules where !kinds.isDisjoint(with: rule.starters) {
      if let found = rule.read(self, index) { return paired(found) }
    }
    return nil
  }

  /// Kinds of words with which an expression can begin.
  static let starters = SenseKinds(rawValue: .max)
    .subtracting([.tense, .direction, .era])

  private struct Rule: Sendable {
    /// The kinds of words the rule can begin with: most rules need not even be tried.
    var starters: SenseKinds
    var read: @Sendable (Grammar, Int) -> Found<Meaning>?
  }

  /// In order: what begins like something shorter comes before it.
  private static let rules: [Rule] = [
    Rule(starters: [.unit, .demonstrative, .preposition]) { $0.weekThenDay($1) },
    Rule(starters: [.part, .remainder, .half, .ordinal]) { $0.partOf($1) },
    Rule(starters: [.dayWord, .unit, .demonstrative]) { $0.dayWord($1) },
    Rule(starters: [.weekday, .unit, .demonstrative, .dayPart, .ordinal, .opener]) {
      $0.weekdayDate($1)
    },
    Rule(starters: [.digits, .cardinal, .ordinal, .unit, .opener, .anyMonth, .demonstrative]) {
      $0.calendarDate($1)
    },
    Rule(starters: .digits) { $0.numericDate($1) },
    Rule(starters: [.digits, .half, .quarter]) { $0.fraction($1) },
    Rule(starters: [.unit, .opener]) { $0.nthPeriod($1) },
    Rule(starters: [.season, .demonstrative, .opener]) { $0.seasonDate($1) },
    Rule(starters: [.decade, .unit]) { $0.decade($1) },
    Rule(starters: .unit) { $0.century($1) },
    Rule(starters: [.unit, .demonstrative]) { $0.placedUnit($1) },
    Rule(starters: [.unit, .digits, .cardinal, .ordinal, .opener]) { $0.runningUnits($1) },
    Rule(starters: [.unit, .digits, .cardinal]) { $0.yearDate($1) },
    Rule(starters: [.holiday, .unit]) { $0.holiday($1) },
    Rule(starters: .weekend) { $0.weekend($1) },
    Rule(starters: .dayPart) { $0.dayPartDate($1) },
  ]
}

// MARK: - Words

extension Grammar {
  /// Looks for a sense at `index`; "and" on the word is allowed at the origin only.
  @inline(__always)
  func first<Value>(
    _ index: Int, _ kinds: SenseKinds, _ pick: (Sense) -> Value?
  ) -> Found<Value>? {
    guard reader.has(index, kinds) else { return nil }
    guard index == origin || !reader.clitics(index).contains(.conjunction) else { return nil }
    return reader.first(index, kinds, pick)
  }

  func has(_ index: Int, _ sense: Sense) -> Int? {
    first(index, sense.kind) { $0 == sense ? true : nil }?.end
  }

  func preposition(_ index: Int, _ wanted: Preposition) -> Int? {
    first(index, .preposition) { sense -> Bool? in
      if case .preposition(let found) = sense, found == wanted { true } else { nil }
    }?.end
  }

  /// Whether the word has its article, written on it or as part of a fixed name.
  func hasArticle(_ index: Int) -> Bool {
    reader.clitics(index).contains(.article)
      || reader.kind(index) == .word && Letters.hasArticle(reader.tokens[index].folded)
  }

  func unit(_ index: Int, _ form: Form? = nil) -> Found<TimeUnit>? {
    let found = first(index, .unit) { sense -> TimeUnit? in
      if case .unit(let unit, let found) = sense, form == nil || form == found { unit } else { nil }
    }
    if found?.value == .year, reader.has(index - 1, .generalTitle) { return nil }
    return found
  }

  func bearing(_ index: Int) -> Found<Bearing>? {
    first(index, .direction) { if case .direction(let bearing) = $0 { bearing } else { nil } }
  }

  /// One of the marks, as a token of its own.
  func mark(_ index: Int, _ marks: String) -> Int? {
    reader.isMark(index, marks) ? index + 1 : nil
  }

  /// A word of a group; "and" on it is allowed at the origin only.
  func word(_ index: Int, _ keyword: Keyword) -> Int? {
    guard reader.has(index, keyword),
      index == origin || !reader.clitics(index).contains(.conjunction)
    else { return nil }
    return index + 1
  }

  func dayPart(_ index: Int) -> Int? { has(index, .dayPart) }

  /// Whether nothing of the sentence follows: the end, a line break or closing punctuation.
  func closes(_ index: Int) -> Bool {
    switch reader.kind(index) {
    case nil, .lineBreak, .punctuation: true
    default: false
    }
  }
}
