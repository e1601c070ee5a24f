internal import ArabicDates

/// All that is known of an article's words before its sentences are read.
///
/// A class, since all stages of one article share it.
final class ArticleContext {
  let text: ArabicText
  let lexicon: Lexicon
  /// What each token can be; empty for words that the lexicon lacks.
  let readings: [[Reading]]
  /// Each token's folded text without "and".
  let bare: [Word]
  /// Whether each token is a finite verb where it stands: see ``resolveVerbs(in:)``.
  var finite: [Bool] = []
  let quotations: QuotationSpans
  let entities: [EntityMention]
  let quantities: [QuantityMention]
  let dates: [DatePlace]
  /// What each token is to the words that need a noun of some class.
  private(set) var classes: [NounClasses] = []
  /// For every token the index of the entity, quantity or date that it is part of.
  private(set) var entityIndex: [Int?]
  private(set) var quantityIndex: [Int?]
  private(set) var dateIndex: [Int?]

  /// Dates that say when the article was written, not when something happened.
  var datelines: Set<Int> = []

  var tokens: [Token] { text.tokens }

  init(
    text: ArabicText, lexicon: Lexicon, profiles: [WordProfile], quotations: QuotationSpans,
    entities: [EntityMention],
    quantities: [QuantityMention], dates: [DatePlace]
  ) {
    self.text = text
    self.lexicon = lexicon
    self.quotations = quotations
    self.entities = entities
    self.quantities = quantities
    self.dates = dates
    bare = profiles.map(\.bare)
    readings = Self.readings(profiles, in: text, quotations)
    let count = text.tokens.count
    entityIndex = Self.index(entities.map(\.tokens), count)
    quantityIndex = Self.index(quantities.map(\.tokens), count)
    dateIndex = Self.index(dates.map(\.tokens), count)
    classes = findClasses()
  }

  /// Of what each word can be, what it can be where it stands.
  private static func readings(
    _ profiles: [WordProfile], in text: ArabicText, _ quotations: QuotationSpans
  ) -> [[Reading]] {
    var followsColon = false
    return text.tokens.indices.map { index in
      let token = text.tokens[index]
      if token.kind == .punctuation, token.folded == colon { followsColon = true }
      if token.kind == .lineBreak { followsColon = false }
      let profile = profiles[index]
      guard token.kind == .word, !profile.readings.isEmpty else { return [] }
      if profile.isFunctionWord, isFunctionWord(index, profile.bare, in: text.tokens) { return [] }
      var readings = profile.readings
      // "I" and "we" speak only in quotations and after colons.
      if profile.hasFirstPerson, !followsColon, quotations.span(containing: index) == nil {
        readings.removeAll { $0.form.isFirstPerson }
      }
      // «فورد» in the middle of a name is no "and it was told".
      if token.folded.first == "ف", index > 0, text.tokens[index - 1].kind == .word {
        readings.removeAll { $0.hasConjunction && $0.form.shape == .past }
      }
      // ة is folded to ه, but no pronoun is written so: استعادة is no "he regained it".
      if profile.hasPronoun, text.scalars[token.range.upperBound - 1] == "ة" {
        readings.removeAll { $0.hasPronoun }
      }
      return readings
    }
  }

  private static let colon: Word = ":"

  /// Prepositions and quantifiers that are spelled like verbs: بين but وبيّن أن، عدّة.
  private static func isFunctionWord(_ index: Int, _ word: Word, in tokens: [Token]) -> Bool {
    // At the start of a sentence وعبّر is "and he expressed".
    if word == "عبر", index == 0 || tokens[index - 1].kind != .word { return false }
    guard word == "بين" else { return true }
    let next = index + 1 < tokens.count ? tokens[index + 1].folded : ""
    if word != tokens[index].folded, FunctionWords.complementizers.contains(next) { return false }
    return !opensSaying(index, in: tokens)
  }

  /// «وبين المصدر أن …»: at the head of a sentence it is said, where a "that" follows soon.
  private static func opensSaying(_ index: Int, in tokens: [Token]) -> Bool {
    guard index == 0 || tokens[index - 1].kind != .word else { return false }
    return tokens[(index + 1)...].prefix(7).prefix { $0.kind == .word }.contains {
      FunctionWords.complementizers.contains($0.folded)
    }
  }

  private static func index(_ ranges: [Range<Int>], _ count: Int) -> [Int?] {
    var result = [Int?](repeating: nil, count: count)
    for (position, range) in ranges.enumerated() {
      for token in range where result[token] == nil { result[token] = position }
    }
    return result
  }

  func entity(at token: Int) -> EntityMention? { entityIndex[token].map { entities[$0] } }

  func entry(_ reading: Reading) -> LexicalEntry { lexicon.entries[reading.form.entry] }

  /// The nearest token before `index` in `range` that is not a mark of quotation or a bracket.
  func wordBefore(_ index: Int, in range: Range<Int>) -> Int? {
    var current = index - 1
    while current >= range.lowerBound {
      if tokens[current].kind != .punctuation { return current }
      if FunctionWords.commas.contains(tokens[current].folded) { return nil }
      current -= 1
    }
    return nil
  }
}

/// A date expression with the tokens that it covers.
struct DatePlace {
  var mention: DateMention
  var tokens: Range<Int>
}
