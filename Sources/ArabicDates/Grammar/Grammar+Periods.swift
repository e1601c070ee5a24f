internal import EDTF

extension Grammar {
  /// ستينيات القرن الماضي, العشرينيات, عقد الستينيات من القرن العشرين.
  func decade(_ index: Int) -> Found<Meaning>? {
    var begin = index
    if let (unit, next) = unit(index, .singular), unit == .decade {
      if let found = numberedDecade(next) { return found }
      begin = next
    }
    guard
      let (decade, end) = first(
        begin, .decade,
        { sense -> Int? in
          if case .decade(let decade) = sense { decade } else { nil }
        })
    else { return nil }
    let next = preposition(end, .from) ?? end
    if word(next, .age) != nil { return nil }
    guard let (unit, named) = unit(next, .singular), unit == .century else {
      return (Grammar.years(from: 1900 + decade, digits: 3), end)
    }
    if let (bearing, after) = bearing(named) {
      let century = bearing == .current ? 2000 : 1900
      return (Grammar.years(from: century + decade, digits: 3), after)
    }
    guard let (number, after) = ordinal(named) else {
      return (Grammar.years(from: 1900 + decade, digits: 3), end)
    }
    return (Grammar.years(from: (number - 1) * 100 + decade, digits: 3), after)
  }

  /// العقد الأول من القرن الحالي, العقد الثالث من القرن العشرين.
  private func numberedDecade(_ index: Int) -> Found<Meaning>? {
    guard let (nth, next) = ordinal(index), (1...10).contains(nth) else { return nil }
    let place = preposition(next, .from) ?? next
    guard let (unit, named) = unit(place, .singular), unit == .century else { return nil }
    if let (number, end) = ordinal(named) {
      return (Grammar.years(from: (number - 1) * 100 + (nth - 1) * 10, digits: 3), end)
    }
    guard let (bearing, end) = bearing(named), bearing == .last || bearing == .current else {
      return nil
    }
    let first = bearing == .current ? 2000 : 1900
    return (Grammar.years(from: first + (nth - 1) * 10, digits: 3), end)
  }

  // القرن التاسع عشر
  func century(_ index: Int) -> Found<Meaning>? {
    guard let (unit, next) = unit(index, .singular), unit == .century,
      let (number, end) = ordinal(next), (1...22).contains(number)
    else { return nil }
    if let (era, after) = era(end) {
      guard era == .ad else { return (.vague, after) }
      return (Grammar.years(from: (number - 1) * 100, digits: 2), after)
    }
    return (Grammar.years(from: (number - 1) * 100, digits: 2), end)
  }

  /// The years that share their first `digits` digits, as EDTF writes them: 196X, 18XX.
  static func years(from first: Int, digits: Int) -> Meaning {
    let written = String(first)
    let padded = String(repeating: "0", count: max(0, 4 - written.count)) + written
    let text = padded.prefix(digits) + String(repeating: "X", count: 4 - digits)
    guard let expression = try? EDTFExpression(parsing: String(text)) else { return .vague }
    return .rule(.fixed(expression))
  }

  /// صيف عام 2024, الصيف الماضي, هذا الصيف.
  func seasonDate(_ index: Int) -> Found<Meaning>? {
    let near = has(index, .demonstrative(near: true))
    let begin = word(near ?? index, .seasonNoun) ?? near ?? index
    guard
      let (season, end) = first(
        begin, .season,
        { sense -> RelativeDate.Part? in
          if case .season(let season) = sense { season } else { nil }
        })
    else { return nil }
    if near != nil, hasArticle(begin) { return (.season(season, .nearest), end) }
    if hasArticle(begin), let (compound, after) = compoundBearing(end) {
      switch compound.bearing {
      case .last: return (.season(season, .last), after)
      case .next: return (.season(season, .next), after)
      case .current: return (.season(season, .nearest), after)
      default: return nil
      }
    }
    let next = preposition(end, .from) ?? end
    guard let (year, after) = yearPeriod(next), !year.isAnaphor else { return nil }
    return (.part(season, year), after)
  }

