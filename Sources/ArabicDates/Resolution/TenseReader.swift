/// Tells whether a date lies behind or ahead, from the verb of its clause.
///
/// Arabic puts the verb first, so the nearest verb before the date decides; only a date that
/// opens its clause looks at the verb after it. A quotation before the date is stepped over, and
/// so is nothing else: at most sixty tokens are looked at.
struct TenseReader: Sendable {
  private let reader: Reader

  init(_ reader: Reader) { self.reader = reader }

  func tense(before start: Int, after end: Int) -> Tense? {
    var index = start - 1
    let limit = start - 40
    while index >= 0, index > limit, !endsSentence(index) {
      if reader.has(index, .relative) { return .past }
      if reader.isMark(index, "»”"), let open = opening(of: index) {
        index = open - 1
        continue
      }
      if namesStatement(index) { return .past }
      if let tense = tense(ofWord: index) { return wasPlanned(index, tense) ? .past : tense }
      index -= 1
    }
    return start - index <= 5 ? forwards(from: end) : nil
  }

  private func forwards(from end: Int) -> Tense? {
    for index in end..<max(end, min(end + 8, reader.tokens.count)) {
      if endsSentence(index) || reader.has(index, .complementizer) { return nil }
      if let tense = tense(ofWord: index) { return tense }
    }
    return nil
  }

  /// Where the quotation that closes at `index` opens.
  private func opening(of index: Int) -> Int? {
    var place = index - 1
    while place >= 0, place > index - 60 {
      if reader.isMark(place, "«“") { return place }
      place -= 1
    }
    return nil
  }

  /// في بيان, خلال مقابلة: what follows dates the saying, not what was said.
  private func namesStatement(_ index: Int) -> Bool {
    reader.has(index, .statement) && reader.has(index - 1, .preposition)
  }

  /// كان من المقرر أن يصل: planned once, behind us now.
  private func wasPlanned(_ index: Int, _ tense: Tense) -> Bool {
    guard tense == .future, !isFuture(reader.tokens[index].folded, index) else { return false }
    for place in stride(from: index - 1, through: max(0, index - 5), by: -1) {
      if reader.has(place, .wasVerb) { return true }
      if endsSentence(place) { return false }
    }
    return false
  }

  /// The tense that one word gives: from the table, by the future's س, or by the shape of an
  /// imperfect that opens its clause or follows أن.
  func tense(ofWord index: Int) -> Tense? {
    let found = reader.first(index, .tense) { sense -> Tense? in
      if case .tense(let tense) = sense { tense } else { nil }
    }
    if let found { return found.value }
    guard reader.kind(index) == .word else { return nil }
    let word = reader.tokens[index].folded
    switch word.first {
    case "س", "و", "ف": return isFuture(word, index) ? .future : nil
    case "ي":
      guard opensClause(index) || reader.has(index - 1, .complementizer), isImperfect(word),
        // «قبل أن يتوصل الطرفان مساء السبت»: as past as the verb before it.
        !datesByAnother(index - 2)
      else { return nil }
      return .future
    default: return nil
    }
  }

  /// «قبل أن», «بعد أن»; «على أن» leads to what is to come.
  private func datesByAnother(_ index: Int) -> Bool {
    let found = reader.first(index, .preposition) { sense -> Bool? in
      switch sense {
      case .preposition(.before), .preposition(.after): true
      default: nil
      }
    }
    return found != nil
  }

  /// س before an imperfect: سيعقد, ستغادر, سنواصل, سأعود.
  private func isFuture(_ word: Word, _ index: Int) -> Bool {
    let letters = word.first == "س" ? word : word.dropFirst()
    guard letters.first == "س", letters.count >= 5 else { return false }
    switch letters.dropFirst().first {
    case "ي", "ت", "ن": return !isNoun(letters)
    case "ا":
      // Only the hamza tells سأعود, "I shall return", from a noun.
      return reader.text.scalars[reader.tokens[index].range].contains("أ")
        && !isNoun(letters)
    default: return false
    }
  }

  private func isNoun(_ word: Word) -> Bool {
    TenseReader.nounsInSin.contains(word)
      || TenseReader.stemsInSin.contains { word.hasPrefix($0) }
  }

  private func isImperfect(_ word: Word) -> Bool {
    guard word.hasPrefix("ي"), word.count >= 4 else { return false }
    return !TenseReader.nounsInYa.contains(word)
  }

  private func opensClause(_ index: Int) -> Bool { index == 0 || endsSentence(index - 1) }

  private func endsSentence(_ index: Int) -> Bool {
    switch reader.kind(index) {
    case .lineBreak: true
    case .punctuation: reader.isMark(index, ".؛!؟?;:")
    default: false
    }
  }

  private static let nounsInSin: Set<Word> = [
    "سيدات", "سيدها", "سيفهم", "ستارت", "ستاره", "ستايل", "سنتين", "سنتان", "سينات", "سيناء",
    "سيلان", "سيقان", "سيرته", "سيرتها", "سيرهم", "سيرها", "سنابل", "سنجار", "سيدني", "سنتات",
    "سيمون", "سانتا", "سابقا", "سابقه", "ستالين", "ستيفن", "ستديو", "سيلفا", "سيغما", "سنغال",
  ]

  private static let stemsInSin: [Word] = [
    "سياس", "سيار", "سيطر", "سياد", "سياق", "سياج", "سياح", "سيناري", "سينما", "سيول", "سيبيري",
    "ستراتيج", "ستوك", "ستين", "ستون", "ستود", "سنوات", "سنوي", "سنغاف", "سندات", "سانت", "سيليك",
    "سيكول", "سيراليون", "سيرال", "سيمفون", "سنترال",
  ]

  private static let nounsInYa: Set<Word> = [
    "يناير", "يونيو", "يونيه", "يوليو", "يوليه", "يوليوز", "يومي", "يوما", "يومين", "يومها",
    "يوميا",
    "يسار", "يمين", "يورو", "ياسر", "ياسين", "يحيي", "يوسف", "يعقوب", "يهود", "يهودي", "يونس",
    "يونان", "ياباني", "يمني", "يمنيه", "يقين", "يتيم", "يقول", "يري", "يعتقد", "يوكد", "يذكر",
  ]
}
