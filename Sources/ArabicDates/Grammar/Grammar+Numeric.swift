internal import EDTF

extension Grammar {
  /// 27/9/2024, 2016-04-21, ( 20 / 9 / 1947 ), ٢٤ ٩ ١٤٢٠ هـ, 3/2015, 22/04.
  func numericDate(_ index: Int) -> Found<Meaning>? {
    guard reader.kind(index) == .number, !continuesFigure(index) else { return nil }
    return threeParts(index) ?? hijriParts(index) ?? twoParts(index)
  }

  private func threeParts(_ index: Int) -> Found<Meaning>? {
    guard let (first, second, separator) = twoNumbers(index), let next = mark(index + 3, separator)
    else { return nil }
    let open = mark(next, "(")
    let place = open ?? next
    guard let third = reader.number(place, digits: 1...4), !continues(place + 1, separator) else {
      return nil
    }
    let lengths = [index, index + 2, place].map { reader.tokens[$0].folded.count }
    guard var fields = fields(first, second, third, lengths: lengths) else { return nil }
    var end = place + 1
    if open != nil { end = mark(end, ")") ?? end }
    if let era = era(end) {
      fields.isHijri = era.value == .hijri
      end = era.end
    }
    guard fields.hasRealDay else { return nil }
    return (.calendar(fields), end)
  }

  /// Which of three numbers is the year, the month and the day: the day comes first in Arabic,
  /// unless only another order makes a date.
  private func fields(_ a: Int, _ b: Int, _ c: Int, lengths: [Int]) -> CalendarFields? {
    if lengths[0] == 4 { return (1...12).contains(b) ? date(a, b, c) : date(a, c, b) }
    guard lengths[2] == 4 || lengths[2] == 2 else { return nil }
    let year = lengths[2] == 4 ? c : c + (c < 50 ? 2000 : 1900)
    return date(year, b, a) ?? date(year, a, b)
  }

  private func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarFields? {
    guard (1...2999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    let isHijri = (1250...1480).contains(year)
    return CalendarFields(year: .number(year), month: month, day: day, isHijri: isHijri)
  }

  /// Three numbers apart by blanks are a date only with the Hijri sign after them.
  private func hijriParts(_ index: Int) -> Found<Meaning>? {
    guard let day = reader.number(index, digits: 1...2),
      let month = reader.number(index + 1, digits: 1...2),
      let year = reader.number(index + 2, digits: 4...4), let (era, end) = era(index + 3),
      era == .hijri, let fields = date(year, month, day)
    else { return nil }
    return (.calendar(fields), end)
  }

  private func twoParts(_ index: Int) -> Found<Meaning>? {
    guard let (first, second, separator) = twoNumbers(index), separator != ".",
      !continues(index + 3, separator)
    else { return nil }
    let lengths = [index, index + 2].map { reader.tokens[$0].folded.count }
    if lengths == [1, 4] || lengths == [2, 4], (1...12).contains(first), isYear(second) {
      return (.calendar(CalendarFields(year: .number(second), month: first)), index + 3)
    }
    if lengths[0] == 4, lengths[1] <= 2, (1...12).contains(second), isYear(first) {
      return (.calendar(CalendarFields(year: .number(first), month: second)), index + 3)
    }
    let hasYear = mark(index + 3, ",،") != nil && reader.number(index + 4, digits: 4...4) != nil
    guard lengths[0] <= 2, lengths[1] <= 2, hasYear || isCuedDay(index, index + 3) else {
      return nil
    }
    return dayAndMonth(first, second, index + 3)
  }

  private func isYear(_ number: Int) -> Bool { (1500...2100).contains(number) }

  private func dayAndMonth(_ first: Int, _ second: Int, _ end: Int) -> Found<Meaning>? {
    var fields = CalendarFields(month: second, day: first)
    if !(1...12).contains(second) { fields = CalendarFields(month: first, day: second) }
    guard let month = fields.month, let day = fields.day, (1...12).contains(month), day >= 1,
      fields.hasRealDay
    else { return nil }
    if let comma = mark(end, ",،"), let year = reader.number(comma, digits: 4...4), isYear(year) {
      // With the year after a comma the American order is meant: 08/12, 2015.
      let american = CalendarFields(year: .number(year), month: first, day: second)
      fields.year = .number(year)
      return (.calendar((1...12).contains(first) ? american : fields), comma + 1)
    }
    if let (hint, after) = yearHint(end) {
      (fields.year, fields.side, fields.steps) = (hint.year, hint.side, hint.steps)
      return (.calendar(fields), after)
    }
    return (.calendar(fields), end)
  }

  /// Day and month without a year look like a score or a fraction: something must say "date".
  private func isCuedDay(_ start: Int, _ end: Int) -> Bool {
    if start == origin, start == 0, end == reader.tokens.count { return true }
    if start != origin || yearHint(end) != nil { return true }
    return reader.has(start - 1, .dayCue) && (closes(end) || isFunctionWord(end))
      || closes(end) && reader.kind(end) != .punctuation && isVerbLike(start - 1)
  }

  private func isVerbLike(_ index: Int) -> Bool {
    guard reader.kind(index) == .word else { return false }
    return TenseReader(reader).tense(ofWord: index) != nil
  }

  private func twoNumbers(_ index: Int) -> (Int, Int, String)? {
    guard let first = reader.number(index, digits: 1...4), mark(index + 1, "/-–.\\") != nil,
      let second = reader.number(index + 2, digits: 1...4)
    else { return nil }
    return (first, second, String(reader.text.scalars[reader.tokens[index + 1].range.lowerBound]))
  }

  private func continues(_ index: Int, _ separator: String) -> Bool {
    mark(index, separator) != nil && reader.kind(index + 1) == .number
      && !reader.tokens[index + 1].followsSpace
  }

  /// Whether the number is the tail of a longer figure: a phone number, a version, a link.
  private func continuesFigure(_ index: Int) -> Bool {
    guard index > 1, !reader.tokens[index].followsSpace else { return false }
    return mark(index - 1, "/-.+=:%_") != nil && !reader.tokens[index - 1].followsSpace
  }
}
