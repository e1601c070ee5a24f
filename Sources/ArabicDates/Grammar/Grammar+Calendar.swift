internal import EDTF

extension Grammar {
  /// A date of a calendar: day and month, month and day, month and year, a month.
  func calendarDate(_ index: Int) -> Found<Meaning>? {
    let start = dayIntroducer(index)
    if let found = dayMonth(start) ?? dayOfMonth(start) { return found }
    if start != index {
      // "يوم 21": a day of the month we are in; "اليوم 21" is "today, 21 of something".
      if let found = numericDate(start) ?? bracketed(start) { return found }
      guard !hasArticle(index), reader.kind(start) == .number, let (day, end) = dayNumber(start),
        closes(end), mark(end, "/-–.\\") == nil || reader.kind(end + 1) != .number
      else { return nil }
      return (.calendar(CalendarFields(day: day)), end)
    }
    return monthDate(index)
  }

  /// Steps over يوم, يومي, ليلة, بتاريخ.
  func dayIntroducer(_ index: Int) -> Int {
    if let (unit, end) = unit(index, .singular), unit == .day { return end }
    return word(index, .introducer) ?? index
  }

  // 27 سبتمبر 2024, الحادي والعشرين من مايو, 16. نوفمبر. 2016, 3 فبراير (شباط) الماضي
  func dayMonth(_ index: Int) -> Found<Meaning>? {
    guard let (day, afterDay) = dayNumber(index) else { return nil }
    let next = preposition(afterDay, .from) ?? mark(afterDay, "/-–.,،") ?? afterDay
    guard let (name, end) = month(next) else { return nil }
    var fields = CalendarFields(month: name.number, day: day, isHijri: name.isHijri)
    let after = withYear(&fields, end)
    guard fields.hasRealDay else { return nil }
    if after == end, reader.has(index - 1, .attacks) || reader.has(index - 1, .war),
      let year = reader.yearOfNamedDay(month: name.number, day: day), !name.isHijri
    {
      fields.namedYear = year
    }
    return (.calendar(fields), after)
  }

  /// The 20th of a month said by its place: 20 من الشهر المقبل.
  private func dayOfMonth(_ index: Int) -> Found<Meaning>? {
    guard let (day, next) = dayNumber(index) else { return nil }
    if reader.has(index, [.digits, .ordinal]), let found = dayOfSaidMonth(day, next) {
      return found
    }
    guard let from = preposition(next, .from) ?? preposition(next, .inside) ?? thisUnit(next),
      let (period, end) = unitPhrase(from), period.isMonth
    else { return nil }
    return (.dayOf(period, day: day), end)
  }

  /// 5 الجاري, العاشر من المقبل: the month itself is left out.
  private func dayOfSaidMonth(_ day: Int, _ index: Int) -> Found<Meaning>? {
    let next = preposition(index, .from) ?? index
    guard hasArticle(next), let (bearing, end) = bearing(next), closes(end) || isFunctionWord(end)
    else { return nil }
    let offset: Int? =
      switch bearing {
      case .current: 0
      case .last: -1
      case .next: 1
      default: nil
      }
    return offset.map { (.dayOf(.rule(.month(offset: $0)), day: day), end) }
  }

  private func thisUnit(_ index: Int) -> Int? {
    has(index, .demonstrative(near: true)) == nil ? nil : index
  }

  /// Everything that begins with a month's name.
  func monthDate(_ index: Int) -> Found<Meaning>? {
    let begin = has(index, .demonstrative(near: true)) ?? index
    guard let (name, end) = month(begin) else { return nil }
    var fields = CalendarFields(month: name.number, isHijri: name.isHijri)
    if begin != index { fields.year = .offset(0) }
    if let found = dayAfterMonth(name, end) { return found }
    if let bracketed = bracketedDate(name, end) { return bracketed }
    let after = withYear(&fields, end)
    if after == end, begin == index {
      if let shared = sharedYear(end) {
        (fields.year, fields.side) = (shared.year, shared.side)
      } else if !stands(name, index, end) {
        return nil
      }
    }
    return (.calendar(fields), after)
  }

