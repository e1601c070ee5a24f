internal import EDTF

extension Grammar {
  /// One unit said by its place: هذا الأسبوع, الشهر الماضي, العام قبل الماضي, اليوم التالي.
  func unitPhrase(_ index: Int) -> Found<Meaning>? { weekThenDay(index) ?? placedUnit(index) }

  func placedUnit(_ index: Int) -> Found<Meaning>? {
    if let found = demonstrated(index) { return found }
    guard hasArticle(index), let (unit, next) = unit(index) else { return nil }
    if unit == .year, hasArticle(next), let (era, hijri) = self.era(next), era == .hijri {
      return hijriYear(hijri)
    }
    if let (bearing, end) = compoundBearing(next) {
      if let recent = justPast(unit, form: form(index), bearing, end) { return (recent, end) }
      return placed(unit, form: form(index), bearing).map { ($0, end) }
    }
    if form(index) == .singular, unit != .day, isAloneOrPartOf(index, next) {
      return place(unit, 0).map { ($0, next) }
    }
    return nil
  }

  /// هذا العام, هذا اليوم, ذلك العام, هذه الأيام.
  private func demonstrated(_ index: Int) -> Found<Meaning>? {
    let found = first(index, .demonstrative) { sense -> Bool? in
      if case .demonstrative(let near) = sense { near } else { nil }
    }
    guard let (near, next) = found, hasArticle(next), let (unit, end) = unit(next) else {
      return nil
    }
    guard unit.calendarUnit != nil, !reader.has(end, .relative) else { return nil }
    guard form(next) == .singular else {
      return near && unit == .day ? (.approximately(.rule(.day(offset: 0))), end) : nil
    }
    guard near else { return (.anaphor(Anaphor(unit: unit, offset: 0, insists: true)), end) }
    let after = bearing(end).flatMap { $0.value == .current ? $0.end : nil } ?? end
    return place(unit, 0).map { ($0, after) }
  }

  private func form(_ index: Int) -> Form? {
    first(index, .unit) { if case .unit(_, let form) = $0 { form } else { nil } }?.value
  }

  /// The unit that an adjective points at.
  private func placed(_ unit: TimeUnit, form: Form?, _ compound: CompoundBearing) -> Meaning? {
    guard let calendar = unit.calendarUnit else { return nil }
    switch (form, compound.bearing) {
    case (.singular, .following): return .anaphor(Anaphor(unit: unit, offset: 1))
    case (.singular, .previous) where compound.steps == 1:
      return .anaphor(Anaphor(unit: unit, offset: -1))
    case (.singular, .same): return .anaphor(Anaphor(unit: unit, offset: 0, insists: true))
    case (.singular, .recent) where unit != .decade: return nil
    case (.singular, _): return compound.offset.flatMap { place(unit, $0) }
    case (.dual, .last), (.dual, .recent), (.dual, .previous):
      return .rule(.running(calendar, count: -2))
    case (.dual, .next): return .rule(.running(calendar, count: 2))
    default: return nil
    }
  }

  /// «خلال الأسبوع الأخير»: the week up to now; «الأسبوع الأخير من الشهر» is another.
  private func justPast(
    _ unit: TimeUnit, form: Form?, _ bearing: CompoundBearing, _ end: Int
  ) -> Meaning? {
    guard bearing.bearing == .recent, form == .singular, [.week, .month, .year].contains(unit),
      preposition(end, .from) == nil
    else { return nil }
    return unit.calendarUnit.map { .rule(.running($0, count: -1)) }
  }

  private func place(_ unit: TimeUnit, _ offset: Int) -> Meaning? {
    switch unit {
    case .day: .rule(.day(offset: offset))
    case .week: .rule(.week(offset: offset))
    case .month: .rule(.month(offset: offset))
    case .year: .rule(.period(.year, offset: offset))
    case .decade: .rule(.period(.decade, offset: offset))
    case .century: .rule(.period(.century, offset: offset))
    case .hour, .minute, .second: nil
    }
  }

  /// A bare "the month" is this month only after "end of" and the like, or as the whole text.
  private func isAloneOrPartOf(_ index: Int, _ end: Int) -> Bool {
    if index == 0, end == reader.tokens.count { return true }
    return index != origin && unitIsPeriod(index)
  }

  private func unitIsPeriod(_ index: Int) -> Bool {
    guard let (unit, _) = unit(index, .singular) else { return false }
    return [.week, .month, .year, .decade, .century].contains(unit)
  }

