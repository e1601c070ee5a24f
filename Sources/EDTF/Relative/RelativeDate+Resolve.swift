extension RelativeDate {
  /// The EDTF expression that this date means when today is `reference`.
  ///
  /// | date | expression |
  /// |---|---|
  /// | `day(-1)` | the day before |
  /// | `week(0)` | `Monday/Sunday` of the ISO week |
  /// | `month(-1)` | `YYYY-MM` |
  /// | `period(.quarter, 0)`, `period(.half, 0)` | `YYYY-07/YYYY-09`, `YYYY-07/YYYY-12` |
  /// | `period(.year, 0)`, `.decade`, `.century` | `YYYY`, `YYYX`, `YYXX` |
  /// | `weekday`, `monthOfYear`, `dayOfYear` | see ``Direction`` and below |
  /// | `monthIn(yearOffset: 0, 9)` | `YYYY-09` |
  /// | `dayOf(month(1), day: 20)` | `YYYY-MM-20` |
  /// | `weekdayOf(week(1), weekday: 5, nth: 1)` | the Friday of next week, a day |
  /// | `part` | see ``Part`` |
  /// | `span(from: a, to: b)` | from the start of a to the end of b; `..` for `nil` |
  /// | `running(.year, -5)` | `(YYYY−5)~/today` |
  /// | `running(.month, -3)`, `.week`, `.day` | `(today − 3 months)~/today` |
  /// | `ago(.day, -2)` | that day |
  /// | `ago(.week, -2)` | `(today − 14 days)~` |
  /// | `ago(.month, -3)`, `ago(.year, -10)` | `YYYY-MM`, `YYYY` |
  /// | `ago(.decade, -2)`, `ago(.century, -1)` | `(YYYY−20)~`, `(YYYY−100)~` |
  /// | `approximately(a)` | a, with `~` after each of its dates |
  ///
  /// Positive counts mirror these: `running(.month, 3)` is `today/(today + 3 months)~`. A day
  /// that the month lacks becomes the last of that month. Of two equally near occurrences
  /// `.nearest` takes the past one, because news tells mostly what was.
  ///
  /// - Returns: `nil` where there is no such day or month, where a span would run backwards or
  ///   has no end at all, where a part does not fit its whole (a spring of a week), and where the
  ///   years leave −9999…9999.
  /// - Complexity: O(*n*) in the nesting of the date.
  public func resolve(against reference: Day) -> EDTFExpression? {
    let reference = Reference(day: reference)
    switch self {
    case .day(let offset): return reference.day(movedBy: offset).flatMap(EDTFExpression.init(day:))
    case .week(let offset): return reference.week(offset)
    case .month(let offset): return reference.month(movedBy: offset)?.expression
    case .period(let period, let offset): return reference.period(period, offset)
    case .weekday(let weekday, let direction):
      return reference.weekday(weekday, direction).flatMap(EDTFExpression.init(day:))
    case .monthOfYear(let month, let direction):
      return reference.monthOfYear(month, direction)?.expression
    case .dayOfYear(let month, let day, let direction):
      return reference.dayOfYear(month: month, day: day, direction)
        .flatMap(EDTFExpression.init(day:))
    case .monthIn(let yearOffset, let month):
      return reference.year(movedBy: yearOffset).flatMap { EDTFExpression(year: $0, month: month) }
    case .dayOf(let month, let day):
      return month.resolve(against: reference.day).flatMap { Self.day(day, of: $0) }
    case .weekdayOf(let whole, let weekday, let nth):
      return whole.resolve(against: reference.day).flatMap {
        Self.weekday(weekday, nth: nth, of: $0)
      }
    case .part(let part, let whole):
      return whole.resolve(against: reference.day).flatMap { part.expression(of: $0) }
    case .span(let start, let end): return Self.span(start, end, reference.day)
    case .running(let unit, let count): return reference.running(unit, count)
    case .ago(let unit, let count): return reference.ago(unit, count)
    case .approximately(let date): return date.resolve(against: reference.day)?.approximate()
    case .fixed(let expression): return expression
    }
  }

  private static func span(
    _ start: RelativeDate?, _ end: RelativeDate?, _ reference: Day
  ) -> EDTFExpression? {
    var sides: [EDTFExpression.IntervalEnd] = []
    for side in [start, end] {
      guard let side else {
        sides.append(.open)
        continue
      }
      guard let resolved = side.resolve(against: reference) else { return nil }
      sides.append(.at(resolved))
    }
    return EDTFExpression.interval(from: sides[0], to: sides[1])
  }
}
