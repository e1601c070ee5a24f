internal import ArabicDates
internal import TarikhModel

/// The work on one text: one pass, remembering what the sentence has counted so far.
struct QuantityScan {
  let text: ArabicText
  let tables: QuantityTables
  let lexicon: EntityLexicon
  let spelled: SpelledNumberReader
  let figures: FigureReader
  var isDate: [Bool]
  var mentions: [QuantityMention] = []
  /// The unit that the sentence named last, for «العدد يتجاوز 3000».
  var lastNoun: UnitTable.Noun?
  /// The word of harm in the clause: «قُتل», «أصيب».
  var harm: (unit: String, place: Int)?

  init(text: ArabicText, tables: QuantityTables, lexicon: EntityLexicon, dates: [Range<Int>]) {
    self.text = text
    self.tables = tables
    self.lexicon = lexicon
    spelled = SpelledNumberReader(words: tables.numbers, text: text)
    figures = FigureReader(text: text, spelled: spelled)
    isDate = Array(repeating: false, count: text.tokens.count)
    for range in dates {
      for place in range.clamped(to: 0..<text.tokens.count) { isDate[place] = true }
    }
  }

  mutating func run() -> [QuantityMention] {
    var place = 0
    while place < text.tokens.count {
      if isDate[place] {
        place += 1
      } else if let number = number(at: place) {
        place = take(number, at: place)
      } else if let dual = dual(at: place) {
        place = dual
      } else {
        notice(place)
        place += 1
      }
    }
    return mentions
  }

  /// A figure or a spelled number.
  func number(at place: Int) -> ReadNumber? {
    guard text.tokens.indices.contains(place), !isDate[place] else { return nil }
    switch text.tokens[place].kind {
    case .number: return figures.number(at: place)
    case .word: return spelled.number(at: place)
    default: return nil
    }
  }

  /// Remembers nouns and verbs of harm, and forgets them where the sentence ends.
  private mutating func notice(_ place: Int) {
    let token = text.tokens[place]
    switch token.kind {
    case .lineBreak: forget()
    case .punctuation: if [".", "؟", "!", "؛", "?"].contains(token.folded) { forget() }
    case .word:
      if let noun = noun(at: place) { lastNoun = noun }
      for unit in ["killed", "wounded", "displaced", "captured", "missing"]
      where isHarm(place, unit) {
        harm = (unit, place)
      }
    case .number: break
    }
  }

  /// The noun at `place`, with one letter joined before it or a pronoun after it («جنودها»).
  private func noun(at place: Int) -> UnitTable.Noun? {
    for letters in 0...1 {
      if let found = tables.units.noun(in: text, at: place, letters: letters) { return found.noun }
    }
    for pronoun in ["ها", "هم", "هن", "نا", "ه"] where word(place).hasSuffix(pronoun) {
      for stem in [word(place), bare(place)] {
        if let noun = tables.units.noun(stem.dropLast(pronoun.count)) { return noun }
      }
    }
    return nil
  }

  private mutating func forget() {
    lastNoun = nil
    harm = nil
  }

  private func isHarm(_ place: Int, _ unit: String) -> Bool {
    tables.isCue(word(place), unit) || tables.isCue(bare(place), unit)
  }

  /// The folded word at `place`, empty at the ends and for marks.
  func word(_ place: Int) -> String {
    guard text.tokens.indices.contains(place), text.tokens[place].kind == .word else { return "" }
    return text.tokens[place].folded
  }

  /// The word without one joined letter و ف ب ل.
  func bare(_ place: Int) -> String {
    let word = word(place)
    guard word.count > 2, let first = word.first, "وفبل".contains(first) else { return word }
    return String(word.dropFirst())
  }

  func isCue(_ place: Int, _ cue: String) -> Bool {
    tables.isCue(word(place), cue) || tables.isCue(bare(place), cue)
  }
}
