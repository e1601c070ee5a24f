internal import EDTF

extension Resolver {
  /// A point some units before or after the reference.
  func shifted(_ amounts: [Amount], _ sign: Int) -> Resolved? {
    // "Three days later" in a story counts from what was told before, not from today.
    if sign > 0, tense != .future, !isWhole {
      guard goesOn, amounts.count == 1 else { return nil }
      return later(amounts[0])
    }
    guard amounts.count == 1 else { return sum(amounts, sign) }
    guard let count = amounts[0].count, let unit = amounts[0].unit.calendarUnit else { return nil }
    let rule =
      unit == .day
      ? RelativeDate.day(offset: sign * count) : RelativeDate.ago(unit, count: sign * count)
    // Ten and more years are always a round figure.
    let isRound = unit == .year && count >= 10
    return .relative(amounts[0].isRough || isRound ? .approximately(rule) : rule)
  }

  /// Some units from another date, counted from its first day.
  func moved(_ base: Meaning, _ amount: Amount, _ sign: Int) -> Resolved? {
    guard let anchor = resolve(base), let start = expression(anchor),
      let day = start.bounds.earliest.day
    else { return nil }
    var there = Resolver(reference: day)
    there.isWhole = true
    guard let found = there.shifted([amount], sign).flatMap(there.expression) else { return nil }
    // A day counted from a rough date is as rough.
    let isRough = start.description.contains("~")
    return Resolved(
      rule: .fixed(isRough ? found.approximate() : found), usesReference: anchor.usesReference)
  }

  /// So many units after the date that the sentence gave before; as fine as that date, at most.
  private func later(_ amount: Amount) -> Resolved? {
    guard let antecedent, let day = antecedent.bounds.earliest.day else { return nil }
    let isDay = antecedent.bounds.latest.day == day
    guard isDay || amount.unit == .year else { return nil }
    guard isDay else {
      guard let count = amount.count else { return nil }
      return RelativeDate.period(.year, offset: count).resolve(against: day).map {
        Resolved(rule: .fixed($0), usesReference: false)
      }
    }
    return moved(.rule(.fixed(antecedent)), amount, 1).map {
      Resolved(rule: $0.rule, usesReference: false)
    }
  }

  /// The units from the reference on; a bare label means their end.
  func within(_ amount: Amount) -> Resolved? {
    guard !isWhole else { return shifted([amount], 1) }
    guard let count = amount.count, let unit = amount.unit.calendarUnit else { return nil }
    return .relative(.running(unit, count: tense == .past ? -count : count))
  }

  /// A year, a month and 21 days: each in turn, the day of the month kept where it exists.
  private func sum(_ amounts: [Amount], _ sign: Int) -> Resolved? {
    guard let reference else { return nil }
    var (year, month, day) = reference.fields
    var days = 0
    for amount in amounts {
      guard let count = amount.count, abs(count) < 10_000 else { return nil }
      switch amount.unit {
      case .day: days += count
      case .week: days += 7 * count
      case .month: month += sign * count
      case .year: year += sign * count
      case .decade: year += sign * 10 * count
      default: return nil
      }
    }
    let months = year * 12 + month - 1
    guard months >= 0 else { return nil }
    (year, month) = (months / 12, months % 12 + 1)
    day = min(day, Day.count(ofMonth: month, year: year))
    guard let found = Day(year: year, month: month, day: day) else { return nil }
    let moved = found.rawValue + sign * days - reference.rawValue
    return .relative(.day(offset: moved))
  }

  /// "The same year", "the next day": from the date said before; without one, from the
  /// reference, unless the words insist on one.
  func anaphor(_ anaphor: Anaphor) -> Resolved? {
    if let antecedent, let day = antecedent.bounds.earliest.day,
      let found = moved(day, antecedent, anaphor)
    {
      // A date read through an earlier one keeps no rule of its own.
      return Resolved(rule: .fixed(found), usesReference: false)
    }
    guard !anaphor.insists else { return nil }
    // Told as a story, "the next day" without the day before it says nothing.
    if anaphor.offset > 0, !isWhole, tense != .future { return nil }
    switch anaphor.unit {
    case .day: return .relative(.day(offset: anaphor.offset))
    case .week: return .relative(.week(offset: anaphor.offset))
    case .month: return .relative(.month(offset: anaphor.offset))
    case .year: return .relative(.period(.year, offset: anaphor.offset))
    case .decade: return .relative(.period(.decade, offset: anaphor.offset))
    case .century: return .relative(.period(.century, offset: anaphor.offset))
    case .hour, .minute, .second: return nil
    }
  }

  private func moved(_ day: Day, _ antecedent: EDTFExpression, _ anaphor: Anaphor)
    -> EDTFExpression?
  {
    let isDay = antecedent.bounds.latest.day == day
    let rule: RelativeDate
    switch anaphor.unit {
    case .day where isDay: rule = .day(offset: anaphor.offset)
    case .week where isDay: rule = .week(offset: anaphor.offset)
    case .month where antecedent.description.count >= 7: rule = .month(offset: anaphor.offset)
    case .year: rule = .period(.year, offset: anaphor.offset)
    case .decade: rule = .period(.decade, offset: anaphor.offset)
    case .century: rule = .period(.century, offset: anaphor.offset)
    default: return nil
    }
    return rule.resolve(against: day)
  }
}
