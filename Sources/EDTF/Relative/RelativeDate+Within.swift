extension RelativeDate {
  /// Day `day` of the month that `whole` is; `nil` when it is no month or has no such day.
  static func day(_ day: Int, of whole: EDTFExpression) -> EDTFExpression? {
    guard whole.precision == .month, let month = whole.plainDate, !month.isMasked,
      let (year, number, _) = whole.bounds.earliest.day?.fields,
      let found = EDTFExpression(year: year, month: number, day: day)
    else { return nil }
    return found.carrying(whole.qualifiers)
  }

  /// The `nth` weekday that falls in `whole`, from its end when negative.
  static func weekday(_ weekday: Int, nth: Int, of whole: EDTFExpression) -> EDTFExpression? {
    guard (1...7).contains(weekday), nth != 0, let first = whole.bounds.earliest.day,
      let last = whole.bounds.latest.day
    else { return nil }
    // A reference at the first day finds the first; at the last day, the last.
    let edge = Reference(day: nth > 0 ? first : last)
    let (weeks, overflow) = (nth > 0 ? nth - 1 : nth).addingReportingOverflow(nth > 0 ? 0 : 1)
    let (days, tooMany) = weeks.multipliedReportingOverflow(by: 7)
    guard !overflow, !tooMany, let start = edge.weekday(weekday, nth > 0 ? .coming : .latest),
      let day = Reference(day: start).day(movedBy: days), first <= day, day <= last
    else { return nil }
    return EDTFExpression(day: day)?.carrying(whole.qualifiers)
  }
}

extension EDTFExpression {
  /// The same, as doubtful or rough as what it was taken from.
  fileprivate func carrying(_ qualifiers: EDTFQualifier) -> EDTFExpression {
    switch qualifiers {
    case []: self
    case .approximate: approximate()
    case .uncertain: uncertain()
    default: approximate().uncertain()
    }
  }
}
