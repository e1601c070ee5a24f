/// A year as it is written.
struct YearName: Hashable, Sendable {
  var number: Int
  var era: Era?
  /// Whether a word or a mark says that the number is a year.
  var isMarked: Bool

  var isHijri: Bool { era == .hijri }
}

extension Grammar {
  /// A year with whatever marks it: عام 2024, سنة ( 1935 ) م, 2003م, ألف وتسعمائة وثمانين.
  func year(_ index: Int) -> Found<YearName>? {
    if let (unit, marked) = unit(index, .singular), unit == .year {
      return markedYear(marked)
    }
    return bareYear(index)
  }

  /// The number after عام.
  private func markedYear(_ index: Int) -> Found<YearName>? {
    if let open = mark(index, "("), let number = reader.number(open, digits: 3...4),
      let close = mark(open + 1, ")")
    {
      return withEra(number, close)
    }
    if let number = reader.number(index, digits: 3...4) { return withEra(number, index + 1) }
    guard let (number, end) = spelledCardinal(index), (100...2999).contains(number) else {
      return nil
    }
    return withEra(number, end)
  }

  private func withEra(_ number: Int, _ end: Int) -> Found<YearName>? {
    let era = era(end, isMarked: true)
    return (YearName(number: number, era: era?.value, isMarked: true), era?.end ?? end)
  }

  /// A number that can be a year though no word says so.
  func bareYear(_ index: Int) -> Found<YearName>? {
    if let number = reader.number(index, digits: 3...4) {
      let era = era(index + 1)
      guard number >= 1000 || era != nil, era != nil || !counts(number, index + 1) else {
        return nil
      }
      return (
        YearName(number: number, era: era?.value, isMarked: era != nil), era?.end ?? index + 1
      )
    }
    guard let (number, end) = spelledCardinal(index), (1000...2100).contains(number) else {
      return nil
    }
    return (YearName(number: number, era: nil, isMarked: false), end)
  }

  /// «منذ مطلع يناير 1240 مرشحا»: a number of long ago before an accusative counts.
  private func counts(_ number: Int, _ next: Int) -> Bool {
    guard number < 1700, reader.tokens.indices.contains(next) else { return false }
    let word = reader.tokens[next].folded
    return word.count >= 4 && word.hasSuffix("ا") && !word.hasSuffix("ها") && !word.hasSuffix("ما")
  }

  func era(_ index: Int, isMarked: Bool = false) -> Found<Era>? {
    guard let found = first(index, .era, { if case .era(let era) = $0 { era } else { nil } }) else {
      return nil
    }
    // A lone م or ه is an era only when written onto the number or closing the expression.
    let isLetter = reader.tokens[index].folded.count == 1
    guard !isLetter || isMarked || !reader.tokens[index].followsSpace || closes(found.end) else {
      return nil
    }
    return found
  }

  /// A year that stands by itself as a date.
  func yearDate(_ index: Int) -> Found<Meaning>? {
    if let (unit, marked) = unit(index, .singular), unit == .year {
      guard let (year, end) = markedYear(marked) else { return nil }
      return (meaning(of: year), end)
    }
    guard let (year, end) = bareYear(index), isCuedYear(year, index, end) else { return nil }
    return (meaning(of: year), end)
  }

  func meaning(of year: YearName) -> Meaning {
    guard year.era != .bc else { return .vague }
    return .calendar(CalendarFields(year: .number(year.number), isHijri: year.isHijri))
  }

  /// Whether the surroundings make a bare number a year: brackets, a preposition, an event's
  /// name, or the end of the sentence; never a counted noun after it or a label before it.
  private func isCuedYear(_ year: YearName, _ start: Int, _ end: Int) -> Bool {
    if year.isMarked { return true }
    guard (1000...2100).contains(year.number) else { return false }
    if mark(start - 1, "(") != nil, mark(end, ")") != nil { return true }
    if isListed(start) || isHeading(year, start, end) { return true }
    guard (1700...2100).contains(year.number) else { return false }
    // «سينخفض إلى ألفين»: a round thousand in words is an amount; «في الألفين» is not.
    if reader.kind(start) == .word {
      let isAmount = year.number % 1000 == 0 && !reader.tokens[start].folded.hasPrefix("الال")
      return reader.has(start - 1, .yearCue) && !isAmount
    }
    if reader.has(start - 1, .label) || isPartOfFigure(start, end) { return false }
    if reader.has(start - 1, .yearCue) {
      return closes(end) || isFunctionWord(end) || year.number % 100 != 0 && !isCounted(end)
    }
    if reader.has(start - 1, .event) { return !isCounted(end) }
    if (1900...2050).contains(year.number), closes(end), reader.kind(start - 1) == .word {
      return year.number % 100 != 0
    }
    return false
  }

  /// «2015: تدخلت روسيا»: a year that heads a line of a chronology.
  private func isHeading(_ year: YearName, _ start: Int, _ end: Int) -> Bool {
    guard (1900...2050).contains(year.number), mark(end, ":") != nil else { return false }
    let before = mark(start - 1, "-–—•*") != nil ? start - 2 : start - 1
    return before < 0 || reader.kind(before) == .lineBreak
  }

  /// عامي 2014 و2018, أعوام 2012 و2013 و2014: the noun stands before the first only.
  private func isListed(_ start: Int) -> Bool {
    var index = start
    for _ in 0..<6 {
      if reader.has(index - 1, .twoYears) { return true }
      guard reader.has(index - 1, .and) || mark(index - 1, "،,") != nil,
        reader.number(index - 2, digits: 4...4) != nil
      else { return false }
      index -= 2
    }
    return false
  }

  /// Whether a noun that is counted follows, so that the number is an amount.
  func isCounted(_ index: Int) -> Bool {
    guard reader.kind(index) == .word else { return mark(index, "%٪$€£") != nil }
    return reader.has(index, .counted)
      || unit(index) != nil || cardinal(index) != nil
  }

  func isFunctionWord(_ index: Int) -> Bool {
    reader.clitics(index).contains(.conjunction) || reader.has(index, .preposition)
  }

  private func isPartOfFigure(_ start: Int, _ end: Int) -> Bool {
    func joins(_ mark: Int, _ digit: Int) -> Bool {
      self.mark(mark, ".,٫٬/:-–+=") != nil && reader.kind(digit) == .number
        && !reader.tokens[max(mark, digit)].followsSpace
    }
    return joins(start - 1, start - 2) || joins(end, end + 1)
      || mark(end, "%٪$€£=") != nil || mark(start - 1, "$€£+=#") != nil
  }
}
