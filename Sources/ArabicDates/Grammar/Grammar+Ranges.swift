internal import EDTF

extension Grammar {
  /// بين عامي 2011 و2015, من 4 إلى 22 يناير 1995.
  func ledRange(_ index: Int) -> Phrase? {
    if let next = preposition(index, .between) { return between(next, index) }
    guard let next = preposition(index, .from), let left = side(next, dated(next)) else {
      return nil
    }
    return joined(left, start: index, isLed: true)
  }

  /// 13 إلى 15 تموز, الخميس - الجمعة, 1936 - 1939: nothing before it says that it is a range.
  func unledRange(_ index: Int, _ found: Found<Meaning>?) -> Phrase? {
    if let years = twoYears(index, index), case .span(let from?, let to?) = years.meaning,
      case .calendar(let first) = from, case .calendar(let last) = to,
      case .number(let start) = first.year, case .number(let end) = last.year, end == start + 1
    {
      return years
    }
    guard let left = side(index, found) else { return nil }
    return joined(left, start: index, isLed: false)
  }

  /// One side of a range: a date, or a number that the other side completes.
  private enum Side {
    case number(Int)
    case date(Meaning)
  }

  private func between(_ index: Int, _ start: Int) -> Phrase? {
    if let years = twoYears(index, start) { return years }
    guard let (left, afterLeft) = side(index, dated(index)) else { return nil }
    if let dash = mark(afterLeft, "-–"), let (right, end) = side(dash, dated(dash)) {
      return join(left, right, start, end)
    }
    guard let next = joined(afterLeft) else { return nil }
    var grammar = self
    grammar.origin = next
    guard let (right, end) = grammar.side(next, grammar.dated(next)) else { return nil }
    return join(left, right, start, end)
  }

  /// عامي 2011 و2015, الأعوام 2003-2011.
  func twoYears(_ index: Int, _ start: Int) -> Phrase? {
    guard let end = word(index, .twoYears),
      let from = reader.number(end, digits: 3...4),
      let next = joined(end + 1) ?? mark(end + 1, "-–/") ?? preposition(end + 1, .until),
      let to = reader.number(next, digits: 2...4)
    else { return nil }
    let upper = to < 100 ? from / 100 * 100 + to : to
    guard upper >= from, joined(next + 1).map({ reader.has($0, .digits) }) != true else {
      return nil
    }
    return Phrase(
      meaning: .span(from: year(from), to: year(upper)), start: start, end: next + 1,
      relation: .during)
  }

  /// يومي 10 و11 أبريل: two days side by side.
  func dayPair(_ index: Int) -> Phrase? {
    guard reader.has(index, [.digits, .ordinal, .opener]) else { return nil }
    guard let (first, end) = dayNumber(word(index, .twoDays) ?? index), let next = joined(end)
    else { return nil }
    var grammar = self
    grammar.origin = next
    guard let (right, after) = grammar.calendarDate(next), case .calendar(var fields) = right,
      fields.day == first + 1
    else { return nil }
    fields.day = first
    return Phrase(
      meaning: .span(from: .calendar(fields), to: right), start: index, end: after,
      relation: .during)
  }

  /// تموز 13 إلى 15, نوفمبر بين 15 و19.
  func monthFirst(_ index: Int) -> Phrase? {
    guard let (name, next) = month(index) else { return nil }
    let between = preposition(next, .between)
    guard let (first, end) = dayNumber(between ?? next),
      let joint = between == nil ? untilAnd(end) ?? mark(end, "-–") : joined(end)
    else { return nil }
    var grammar = self
    grammar.origin = joint
    guard let (last, after) = grammar.dayNumber(joint), last > first, month(after) == nil else {
      return nil
    }
    var from = CalendarFields(month: name.number, day: first, isHijri: name.isHijri)
    let start = from
    from.day = last
    return Phrase(
      meaning: .span(from: .calendar(start), to: .calendar(from)), start: index, end: after,
      relation: .during)
  }

  private func year(_ number: Int) -> Meaning {
    .calendar(CalendarFields(year: .number(number)))
  }

  private func joined(_ left: Found<Side>, start: Int, isLed: Bool) -> Phrase? {
    var dash = mark(left.end, "-–—")
    if dash == nil, slashJoins(left.value, left.end) { dash = mark(left.end, "/") }
    guard let next = dash ?? untilAnd(left.end) else { return nil }
    if case .number(let number) = left.value, !isLed, dash == nil, number > 31 { return nil }
    var grammar = self
    grammar.origin = next
    guard let (right, end) = grammar.side(next, grammar.dated(next)) else { return nil }
    if !isLed, dash != nil, !joinsTightly(left.value, right) {
      return bracketedYears(left.value, right, start, end)
    }
    return join(left.value, right, start, end, isLed: isLed)
  }

