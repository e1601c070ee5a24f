extension RelativeDate {
  /// What the rule means where the reference day is only known to lie between two days.
  ///
  /// The span from its reading on the first day to its reading on the last, so that it is never
  /// more precise than the reference; one reading where both agree. An unknown side is open.
  /// - Returns: `nil` where neither day gives a reading.
  public func resolve(from first: Day?, through last: Day?) -> EDTFExpression? {
    let early = first.flatMap { resolve(against: $0) }
    let late = last.flatMap { resolve(against: $0) }
    if early == late { return early }
    let start = early?.bounds.earliest.day.flatMap(EDTFExpression.init(day:))
    let end = late?.bounds.latest.day.flatMap(EDTFExpression.init(day:))
    return EDTFExpression.interval(
      from: start.map { .at($0) } ?? .open, to: end.map { .at($0) } ?? .open)
  }
}
