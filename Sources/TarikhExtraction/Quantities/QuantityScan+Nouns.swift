internal import ArabicDates
internal import TarikhModel

/// What is counted: the noun after the number, before it, or implied.
extension QuantityScan {
  struct Counted {
    var noun: UnitTable.Noun?
    /// The place of the noun.
    var place: Int
    var end: Int
    var nationality: EntityID?
  }

  /// The noun after a number, with من between them or not, and its nationality.
  func counted(after place: Int) -> Counted? {
    let start = word(place) == "من" ? place + 1 : place
    guard text.tokens.indices.contains(start), text.tokens[start].kind == .word else { return nil }
    if let found = tables.units.noun(in: text, at: start) {
      var counted = Counted(noun: found.noun, place: start, end: found.end)
      if let nationality = nationality(at: found.end) {
        counted.nationality = nationality
        counted.end += 1
      }
      return counted
    }
    // «120 من عناصرها».
    if start > place, let noun = facts(start).possessed {
      return Counted(noun: noun, place: start, end: start + 1)
    }
    if let nationality = nationality(at: start) {
      let people = UnitTable.Noun(
        unit: "people", lemma: text.letters(of: start), isPerson: true, isDual: false)
      return Counted(noun: people, place: start, end: start + 1, nationality: nationality)
    }
    if isCue(start, .time), word(start) == word(place) {
      return Counted(noun: nil, place: start, end: start + 1)
    }
    return nil
  }

  /// The unit of things that the table does not tell apart.
  static let otherUnit = "other"

  /// A noun that the table lacks, where grammar shows that it is counted: the accusative that
  /// 11 to 99 demand («62 بلدية»), the sound plural of 3 to 10 («خمس بلديات»).
  func unlistedNoun(at place: Int, number: Double) -> Counted? {
    let word = word(place)
    guard word.count >= 4, !lexicon.words.neverNames.contains(word), tables.after[[word]] == nil,
      !isTime(place), !isCue(place, .other), number == number.rounded(), number < 1e15
    else { return nil }
    let rest = Int(number) % 100
    let isAccusative =
      (word.hasSuffix("ا") && !["ها", "ما", "وا"].contains { word.hasSuffix($0 as Word) })
      || word.hasSuffix("ه")
    let isPlural = word.hasSuffix("ات") && word.count >= 5
    guard (11...99).contains(rest) && isAccusative || (3...10).contains(rest) && isPlural else {
      return nil
    }
    let noun = UnitTable.Noun(
      unit: Self.otherUnit, lemma: text.letters(of: place), isPerson: false, isDual: false)
    return Counted(noun: noun, place: place, end: place + 1)
  }

  /// «من 9 آلاف إلى نحو 5500 جندي»: the noun of the second figure counts the first as well.
  func nounOfSecond(after end: Int) -> Counted? {
    guard word(end) == "الي" else { return nil }
    for place in end + 1...end + 4 {
      if let number = number(at: place) { return counted(after: number.end) }
      if word(place).isEmpty { return nil }
    }
    return nil
  }

  /// The state of a nationality adjective at `place`.
  func nationality(at place: Int) -> EntityID? {
    let word = word(place)
    guard !word.isEmpty, let id = lexicon.trie.word(word),
      let node = lexicon.trie.step(from: TokenTrie<LexiconItem>.root, along: id)
    else { return nil }
    for case .nationality(let state, _) in lexicon.trie.items(at: node) {
      return lexicon.entries[lexicon.states[state].entry].id
    }
    return nil
  }

  /// «جنديين»: a noun that says two by its ending.
  mutating func dual(at place: Int) -> Int? {
    for letters in 0...1 {
      if letters == 1, bare(place) == word(place) { return nil }
      guard let found = tables.units.noun(in: text, at: place, letters: letters),
        found.noun.isDual, !text.tokens[place].folded.dropFirst(letters).hasPrefix("ال")
      else { continue }
      let two = ReadNumber(value: 2, end: found.end, letters: letters)
      let reading = Reading(
        minimum: two, maximum: two, start: place, end: found.end, letters: letters)
      let counted = Counted(
        noun: found.noun, place: place, end: found.end, nationality: nationality(at: found.end))
      return add(reading, place..<found.end, unit: found.noun.unit, noun: counted)
    }
    return nil
  }

  /// A figure without a noun: of the things the sentence counted, if its words say so.
  mutating func takeBare(_ reading: Reading, _ number: Range<Int>) -> Int {
    let before = number.lowerBound - 1
    let isOther = isCue(number.upperBound, .other)
    if let harm, isOther || number.lowerBound - harm.place <= 2 {
      // The ontology tells the killed and the wounded apart, no others.
      let unit = ["killed", "wounded"].contains(harm.unit) ? harm.unit : "people"
      let noun = UnitTable.Noun(unit: unit, lemma: "", isPerson: true, isDual: false)
      return add(
        reading, number, unit: unit,
        noun: Counted(noun: noun, place: number.lowerBound, end: reading.end), isImplied: true)
    }
    let isYear =
      reading.minimum.digits?.count == 4 && (1900...2100).contains(reading.minimum.value)
    let says = isCue(before, .count) || isCue(before, .to) || isCue(before, .from)
    let isRange =
      reading.minimum.value < reading.maximum.value
      && reading.start < number.lowerBound
    let isAmount = reading.comparator != .equal || (says && !isYear) || isOther || isRange
    guard let noun = lastNoun, isAmount else {
      return reading.end
    }
    return add(
      reading, number, unit: noun.unit,
      noun: Counted(noun: noun, place: number.lowerBound, end: reading.end), isImplied: true)
  }

  /// Adds a quantity and gives the place after it.
  mutating func add(
    _ reading: Reading, _ number: Range<Int>, unit: String, noun: Counted?, isImplied: Bool = false
  ) -> Int {
    let tokens = reading.start..<reading.end
    let range = text.range(of: tokens, droppingLetters: reading.letters)
    mentions.append(
      QuantityMention(
        minimum: reading.minimum.value, maximum: reading.maximum.value,
        comparator: reading.comparator, unit: unit, noun: noun?.noun?.lemma,
        nationality: noun?.nationality, isUnitImplied: isImplied, harm: harm(near: number),
        tokens: tokens, number: number, range: range, words: text[range.start..<range.end]))
    if let noun = noun?.noun { lastNoun = noun }
    return reading.end
  }

  /// The harm done to the people counted, where its verb stands shortly before.
  private func harm(near number: Range<Int>) -> String? {
    guard let harm, number.lowerBound - harm.place <= 6 else { return nil }
    return harm.unit
  }
}
