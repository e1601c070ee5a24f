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
  private let profiles: [WordProfile]
  /// The unit that the sentence named last, for «العدد يتجاوز 3000».
  var lastNoun: UnitTable.Noun?
  /// The word of harm in the clause: «قُتل», «أصيب».
  var harm: (unit: String, place: Int)?

  init(
    text: ArabicText, tables: QuantityTables, lexicon: EntityLexicon, profiles: [WordProfile],
    dates: [Range<Int>]
  ) {
    self.text = text
    self.profiles = profiles
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
      let facts = facts(place)
      let isNumber = text.tokens[place].kind == .number || facts.startsNumber
      if isDate[place] {
        place += 1
      } else if isNumber, let number = number(at: place) {
        place = take(number, at: place)
      } else if facts.startsNoun, let dual = dual(at: place) {
        place = dual
      } else {
        notice(place, facts)
        place += 1
      }
    }
    return mentions
  }

  func facts(_ place: Int) -> WordFacts { profiles[place].quantity }

  /// A figure or a spelled number.
  func number(at place: Int) -> ReadNumber? {
    guard text.tokens.indices.contains(place), !isDate[place] else { return nil }
    switch text.tokens[place].kind {
    case .number: return figures.number(at: place)
    case .word: return spelled.number(at: place).map(figures.extended)
    default: return nil
    }
  }

  /// Remembers nouns and verbs of harm, and forgets them where the sentence ends.
  private mutating func notice(_ place: Int, _ facts: WordFacts) {
    let token = text.tokens[place]
    switch token.kind {
    case .lineBreak: forget()
    case .punctuation: if Self.stops.contains(token.folded) { forget() }
    case .word:
      if let noun = facts.possessed ?? (facts.startsNoun ? noun(at: place) : nil) {
        lastNoun = noun
      }
      if let unit = facts.harm { harm = (unit, place) }
    case .number: break
    }
  }

  /// The noun at `place`, with one letter joined before it or none.
  private func noun(at place: Int) -> UnitTable.Noun? {
    for letters in 0...1 {
      if let found = tables.units.noun(in: text, at: place, letters: letters) { return found.noun }
    }
    return nil
  }

  private mutating func forget() {
    lastNoun = nil
    harm = nil
  }

  /// The folded word at `place`, empty at the ends and for marks.
  func word(_ place: Int) -> Word {
    guard text.tokens.indices.contains(place), text.tokens[place].kind == .word else { return "" }
    return text.tokens[place].folded
  }

  /// The word without one joined letter و ف ب ل.
  func bare(_ place: Int) -> Word {
    let word = word(place)
    return word.count > 2 && word.begins(withOneOf: Self.joinable) ? word.dropFirst() : word
  }

  private static let stops: WordSet = [".", "؟", "!", "؛", "?"]
  private static let joinable: Word = "وفبل"

  func isCue(_ place: Int, _ cue: QuantityCues) -> Bool {
    tables.cues(word(place)).contains(cue) || tables.cues(bare(place)).contains(cue)
  }
}
