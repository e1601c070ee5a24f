internal import EDTF

/// What a meaning comes to: a rule, and whether it needs the reference day.
struct Resolved: Sendable {
  var rule: RelativeDate
  var usesReference: Bool

  static func fixed(_ expression: EDTFExpression?) -> Resolved? {
    expression.map { Resolved(rule: .fixed($0), usesReference: false) }
  }

  static func relative(_ rule: RelativeDate) -> Resolved {
    Resolved(rule: rule, usesReference: true)
  }

  func map(_ make: (RelativeDate) -> RelativeDate) -> Resolved {
    Resolved(rule: make(rule), usesReference: usesReference)
  }
}

/// Turns meanings into rules: decides the side of the reference by the tense of the clause, and
/// what "the same year" points at by the date said before.
struct Resolver: Sendable {
  let reference: Day?
  /// The tense of the clause at hand.
  var tense: Tense?
  /// Whether the expression is the whole text, so that no clause can decide.
  var isWhole = false
  /// The date said last, for "the same year" and "the next day".
  var antecedent: EDTFExpression?
  /// The token after the date said before.
  var antecedentEnd = 0
  /// Whether that date stands in the same sentence.
  var goesOn = false
  let hijri = HijriCalendar.standard

  init(reference: Day?) { self.reference = reference }

  func resolve(_ meaning: Meaning) -> Resolved? {
    switch meaning {
    case .rule(let rule):
      if case .fixed = rule { return Resolved(rule: rule, usesReference: false) }
      // What has happened this week happened up to today.
      if case .week(offset: 0) = rule, tense == .past, !isWhole {
        return .relative(.span(from: rule, to: .day(offset: 0)))
      }
      return .relative(rule)
    case .calendar(let fields): return calendar(fields)
    case .weekday(let day, let side): return .relative(.weekday(day, side ?? weekdaySide))
    case .weekdayBeyond(let day, let steps): return weekdayBeyond(day, steps)
    case .weekdayOf(let whole, let weekday, let nth):
      return resolve(whole)?.map { .weekdayOf($0, weekday: weekday, nth: nth) }
    case .dayOf(let month, let day): return dayOf(month, day)
    case .weekdayAndDay(let weekday, let day): return weekdayAndDay(weekday, day)
    case .weekOf(let whole, let nth): return weekOf(whole, nth)
    case .part(let part, let whole): return resolve(whole)?.map { .part(part, of: $0) }
    case .season(let season, let side): return self.season(season, side)
    case .span(let from, let to): return span(from, to)
    case .before(let date): return before(date)
    case .after(let date): return after(date)
    case .approximately(let date): return resolve(date)?.map { .approximately($0) }
    case .holiday(let holiday, let year): return self.holiday(holiday, year)
    case .shifted(let amounts, let sign): return shifted(amounts, sign)
    case .moved(let base, let amount, let sign): return moved(base, amount, sign)
    case .within(let amount): return within(amount)
    case .ahead(let amount):
      return tense == .future || isWhole ? shifted([amount], 1) : nil
    case .anaphor(let anaphor): return self.anaphor(anaphor)
    case .duration, .repetition, .clock, .vague: return nil
    }
  }

  /// The expression a rule gives; a rule that needs no reference is resolved against any day.
  func expression(_ resolved: Resolved) -> EDTFExpression? {
    guard let day = resolved.usesReference ? reference : Day(rawValue: 0) else { return nil }
    return resolved.rule.resolve(against: day)
  }

  private func span(_ from: Meaning?, _ to: Meaning?) -> Resolved? {
    if case .weekday(let first, _) = from, let to, case .weekday = to, let end = resolve(to) {
      return weekdays(from: first, end)
    }
    let start = from.map(resolve)
    let end = to.map(resolve)
    if let start, start == nil { return nil }
    if let end, end == nil { return nil }
    let sides = (start ?? nil, end ?? nil)
    let uses = sides.0?.usesReference == true || sides.1?.usesReference == true
    return Resolved(rule: .span(from: sides.0?.rule, to: sides.1?.rule), usesReference: uses)
  }

  /// From a weekday to the one that ends the stretch: the first is the last such day before it.
  private func weekdays(from first: Int, _ end: Resolved) -> Resolved? {
    guard let reference, let last = expression(end)?.bounds.earliest.day else {
      return end.map { .span(from: .weekday(first, .latest), to: $0) }
    }
    let start = last.advanced(by: -((last.weekday - first + 7) % 7))
    let monday = { (day: Day) in day.rawValue + 1 - day.weekday }
    let weeks = (monday(start) - monday(reference)) / 7
    let rule = RelativeDate.weekdayOf(.week(offset: weeks), weekday: first, nth: 1)
    return end.map { .span(from: rule, to: $0) }
  }

  /// Up to the day before a calendar date begins; a relative date is included, since its own
  /// first day may already count.
  private func before(_ date: Meaning) -> Resolved? {
    guard let resolved = resolve(date) else { return nil }
    let neighbour = resolved.usesReference ? nil : beside(resolved, by: -1)
    return Resolved(
      rule: .span(from: nil, to: neighbour ?? resolved.rule), usesReference: resolved.usesReference)
  }

  private func after(_ date: Meaning) -> Resolved? {
    guard let resolved = resolve(date) else { return nil }
    let neighbour = resolved.usesReference ? nil : beside(resolved, by: 1)
    return Resolved(
      rule: .span(from: neighbour ?? resolved.rule, to: nil), usesReference: resolved.usesReference)
  }

  /// The year, month or day next to a date, at the date's own grain.
  private func beside(_ resolved: Resolved, by step: Int) -> RelativeDate? {
    guard case .fixed(let expression) = resolved.rule,
      let day = expression.bounds.earliest.day
    else { return nil }
    let (year, month, _) = day.fields
    let next: EDTFExpression?
    switch expression.description.split(separator: "-").count {
    case 1 where Int(expression.description) != nil: next = EDTFExpression(year: year + step)
    case 2 where month <= 12 && expression.description.count == 7:
      let count = year * 12 + month - 1 + step
      next = EDTFExpression(year: count / 12, month: count % 12 + 1)
    case 3 where expression.description.count == 10:
      next = EDTFExpression(day: day.advanced(by: step))
    default: next = nil
    }
    return next.map { .fixed($0) }
  }

  private var weekdaySide: RelativeDate.Direction {
    switch tense {
    case .past: .latest
    case .future: .coming
    case nil: isWhole ? .next : .latest
    }
  }
}
