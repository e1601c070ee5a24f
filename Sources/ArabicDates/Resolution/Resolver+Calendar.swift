internal import EDTF

extension Resolver {
  /// A date of a calendar; what lacks its year lies on the side that tense or adjective say.
  func calendar(_ fields: CalendarFields) -> Resolved? {
    if fields.isHijri { return hijriDate(fields) }
    switch fields.year {
    case .number(let year): return .fixed(expression(year, fields.month, fields.day))
    case .offset(let offset):
      guard let month = fields.month else { return .relative(.period(.year, offset: offset)) }
      let rule = RelativeDate.monthIn(yearOffset: offset, month: month)
      return .relative(fields.day.map { .dayOf(rule, day: $0) } ?? rule)
    case nil: return withoutYear(fields)
    }
  }

  private func expression(_ year: Int, _ month: Int?, _ day: Int?) -> EDTFExpression? {
    guard let month else { return EDTFExpression(year: year) }
    guard let day else { return EDTFExpression(year: year, month: month) }
    return EDTFExpression(year: year, month: month, day: day)
  }

  private func withoutYear(_ fields: CalendarFields) -> Resolved? {
    guard let month = fields.month else {
      guard let day = fields.day else { return nil }
      return dayOf(.rule(.month(offset: 0)), day)
    }
    guard let day = fields.day else {
      let rule = RelativeDate.monthOfYear(month, fields.side ?? side(ofMonth: month))
      return fields.steps == 1 ? .relative(rule) : beyond(rule, month, fields.side)
    }
    if let year = fields.namedYear, let named = Day(year: year, month: month, day: day),
      reference.map({ named <= $0 }) ?? true
    {
      return .fixed(EDTFExpression(day: named))
    }
    let side = fields.side ?? side(ofMonth: month, day: day)
    return .relative(.dayOfYear(month: month, day: day, side))
  }

  /// "The September before last": a year beyond last September.
  private func beyond(
    _ rule: RelativeDate, _ month: Int, _ side: RelativeDate.Direction?
  ) -> Resolved? {
    guard let reference,
      let year = rule.resolve(against: reference)?.bounds.earliest.day?.fields.year
    else { return nil }
    let offset = year - reference.fields.year + (side == .last ? -1 : 1)
    return .relative(.monthIn(yearOffset: offset, month: month))
  }

  /// By tense; without one a sentence tells what was, and a bare expression means the year of
  /// the reference unless that is most of a year away.
  private func side(ofMonth month: Int, day: Int? = nil) -> RelativeDate.Direction {
    switch tense {
    case .past: return .latest
    case .future: return .coming
    case nil: break
    }
    guard isWhole, let (_, refMonth, refDay) = reference?.fields else { return .latest }
    let distance = month - refMonth
    if distance > 8 { return .latest }
    if distance < -8 { return .coming }
    if distance == 0, let day { return day <= refDay ? .latest : .coming }
    return distance <= 0 ? .latest : .coming
  }

  /// Day `day` of a month; of the month we are in when nothing else is said, or its neighbour
  /// on the side of the tense.
  func dayOf(_ month: Meaning, _ day: Int) -> Resolved? {
    guard var resolved = resolve(month) else { return nil }
    if case .month(offset: 0) = resolved.rule, let today = reference?.fields.day, tense == .past,
      day > today, day > 28
    {
      resolved.rule = .month(offset: -1)
    }
    return resolved.map { .dayOf($0, day: day) }
  }

  /// "The Monday before last", as a day of its ISO week.
  func weekdayBeyond(_ weekday: Int, _ steps: Int) -> Resolved? {
    guard let reference else { return .relative(.weekday(weekday, steps < 0 ? .last : .next)) }
    // Whether the nearest one on that side lies in the reference's own week.
    let isInside = steps < 0 ? weekday < reference.weekday : weekday > reference.weekday
    let week = steps < 0 ? steps + (isInside ? 1 : 0) : steps - (isInside ? 1 : 0)
    return .relative(.weekdayOf(.week(offset: week), weekday: weekday, nth: 1))
  }

