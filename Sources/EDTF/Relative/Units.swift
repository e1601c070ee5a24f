/// A stretch of time cut into the units that its parts are counted in.
struct Units {
  enum Grain { case day, month, year }

  let grain: Grain
  /// How many units, at least 1.
  let count: Int
  private let first: Day
  private let last: Day

  /// Days of a month or a week, months of a year or a quarter, years of a decade; `nil` where a
  /// side is not dated, or its sides differ in grain.
  init?(_ whole: EDTFExpression) {
    guard let first = whole.bounds.earliest.day, let last = whole.bounds.latest.day else {
      return nil
    }
    let precisions = Set(whole.syntax.dates.map(\.precision))
    guard precisions.count == 1, let found = precisions.first, let precision = found else {
      return nil
    }
    let isDate = !whole.isInterval
    if case .set = whole.syntax { return nil }
    (self.first, self.last) = (first, last)
    let (start, end) = (first.fields, last.fields)
    switch precision {
    case .second: return nil
    case .day: grain = .day
    case .month: grain = isDate ? .day : .month
    case .subYear: grain = .month
    case .year: grain = isDate ? .month : .year
    case .decade, .century, .millennium: grain = .year
    }
    switch grain {
    case .day: count = last.rawValue - first.rawValue + 1
    case .month: count = (end.year - start.year) * 12 + end.month - start.month + 1
    case .year: count = end.year - start.year + 1
    }
  }

  var firstYear: Int? { first.fields.year }

  /// Whether it is one calendar year, in months.
  var isOneYear: Bool { grain == .month && count == 12 && first.fields.month == 1 }

  /// Whether it is one calendar month, in days.
  var isOneMonth: Bool {
    grain == .day && first.fields.day == 1 && CalendarMonth(of: first) == CalendarMonth(of: last)
      && last.advanced(by: 1).fields.day == 1
  }

  /// Whether it is one ISO week.
  var isWeek: Bool { grain == .day && count == 7 && first.weekday == 1 }

  /// From the first to the last of these units, counted from 0.
  func expression(_ range: Range<Int>) -> EDTFExpression? {
    guard let first = unit(range.lowerBound), let last = unit(range.upperBound - 1) else {
      return nil
    }
    return first == last ? first : EDTFExpression.interval(from: .at(first), to: .at(last))
  }

  private func unit(_ index: Int) -> EDTFExpression? {
    switch grain {
    case .day: EDTFExpression(day: first.advanced(by: index))
    case .month: CalendarMonth(of: first)?.advanced(by: index)?.expression
    case .year: EDTFExpression(year: first.fields.year + index)
    }
  }
}