  /// 2018/2019, الجمعة/السبت: only neighbours are joined by a slash.
  private func slashJoins(_ left: Side, _ index: Int) -> Bool {
    switch left {
    case .number(let year): (1000...2100).contains(year)
    case .date(.weekday): weekday(index + 1) != nil
    case .date(.calendar(let fields)):
      if fields.month == nil, case .number(let year) = fields.year {
        reader.number(index + 1, digits: 4...4) == year + 1
      } else {
        false
      }
    default: false
    }
  }

  func untilAnd(_ index: Int) -> Int? {
    reader.first(index, .preposition) { sense -> Bool? in
      sense == .preposition(.until) || sense == .preposition(.to) ? true : nil
    }?.end
  }

  /// A dash between two whole dates is a range; between bare numbers only a month makes it one.
  private func joinsTightly(_ left: Side, _ right: Side) -> Bool {
    switch (left, right) {
    case (.number, .number): false
    default: true
    }
  }

  // ( 1936 - 1939 ), ثورة فلسطين 1936 - 1939
  private func bracketedYears(_ left: Side, _ right: Side, _ start: Int, _ end: Int) -> Phrase? {
    guard case .number(let from) = left, case .number(let to) = right,
      (1000...2100).contains(from), to > from, to <= min(2100, from + 200), closes(end),
      mark(start - 1, "(") != nil || reader.kind(start - 1) == .word && from >= 1700,
      mark(end, "-–/") == nil
    else { return nil }
    return Phrase(
      meaning: .span(from: year(from), to: year(to)), start: start, end: end, relation: .during)
  }

  private func side(_ index: Int, _ found: Found<Meaning>?) -> Found<Side>? {
    if let (meaning, end) = found { return (.date(meaning), end) }
    let begin = dayIntroducer(index)
    if let number = reader.number(begin, digits: 1...4) { return (.number(number), begin + 1) }
    // Between two months even a doubtful name is one.
    if let (name, end) = month(begin), name.evidence != .evidence {
      return (.date(.calendar(CalendarFields(month: name.number, isHijri: name.isHijri))), end)
    }
    guard let (day, end) = dayNumber(begin) else { return nil }
    return (.number(day), end)
  }

  private func join(
    _ left: Side, _ right: Side, _ start: Int, _ end: Int, isLed: Bool = true
  ) -> Phrase? {
    guard let (from, to) = complete(left, right, end, isLed: isLed) else { return nil }
    return Phrase(meaning: .span(from: from, to: to), start: start, end: end, relation: .during)
  }

  private func complete(
    _ left: Side, _ right: Side, _ end: Int, isLed: Bool
  ) -> (Meaning, Meaning)? {
    switch (left, right) {
    case (.date(let from), .date(let to)): return agree(from, to)
    case (.number(let number), .date(let to)): return complete(number, to)
    case (.date(let from), .number(let number)):
      guard case .calendar(var fields) = from else { return nil }
      // "5 October 2025 - 12:30" is a date and a time.
      if fields.day != nil, fields.year == nil || isLed, mark(end, ":/") == nil,
        (1...31).contains(number)
      {
        fields.day = number
        return fields.hasRealDay ? (from, .calendar(fields)) : nil
      }
      guard fields.month == nil, (1000...2100).contains(number) else { return nil }
      return (from, year(number))
    case (.number(let from), .number(let to)):
      guard isLed, (1700...2100).contains(from), (from...2100).contains(to),
        closes(end) || isFunctionWord(end)
      else { return nil }
      return (year(from), year(to))
    }
  }

  /// The left side takes what it lacks from the right.
  private func complete(_ number: Int, _ right: Meaning) -> (Meaning, Meaning)? {
    switch right {
    case .calendar(var fields):
      if fields.day != nil {
        guard (1...31).contains(number) else { return nil }
        fields.day = number
        return fields.hasRealDay ? (.calendar(fields), right) : nil
      }
      guard fields.month == nil, (1000...2100).contains(number) else { return nil }
      return (year(number), right)
    case .dayOf(let month, _) where (1...31).contains(number):
      return (.dayOf(month, day: number), right)
    default: return nil
    }
  }

  private func agree(_ left: Meaning, _ right: Meaning) -> (Meaning, Meaning)? {
    guard case .calendar(var from) = left, case .calendar(let to) = right else {
      return isPointed(left) && isPointed(right) ? (left, right) : nil
    }
    if from.year == nil, to.year != nil, from.month != nil {
      from.year = to.year
      if let start = from.month, let end = to.month, start > end, case .number(let year) = to.year {
        from.year = .number(year - 1)
      }
    }
    return (.calendar(from), right)
  }

  private func isPointed(_ meaning: Meaning) -> Bool {
    switch meaning {
    case .span, .vague, .repetition, .clock, .duration: false
    default: true
    }
  }
}