  /// النصف الأول من 2024, الربع الثالث من هذا العام, 2016 الربع الثالث.
  func fraction(_ index: Int) -> Found<Meaning>? {
    if let year = reader.number(index, digits: 4...4), let (part, end) = fractionName(index + 1) {
      return (.part(part, .calendar(CalendarFields(year: .number(year)))), end)
    }
    guard let (part, end) = fractionName(index) else { return nil }
    let next = preposition(end, .from) ?? preposition(end, .inside) ?? end
    if let (period, after) = yearPeriod(next) ?? month(of: next) {
      return (.part(part, period), after)
    }
    let isWhole = index == 0 && end == reader.tokens.count
    return isWhole ? (.part(part, .rule(.period(.year, offset: 0))), end) : nil
  }

  private func month(of index: Int) -> Found<Meaning>? {
    guard let found = monthDate(index) ?? unitPhrase(index), found.value.isMonth else { return nil }
    return found
  }

  private func fractionName(_ index: Int) -> Found<RelativeDate.Part>? {
    guard hasArticle(index) else { return nil }
    if let next = has(index, .half), let (number, end) = ordinal(next), (1...2).contains(number) {
      return (number == 1 ? .firstHalf : .secondHalf, end)
    }
    guard let next = has(index, .quarter) else { return nil }
    if let (bearing, end) = bearing(next), bearing == .recent { return (.fourthQuarter, end) }
    let quarters: [RelativeDate.Part] = [
      .firstQuarter, .secondQuarter, .thirdQuarter, .fourthQuarter,
    ]
    guard let (number, end) = ordinal(next), (1...4).contains(number) else { return nil }
    return (quarters[number - 1], end)
  }

  /// الأسبوع الأول من عام 2027, الأسبوع الأخير في سبتمبر, اليوم الثالث من أكتوبر.
  func nthPeriod(_ index: Int) -> Found<Meaning>? {
    guard let (nth, unit, end) = numberedUnit(index),
      let next = preposition(end, .from) ?? preposition(end, .inside)
    else { return nil }
    if unit == .day {
      guard let (name, _) = month(next), nth >= 1 else { return nil }
      var fields = CalendarFields(month: name.number, day: nth, isHijri: name.isHijri)
      guard let (period, after) = monthDate(next), case .calendar(let named) = period else {
        return nil
      }
      fields.year = named.year
      fields.side = named.side
      return fields.hasRealDay ? (.calendar(fields), after) : nil
    }
    guard let (period, after) = monthDate(next) ?? yearPeriod(next) ?? unitPhrase(next) else {
      return nil
    }
    return (.weekOf(period, nth: nth), after)
  }

  private func numberedUnit(_ index: Int) -> (nth: Int, unit: TimeUnit, end: Int)? {
    if let next = word(index, .last), let (unit, end) = unit(next, .singular), unit == .week {
      return (-1, unit, end)
    }
    guard hasArticle(index), let (unit, next) = unit(index, .singular),
      unit == .week || unit == .day
    else { return nil }
    if let (bearing, end) = bearing(next), bearing == .recent, unit == .week {
      return (-1, unit, end)
    }
    guard let (nth, end) = ordinal(next), nth <= (unit == .week ? 53 : 31) else { return nil }
    return (nth, unit, end)
  }

  func holiday(_ index: Int) -> Found<Meaning>? {
    let begin = unit(index, .singular).flatMap { $0.value == .day ? $0.end : nil } ?? index
    guard
      let (holiday, end) = first(
        begin, .holiday,
        { sense -> Holiday? in
          if case .holiday(let holiday) = sense { holiday } else { nil }
        })
    else { return nil }
    let next = preposition(end, .from) ?? end
    if let (year, after) = year(next), year.isMarked || year.number >= 1000 {
      return (.holiday(holiday, year: year.number), after)
    }
    return (.holiday(holiday, year: nil), end)
  }

  func weekend(_ index: Int) -> Found<Meaning>? {
    let found: Found<Bool>? = first(index, .weekend) { $0 == .weekend ? true : nil }
    guard let end = found?.end else { return nil }
    var offset = 0
    var after = end
    if let (compound, next) = compoundBearing(end) {
      offset = compound.offset ?? compound.steps
      after = next
    }
    let week = Meaning.rule(.week(offset: offset))
    return (
      .span(
        from: .weekdayOf(week, weekday: 6, nth: 1), to: .weekdayOf(week, weekday: 7, nth: 1)),
      after
    )
  }
}

extension Meaning {
  var isAnaphor: Bool { if case .anaphor = self { true } else { false } }
}
