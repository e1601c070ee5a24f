extension EDTFDate {
  /// The first and last day that it can mean, or `nil` when the calendar has no such day.
  ///
  /// Qualifiers never move them. - Complexity: O(1).
  var days: ClosedRange<Day>? {
    if let exactDays { return exactDays }
    let years = year.value.span
    guard let month else {
      return Self.days(fromMonth: 1, of: years.lowerBound, toMonth: 12, of: years.upperBound)
    }
    if let subYear {
      let last = subYear.firstMonth + subYear.length - 1
      return Self.days(
        fromMonth: subYear.firstMonth, of: years.lowerBound,
        toMonth: (last - 1) % 12 + 1, of: years.upperBound + (last - 1) / 12)
    }
    let months = (1...12).filter(month.value.matches)
    guard let firstMonth = months.first, let lastMonth = months.last else { return nil }
    guard let day else {
      return Self.days(
        fromMonth: firstMonth, of: years.lowerBound, toMonth: lastMonth, of: years.upperBound)
    }
    return days(months: months, day: day.value)
  }

  /// Whether `other`, a day between the first and the last of ``days``, is one that it can mean.
  ///
  /// Exact also where unspecified digits leave gaps.
  func matches(_ other: Day) -> Bool {
    if !isMasked { return true }
    var (otherYear, otherMonth, otherDay) = other.fields
    if let subYear {
      // A winter is named after the year it begins in.
      if otherMonth < subYear.firstMonth {
        (otherYear, otherMonth) = (otherYear - 1, otherMonth + 12)
      }
      let months = subYear.firstMonth..<(subYear.firstMonth + subYear.length)
      return year.value.matches(otherYear) && months.contains(otherMonth)
    }
    return year.value.matches(otherYear) && month?.value.matches(otherMonth) != false
      && day?.value.matches(otherDay) != false
  }

  /// The only day of a date without `X`; the most frequent case, and the shortest way.
  private var exactDays: ClosedRange<Day>? {
    guard case .calendar(let digits, let isNegative, nil) = year.value, let year = digits.exact,
      let month = month?.value.exact, let day = day?.value.exact
    else { return nil }
    return Day(year: isNegative ? -year : year, month: month, day: day).map { $0...$0 }
  }

  private func days(months: [Int], day: MaskedNumber) -> ClosedRange<Day>? {
    let inCommonYear = Self.monthDays(months: months, day: day, isLeap: false)
    // Only the 29th of February hangs on the year.
    let years = year.value.span
    let (firstYear, lastYear) =
      inCommonYear == nil
      ? (year.value.leapYear(last: false), year.value.leapYear(last: true))
      : (years.lowerBound, years.upperBound)
    guard let firstYear, let lastYear else { return nil }
    let first = Self.monthDays(months: months, day: day, isLeap: Day.isLeap(firstYear))?.first
    let last = Self.monthDays(months: months, day: day, isLeap: Day.isLeap(lastYear))?.last
    guard let first, let last,
      let firstDay = Day(year: firstYear, month: first.month, day: first.day),
      let lastDay = Day(year: lastYear, month: last.month, day: last.day)
    else { return nil }
    return firstDay...lastDay
  }

  private typealias MonthDay = (month: Int, day: Int)

  /// The first and the last day of a year that lies in one of `months` and fits `day`.
  private static func monthDays(
    months: [Int], day: MaskedNumber, isLeap: Bool
  ) -> (first: MonthDay, last: MonthDay)? {
    var (first, last): (MonthDay?, MonthDay?) = (nil, nil)
    for month in months {
      let days = 1...Day.count(ofMonth: month, year: isLeap ? 2000 : 2001)
      if first == nil { first = days.first(where: day.matches).map { (month, $0) } }
      if let found = days.last(where: day.matches) { last = (month, found) }
    }
    guard let first, let last else { return nil }
    return (first, last)
  }

  private static func days(
    fromMonth: Int, of firstYear: Int, toMonth: Int, of lastYear: Int
  ) -> ClosedRange<Day>? {
    let length = Day.count(ofMonth: toMonth, year: lastYear)
    guard let first = Day(year: firstYear, month: fromMonth, day: 1),
      let last = Day(year: lastYear, month: toMonth, day: length)
    else { return nil }
    return first...last
  }
}