  /// The year that several months share: يناير وفبراير 2024, يناير وفبراير الماضيين.
  private func sharedYear(_ index: Int) -> CalendarFields? {
    var end = index
    for _ in 0..<4 {
      guard let next = joined(end) else { return nil }
      var grammar = self
      grammar.origin = next
      guard let (name, after) = grammar.month(next) else { return nil }
      var fields = CalendarFields(month: name.number, isHijri: name.isHijri)
      if grammar.withYear(&fields, after) > after { return fields }
      end = after
    }
    return nil
  }

  /// سبتمبر 11, 1987 and مايو الحادي والعشرين.
  private func dayAfterMonth(_ name: MonthName, _ index: Int) -> Found<Meaning>? {
    let next = mark(index, "-") ?? index
    guard let (day, end) = dayNumber(next) else { return nil }
    let isWritten = reader.kind(next) == .word
    var fields = CalendarFields(month: name.number, day: day, isHijri: name.isHijri)
    let after = withYear(&fields, end)
    guard fields.hasRealDay,
      fields.year != nil || isWritten || closes(end) || preposition(end, .to) != nil
    else { return nil }
    // "يناير 20 شخصا" counts people; "أيلول واحد" counts months.
    if isWritten, fields.year == nil, !hasArticle(next), isCounted(end) { return nil }
    return (.calendar(fields), after)
  }

  // كانون الأول ( 2 / 12 / 1947 )
  private func bracketedDate(_ name: MonthName, _ index: Int) -> Found<Meaning>? {
    guard let open = mark(index, "("), let (date, end) = numericDate(open),
      let close = mark(end, ")"), case .calendar(let fields) = date, fields.month == name.number
    else { return nil }
    return (date, close)
  }

  /// Reads the year, or what stands for one, after a day or month; returns where it ends.
  private func withYear(_ fields: inout CalendarFields, _ index: Int) -> Int {
    var next = mark(index, ",،.-/") ?? index
    if let step = preposition(next, .from) ?? preposition(next, .inside) { next = step }
    let isJoined = next == index
    if let (year, end) = year(next) ?? bracketedYear(index), year.era != .bc,
      isJoined || year.isMarked || year.number >= 1000, accepts(year, next, end)
    {
      fields.year = .number(year.number)
      let era = era(end, isMarked: true)
      if year.era == nil, let era, era.value != .bc {
        if era.value == .hijri { fields.isHijri = true }
        return era.end
      }
      // A Hijri month may stand beside a Gregorian year: Ramadan 2001 is the one that fell in it.
      if year.era == .hijri { fields.isHijri = true }
      return end
    }
    guard let (hint, end) = yearHint(index) else { return index }
    fields.year = hint.year
    fields.side = hint.side
    fields.steps = hint.steps
    return end
  }

  private func bracketedYear(_ index: Int) -> Found<YearName>? {
    guard let open = mark(index, "("), let (year, end) = year(open), let close = mark(end, ")")
    else { return nil }
    return (year, close)
  }

  /// A bare number after a month is its year unless it counts something.
  private func accepts(_ year: YearName, _ start: Int, _ end: Int) -> Bool {
    year.isMarked || reader.kind(start) == .word || year.number % 100 != 0 || !isCounted(end)
  }

  /// Whether a month without day or year is meant as a month.
  private func stands(_ name: MonthName, _ index: Int, _ end: Int) -> Bool {
    let isWhole = index == 0 && end == reader.tokens.count
    if isWhole { return true }
    if reader.has(index - 1, .war) { return false }
    switch name.evidence {
    case .sure: return true
    case .preposition: return isAfterPreposition(index)
    case .evidence: return name.isHijri && isAfterPreposition(index) && closes(end)
    }
  }

  func isAfterPreposition(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    return reader.first(index - 1, [.preposition, .part]) { sense -> Bool? in
      switch sense {
      case .preposition, .part: true
      default: nil
      }
    } != nil
  }
}

extension CalendarFields {
  /// Whether the calendar can have the day, as far as the fields say.
  var hasRealDay: Bool {
    guard let day, let month else { return true }
    if isHijri { return day <= 30 }
    if case .number(let year) = year { return Day(year: year, month: month, day: day) != nil }
    return day <= Day.count(ofMonth: month, year: 2000)
  }
}

extension Meaning {
  /// Whether it is one month.
  var isMonth: Bool {
    switch self {
    case .rule(.month), .rule(.monthOfYear), .rule(.monthIn): true
    case .calendar(let fields): fields.month != nil && fields.day == nil
    case .anaphor(let anaphor): anaphor.unit == .month
    default: false
    }
  }
}
