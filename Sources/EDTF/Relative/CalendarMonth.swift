/// A month of a year whose number has at most four digits.
struct CalendarMonth: Hashable, Comparable {
  /// Months since 0000-01.
  let count: Int

  private init?(count: Int) {
    guard (-9999 * 12...9999 * 12 + 11).contains(count) else { return nil }
    self.count = count
  }

  init?(year: Int, month: Int) {
    guard (-9999...9999).contains(year), (1...12).contains(month) else { return nil }
    self.init(count: year * 12 + month - 1)
  }

  init?(of day: Day) {
    let (year, month, _) = day.fields
    self.init(year: year, month: month)
  }

  var year: Int { count >= 0 ? count / 12 : (count - 11) / 12 }
  var month: Int { count - year * 12 + 1 }

  /// The month `offset` months later; `nil` beyond four-digit years.
  func advanced(by offset: Int) -> CalendarMonth? {
    let (sum, overflow) = count.addingReportingOverflow(offset)
    return overflow ? nil : CalendarMonth(count: sum)
  }

  var expression: EDTFExpression? { EDTFExpression(year: year, month: month) }

  /// From the first to the last of these months of a year.
  static func expression(year: Int, months: ClosedRange<Int>) -> EDTFExpression? {
    guard let first = EDTFExpression(year: year, month: months.lowerBound),
      let last = EDTFExpression(year: year, month: months.upperBound)
    else { return nil }
    return first == last ? first : EDTFExpression.interval(from: .at(first), to: .at(last))
  }

  static func < (a: CalendarMonth, b: CalendarMonth) -> Bool { a.count < b.count }
}