  private func hijriYear(_ index: Int) -> Found<Meaning>? {
    guard let (compound, end) = compoundBearing(index),
      let offset = compound.offset ?? (compound.bearing == .following ? 1 : nil)
    else { return nil }
    return (.calendar(CalendarFields(year: .offset(offset), isHijri: true)), end)
  }

  /// السنوات الخمس الماضية, الأشهر الأخيرة, الأيام القليلة المقبلة, الثلاثة عقود القادمة,
  /// 3 أيام مضت, الأشهر الستة الأولى من العام.
  func runningUnits(_ index: Int) -> Found<Meaning>? {
    if let found = leadingUnits(index) { return found }
    guard let (counted, next) = definiteAmount(index) else { return nil }
    let amount = counted.inDays
    if let found = firstUnits(amount, next) { return found }
    guard hasArticle(next), let (bearing, end) = bearing(next), let unit = amount.unit.calendarUnit
    else {
      return nil
    }
    let sign: Int
    switch bearing {
    case .last, .recent, .previous: sign = -1
    case .next: sign = 1
    default: return nil
    }
    // "The last months" are three by convention; fewer than that would be a dual.
    let count = amount.count ?? 3
    let rule = RelativeDate.running(unit, count: sign * count)
    return (amount.count == nil ? .approximately(.rule(rule)) : .rule(rule), end)
  }

  /// A counted plural with the number before or after the noun.
  private func definiteAmount(_ index: Int) -> Found<Amount>? {
    if let (unit, next) = unit(index, .plural), hasArticle(index) {
      if let vague = vagueAmount(next) { return (Amount(count: nil, unit: unit), vague) }
      // «الساعات الـ24 الماضية»: the article may be written apart from the digits.
      let number = word(next, .article) ?? next
      if let (count, end) = cardinal(number), reader.kind(number) == .number || hasArticle(number) {
        return (Amount(count: count, unit: unit), end)
      }
      return (Amount(count: nil, unit: unit), next)
    }
    let begin = word(index, .article) ?? index
    guard let (count, next) = cardinal(begin), let (unit, end) = unit(next) else { return nil }
    return (Amount(count: count, unit: unit), end)
  }

  func vagueAmount(_ index: Int) -> Int? { has(index, .vagueAmount) }

  /// أول شهرين من العام, أول ثلاثة أشهر من 2024.
  private func leadingUnits(_ index: Int) -> Found<Meaning>? {
    guard !hasArticle(index), has(index, .ordinal(1)) != nil,
      let (amount, next) = amount(index + 1)
    else { return nil }
    return monthsOfYear(amount, next)
  }

  // الأشهر الستة الأولى من العام
  private func firstUnits(_ amount: Amount, _ index: Int) -> Found<Meaning>? {
    guard let (number, next) = ordinal(index), number == 1 else { return nil }
    return monthsOfYear(amount, next)
  }

  /// The first months of a year, from January on.
  private func monthsOfYear(_ amount: Amount, _ index: Int) -> Found<Meaning>? {
    guard let count = amount.count, amount.unit == .month, (2...11).contains(count),
      let from = preposition(index, .from) ?? preposition(index, .inside),
      let (year, end) = yearPeriod(from)
    else { return nil }
    return (.span(from: month(1, of: year), to: month(count, of: year)), end)
  }

  /// A year as a period: عام 2024, العام الماضي, العام.
  func yearPeriod(_ index: Int) -> Found<Meaning>? {
    if let (year, end) = year(index), year.era != .bc, year.isMarked || year.number >= 1000 {
      return (meaning(of: year), end)
    }
    if let (period, end) = unitPhrase(index), period.isYear { return (period, end) }
    guard hasArticle(index), let (unit, end) = unit(index, .singular), unit == .year else {
      return nil
    }
    return (.anaphor(Anaphor(unit: .year, offset: 0)), end)
  }

  private func month(_ number: Int, of year: Meaning) -> Meaning {
    switch year {
    case .calendar(var fields):
      fields.month = number
      return .calendar(fields)
    case .rule(.period(.year, let offset)):
      return .rule(.monthIn(yearOffset: offset, month: number))
    default: return .part(number == 1 ? .start : .end, year)
    }
  }
}

extension Meaning {
  var isYear: Bool {
    switch self {
    case .rule(.period(.year, _)): true
    case .calendar(let fields): fields.year != nil && fields.month == nil && fields.day == nil
    case .anaphor(let anaphor): anaphor.unit == .year
    default: false
    }
  }
}
