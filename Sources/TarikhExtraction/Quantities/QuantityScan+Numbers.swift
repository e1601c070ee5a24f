internal import ArabicDates
internal import TarikhModel

/// From a number to a quantity: range, comparator, noun.
extension QuantityScan {
  /// One or two figures with what they count.
  struct Reading {
    var minimum: ReadNumber
    var maximum: ReadNumber
    var start: Int
    var end: Int
    var comparator = Quantity.Comparator.equal
    /// How many letters are joined before the first word: «بنحو», «بـ».
    var letters = 0
  }

  /// Reads the quantity whose number begins at `place`, and gives the place after it.
  mutating func take(_ number: ReadNumber, at place: Int) -> Int {
    if isLabel(number, at: place) { return afterDigits(number.end) }
    var reading =
      range(number, at: place)
      ?? Reading(
        minimum: number, maximum: number, start: place, end: number.end, letters: number.letters)
    let numberTokens = place..<reading.end
    compare(&reading)
    if let end = percentEnd(reading.end, place) {
      reading.end = end
      return add(reading, numberTokens, unit: "percent", noun: nil)
    }
    let counted = counted(after: reading.end)
    if let counted {
      reading.end = counted.end
      if isTime(counted.place) { return reading.end }
      let isLoneNationality = counted.nationality != nil && counted.end == counted.place + 1
      if isName(place), isLoneNationality || counted.place != numberTokens.upperBound {
        return numberTokens.upperBound
      }
      compareAfter(&reading)
      let isVote = counted.noun?.isPerson == true && isCue(reading.start - 1, .vote)
      let unit = isVote ? "votes" : counted.noun?.unit ?? Self.otherUnit
      return add(reading, numberTokens, unit: unit, noun: counted)
    }
    if number.needsNoun || isName(place) { return reading.end }
    if let noun = unlistedNoun(at: reading.end, number: reading.maximum.value) {
      reading.end = noun.end
      return add(reading, numberTokens, unit: Self.otherUnit, noun: noun)
    }
    if let noun = nounOfSecond(after: reading.end)?.noun {
      let counted = Counted(noun: noun, place: place, end: reading.end)
      return add(reading, numberTokens, unit: noun.unit, noun: counted, isImplied: true)
    }
    return takeBare(reading, numberTokens)
  }

  private func afterDigits(_ end: Int) -> Int {
    var end = end
    while text.tokens.indices.contains(end), text.tokens[end].kind == .number { end += 1 }
    return end
  }

  /// Numbers of laws, roads, telephones, list entries; years; clock times.
  private func isLabel(_ number: ReadNumber, at place: Int) -> Bool {
    if text.tokens[place].kind == .word { return false }
    if isCue(place - 1, .label) || isCue(number.end, .month) { return true }
    let isJoined = word(place - 1) == "و" || word(place - 1) == "ال"
    if isJoined, isCue(place - 2, .label) { return true }
    if text.tokens.indices.contains(number.end), text.tokens[number.end].kind == .number,
      number.scale == 1
    {
      return true
    }
    let isFirst = place == 0 || text.tokens[place - 1].kind == .lineBreak
    guard isFirst, number.scale == 1, text.tokens.indices.contains(number.end) else { return false }
    let isRange =
      text.tokens.indices.contains(number.end + 1)
      && text.tokens[number.end + 1].kind == .number
    return !isRange && ["-", ".", ")", "–"].contains(text.tokens[number.end].folded)
  }

  private func isName(_ place: Int) -> Bool { isCue(place - 1, .name) }

  func isTime(_ place: Int) -> Bool { isCue(place, .time) || isCue(place, .month) }

  /// «بين 3 و5 آلاف», «20-30», «من ألف إلى ألفين», «ثلاثة أو أربعة».
  private func range(_ first: ReadNumber, at place: Int) -> Reading? {
    guard let second = second(after: first, at: place) else { return nil }
    var first = first
    if first.scale == 1, second.number.scale > 1,
      first.value < second.number.value / second.number.scale
    {
      first.value *= second.number.scale
    }
    guard first.value < second.number.value else { return nil }
    let isJoined = second.start < place && !["بين", "من"].contains(word(second.start))
    return Reading(
      minimum: first, maximum: second.number, start: second.start, end: second.number.end,
      letters: second.start == place ? first.letters : isJoined ? 1 : 0)
  }

