extension Reference {
  /// The `count` units up to the reference (negative) or from it on; the far end approximate.
  func running(_ unit: RelativeDate.Unit, _ count: Int) -> EDTFExpression? {
    guard let far = farEnd(unit, count)?.approximate(), let near = EDTFExpression(day: day) else {
      return nil
    }
    return count <= 0
      ? EDTFExpression.interval(from: .at(far), to: .at(near))
      : EDTFExpression.interval(from: .at(near), to: .at(far))
  }

  private func farEnd(_ unit: RelativeDate.Unit, _ count: Int) -> EDTFExpression? {
    switch unit {
    case .month: sameDay(monthsAway: count).flatMap(EDTFExpression.init(day:))
    case .day, .week, .year, .decade, .century: point(unit, count)
    }
  }

  /// The point `count` units away; weeks, decades and centuries are said of round counts and
  /// are approximate.
  func ago(_ unit: RelativeDate.Unit, _ count: Int) -> EDTFExpression? {
    switch unit {
    case .day, .month, .year: point(unit, count)
    case .week, .decade, .century: point(unit, count)?.approximate()
    }
  }

  /// At the grain of the unit, but never coarser than a year nor between day and month.
  private func point(_ unit: RelativeDate.Unit, _ count: Int) -> EDTFExpression? {
    switch unit {
    case .day: return day(movedBy: count).flatMap(EDTFExpression.init(day:))
    case .week:
      let (days, overflow) = count.multipliedReportingOverflow(by: 7)
      return overflow ? nil : day(movedBy: days).flatMap(EDTFExpression.init(day:))
    case .month: return month(movedBy: count)?.expression
    case .year: return year(movedBy: count).flatMap(EDTFExpression.init(year:))
    case .decade: return year(of: count, times: 10).flatMap(EDTFExpression.init(year:))
    case .century: return year(of: count, times: 100).flatMap(EDTFExpression.init(year:))
    }
  }
}
