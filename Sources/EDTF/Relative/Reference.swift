/// A reference day, and the calendar arithmetic around it.
///
/// Everything gives `nil` instead of leaving the four-digit years: the counts come from texts.
struct Reference {
  let day: Day

  /// Days whose year EDTF writes with four digits: -9999…9999.
  private static let limit = 7_400_000

  /// The day `count` days away.
  func day(movedBy count: Int) -> Day? {
    let (sum, overflow) = day.rawValue.addingReportingOverflow(count)
    return overflow || abs(sum.clamped) > Self.limit ? nil : Day(rawValue: sum)
  }

  /// The year `count` years away.
  func year(movedBy count: Int) -> Int? {
    let (sum, overflow) = day.fields.year.addingReportingOverflow(count)
    return !overflow && (-9999...9999).contains(sum) ? sum : nil
  }

  /// The month `count` months away.
  func month(movedBy count: Int) -> CalendarMonth? {
    CalendarMonth(of: day)?.advanced(by: count)
  }

  /// The same day of the month `count` months away, or the last day of that month.
  func sameDay(monthsAway count: Int) -> Day? {
    guard let month = month(movedBy: count) else { return nil }
    let length = Day.count(ofMonth: month.month, year: month.year)
    return Day(year: month.year, month: month.month, day: min(day.fields.day, length))
  }

  /// The ISO week `offset` weeks away, Monday to Sunday.
  func week(_ offset: Int) -> EDTFExpression? {
    let (days, overflow) = offset.multipliedReportingOverflow(by: 7)
    guard !overflow, let sameWeekday = day(movedBy: days) else { return nil }
    let monday = sameWeekday.advanced(by: 1 - sameWeekday.weekday)
    guard let first = EDTFExpression(day: monday),
      let last = EDTFExpression(day: monday.advanced(by: 6))
    else { return nil }
    return EDTFExpression.interval(from: .at(first), to: .at(last))
  }

  /// The calendar period `offset` periods away from the one that holds the reference.
  func period(_ period: RelativeDate.Period, _ offset: Int) -> EDTFExpression? {
    switch period {
    case .quarter: return months(3, offset)
    case .half: return months(6, offset)
    case .year: return year(movedBy: offset).flatMap(EDTFExpression.init(year:))
    case .decade: return year(of: offset, times: 10).flatMap(EDTFExpression.init(decadeOf:))
    case .century: return year(of: offset, times: 100).flatMap(EDTFExpression.init(centuryOf:))
    }
  }

  /// The run of `length` months, a divisor of 12, that lies `offset` such runs away.
  private func months(_ length: Int, _ offset: Int) -> EDTFExpression? {
    let (count, overflow) = offset.multipliedReportingOverflow(by: length)
    guard !overflow, let month = month(movedBy: count) else { return nil }
    let first = (month.month - 1) / length * length + 1
    return CalendarMonth.expression(year: month.year, months: first...(first + length - 1))
  }

  func year(of count: Int, times unit: Int) -> Int? {
    let (years, overflow) = count.multipliedReportingOverflow(by: unit)
    return overflow ? nil : year(movedBy: years)
  }
}

extension Int {
  /// A value near enough to itself that `abs` can't overflow.
  fileprivate var clamped: Int { Swift.max(self, -Int.max) }
}