  private func second(
    after first: ReadNumber, at place: Int
  ) -> (number: ReadNumber, start: Int)? {
    let end = first.end
    if isCue(place - 1, .between) {
      if word(end) == "و", let number = number(at: end + 1) { return (number, place - 1) }
      // «بين 20 و25», «بين مئة ومئتين»: the second with و joined to it.
      guard word(end).hasPrefix("و"), let number = number(at: end), number.letters > 0 else {
        return nil
      }
      return (number, place - 1)
    }
    if isDash(end), text.tokens[place].kind == .number, let number = number(at: end + 1) {
      return (number, place)
    }
    if isCue(end, .or) && word(end) == "او", let number = number(at: end + 1) {
      return number.value <= first.value + max(2, first.value / 2) ? (number, place) : nil
    }
    guard word(end) == "الي", let number = number(at: end + 1), !isShift(place) else { return nil }
    return (number, isCue(place - 1, .from) ? place - 1 : place)
  }

  private func isDash(_ place: Int) -> Bool {
    guard text.tokens.indices.contains(place) else { return false }
    return ["-", "–", "‐", "—"].contains(text.tokens[place].folded)
  }

  /// Whether a verb of change stands before: «خفض العدد من 2500 إلى 2000» has two figures.
  private func isShift(_ place: Int) -> Bool {
    (1...10).contains { isCue(place - $0, .shift) }
  }

  /// Reads the comparator that ends before the number.
  private func compare(_ reading: inout Reading) {
    if let found = comparator(before: reading.start) {
      reading.comparator = found.comparator
      reading.start = found.start
      reading.letters = found.letters
    }
    compareAfter(&reading)
  }

  private func comparator(before place: Int) -> (
    comparator: Quantity.Comparator, start: Int, letters: Int
  )? {
    // A letter before a figure is a word of its own: «بـ121», «يقدر بـ 200».
    let end =
      ["ب", "ل", "و", "ال"].contains(word(place - 1)) && word(place - 2) != "" ? place - 1 : place
    for stop in Set([end, place]).sorted() {
      for length in stride(from: QuantityTables.longest, through: 1, by: -1) {
        let start = stop - length
        guard start >= 0 else { continue }
        let words = (start..<stop).map { word($0) }
        if words.contains("") { continue }
        let tail = words.dropFirst()
        for first in [words[0], bare(start)] {
          if let found = tables.before[[first] + tail] {
            return (found, start, first == words[0] ? 0 : 1)
          }
        }
      }
    }
    return nil
  }

  /// Reads a comparator after the number or its noun: «على الأقل».
  private func compareAfter(_ reading: inout Reading) {
    for length in stride(from: QuantityTables.longest, through: 1, by: -1) {
      let words = (reading.end..<reading.end + length).map { word($0) }
      if words.contains("") { continue }
      if let found = tables.after[words] {
        reading.comparator = found
        reading.end += length
        return
      }
    }
  }

  private static let hundreds: WordSet = [
    "الميه", "المايه", "المئه", "مييه", "بالميه", "بالمايه", "الماءه", "بالماءه",
  ]
  private static let perHundred: WordSet = ["بالميه", "بالمايه", "بالماءه"]
  private static let percentSigns: WordSet = ["%", "٪"]

  /// The place after a percent sign or «في المئة»; the sign may be typed before the figure.
  private func percentEnd(_ end: Int, _ place: Int) -> Int? {
    if text.tokens.indices.contains(end), Self.percentSigns.contains(text.tokens[end].folded) {
      return end + 1
    }
    let word = word(end)
    if word == "في", Self.hundreds.contains(self.word(end + 1)) { return end + 2 }
    if Self.perHundred.contains(word) { return end + 1 }
    if place > 0, Self.percentSigns.contains(text.tokens[place - 1].folded),
      text.tokens[place].kind == .number
    {
      return end
    }
    return nil
  }
}
