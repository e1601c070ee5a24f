internal import EDTF

extension Grammar {
  /// نهاية أغسطس, مطلع عام 2025, منتصف الأسبوع المقبل, أوائل القرن العشرين, بقية الشهر.
  func partOf(_ index: Int) -> Found<Meaning>? {
    if let next = has(index, .remainder) { return remainder(next) }
    if let half = has(index, .half), !hasArticle(index), let (unit, next) = unit(half, .singular),
      unit == .century, let (bearing, end) = bearing(next), bearing == .last || bearing == .recent
    {
      return (.rule(.running(.year, count: -50)), end)
    }
    if let half = has(index, .half), !hasArticle(index), let (month, end) = monthDate(half) {
      return month.isMonth ? (.part(.middle, month), end) : nil
    }
    guard
      let (part, end) = first(
        index, .part,
        { sense -> RelativeDate.Part? in
          if case .part(let part) = sense { part } else { nil }
        })
    else { return firstDay(index) }
    let next = preposition(end, .from) ?? preposition(end, .inside) ?? end
    guard let (period, after) = period(next) else { return nil }
    return (.part(part, period), after)
  }

  /// A period long enough to have a beginning and an end.
  private func period(_ index: Int) -> Found<Meaning>? {
    if let (compound, end) = nakedYear(index) { return (compound, end) }
    let found =
      monthDate(index) ?? decade(index) ?? century(index) ?? fraction(index)
      ?? unitPhrase(index) ?? seasonDate(index) ?? yearPeriod(index)
    guard let found else { return nil }
    switch found.value {
    case .calendar(let fields) where fields.day != nil: return nil
    case .rule(.day): return nil
    default: return found
    }
  }

  private func nakedYear(_ index: Int) -> Found<Meaning>? {
    guard let number = reader.number(index, digits: 4...4), (1000...2200).contains(number) else {
      return nil
    }
    let era = era(index + 1)
    return (.calendar(CalendarFields(year: .number(number))), era?.end ?? index + 1)
  }

  /// أول سبتمبر, أول شهر شباط, غرة رمضان: the first day of a month.
  private func firstDay(_ index: Int) -> Found<Meaning>? {
    guard !hasArticle(index), has(index, .ordinal(1)) != nil, let (name, _) = month(index + 1)
    else { return nil }
    guard let (month, end) = monthDate(index + 1), case .calendar(var fields) = month,
      fields.day == nil
    else { return nil }
    fields.day = 1
    fields.isHijri = name.isHijri
    return (.calendar(fields), end)
  }

  /// What is left of the period we are in.
  private func remainder(_ index: Int) -> Found<Meaning>? {
    var next = preposition(index, .from) ?? index
    if let near = has(next, .demonstrative(near: true)) { next = near }
    guard hasArticle(next), let (unit, end) = unit(next, .singular),
      let period = Grammar.current(unit)
    else { return nil }
    return (.span(from: .rule(.day(offset: 0)), to: .rule(period)), end)
  }

  private static func current(_ unit: TimeUnit) -> RelativeDate? {
    switch unit {
    case .week: .week(offset: 0)
    case .month: .month(offset: 0)
    case .year: .period(.year, offset: 0)
    default: nil
    }
  }

  /// مساء أمس, فجر الاثنين, صباح يوم 5 مايو: a part of a day does not move the date.
  func dayPartDate(_ index: Int) -> Found<Meaning>? {
    let found: Found<Bool>? = first(index, .dayPart) { $0 == .dayPart ? true : nil }
    // «عبدالله الصباح اليوم»: a family name; the morning of a day has no article.
    guard let end = found?.end, !hasArticle(index) else { return nil }
    let next = preposition(end, .from) ?? end
    var inner = self
    inner.origin = next
    guard
      let (meaning, after) = inner.dayWord(next) ?? inner.weekdayDate(next)
        ?? inner.calendarDate(next) ?? inner.numericDate(next)
    else { return nil }
    switch meaning {
    case .calendar(let fields) where fields.day == nil: return nil
    default: return (meaning, after)
    }
  }
}