  /// "Thursday the 21st": the nearest month, on the side of the tense, where the day is one.
  func weekdayAndDay(_ weekday: Int, _ day: Int) -> Resolved? {
    guard let reference else { return .relative(.weekday(weekday, .nearest)) }
    let (year, month, _) = reference.fields
    let candidates = (-8...8).compactMap { offset -> (offset: Int, day: Day)? in
      let count = year * 12 + month - 1 + offset
      guard let found = Day(year: count / 12, month: count % 12 + 1, day: day),
        found.weekday == weekday
      else { return nil }
      return (offset, found)
    }
    let sided = candidates.filter { candidate in
      switch tense {
      case .past: candidate.day <= reference
      case .future: candidate.day >= reference
      case nil: true
      }
    }
    let pool = sided.isEmpty ? candidates : sided
    let best = pool.min {
      abs($0.day.rawValue - reference.rawValue) < abs($1.day.rawValue - reference.rawValue)
    }
    guard let best else { return nil }
    return .relative(.dayOf(.month(offset: best.offset), day: day))
  }

  /// The `nth` ISO week of a period: the week belongs where its Thursday lies.
  func weekOf(_ whole: Meaning, _ nth: Int) -> Resolved? {
    guard let resolved = resolve(whole),
      let thursday = expression(resolved.map { .weekdayOf($0, weekday: 4, nth: nth) })?
        .bounds.earliest.day,
      let monday = EDTFExpression(day: thursday.advanced(by: -3)),
      let sunday = EDTFExpression(day: thursday.advanced(by: 3)),
      let week = EDTFExpression.interval(from: .at(monday), to: .at(sunday))
    else { return nil }
    return Resolved(rule: .fixed(week), usesReference: resolved.usesReference)
  }

  func season(_ season: RelativeDate.Part, _ side: RelativeDate.Direction?) -> Resolved? {
    guard let reference else { return .relative(.part(season, of: .period(.year, offset: 0))) }
    let spans = (-1...1).compactMap { offset -> (offset: Int, first: Day, last: Day)? in
      let rule = RelativeDate.part(season, of: .period(.year, offset: offset))
      guard let bounds = rule.resolve(against: reference)?.bounds, let first = bounds.earliest.day,
        let last = bounds.latest.day
      else { return nil }
      return (offset, first, last)
    }
    let found: Int?
    switch side {
    case .last, .latest: found = spans.last { $0.last < reference }?.offset
    case .next, .coming: found = spans.first { $0.first > reference }?.offset
    case .nearest, nil: found = spans.first { $0.last >= reference }?.offset
    }
    return found.map { .relative(.part(season, of: .period(.year, offset: $0))) }
  }

  func holiday(_ holiday: Holiday, _ year: Int?) -> Resolved? {
    switch holiday.calendar {
    case .gregorian:
      return calendar(
        CalendarFields(year: year.map { .number($0) }, month: holiday.month, day: holiday.day))
    case .hijri:
      return hijriDate(
        CalendarFields(
          year: year.map { .number($0) }, month: holiday.month, day: holiday.day, isHijri: true))
    case .easter:
      guard let number = year ?? reference?.fields.year, let sunday = Easter.sunday(of: number)
      else { return nil }
      return Resolved(rule: .fixed(sunday), usesReference: year == nil)
    }
  }
}

/// Western Easter, by the anonymous Gregorian computus (Nature, 20 April 1876).
enum Easter {
  static func sunday(of year: Int) -> EDTFExpression? {
    guard (1...9999).contains(year) else { return nil }
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - b / 4 - g + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 19 * l) / 433
    let month = (h + l - 7 * m + 90) / 25
    let day = (h + l - 7 * m + 33 * month + 19) % 32
    return EDTFExpression(year: year, month: month, day: day)
  }
}
