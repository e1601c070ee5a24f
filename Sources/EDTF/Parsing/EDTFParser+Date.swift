extension EDTFParser {
  /// A date, with its qualifiers; with a time only where `allowingTime`.
  mutating func date(allowingTime: Bool) throws(Failure) -> EDTFDate {
    let start = position
    let own = qualifier()
    let (year, isComplete) = try self.year()
    var date = EDTFDate(year: EDTFDate.Component(year, own: own, group: qualifier()))
    if !isComplete, skip("-") {
      date.month = try month()
      if date.subYear == nil, skip("-") { date.day = try component() }
    }
    if allowingTime, date.day != nil, date.qualifiers == [], !date.isMasked, skip("T") {
      date.time = try time()
    }
    guard date.days != nil else { throw failure(at: start) }
    return date
  }

  /// A year, and whether nothing can follow it in the date.
  private mutating func year() throws(Failure) -> (EDTFYear, isComplete: Bool) {
    if skip("Y") { return (try longYear(), true) }
    let start = position
    let isNegative = skip("-")
    let digits = try maskedDigits(4)
    if isNegative, digits.isMasked || digits.lowest == 0 { throw failure(at: start) }
    guard !digits.isMasked, let significant = try significantDigits(of: 4) else {
      return (.calendar(digits, isNegative: isNegative, significantDigits: nil), false)
    }
    return (.calendar(digits, isNegative: isNegative, significantDigits: significant), true)
  }

  private mutating func longYear() throws(Failure) -> EDTFYear {
    let start = position
    let isNegative = skip("-")
    let limit = Day.years.upperBound
    let significand = try number(upTo: limit)
    let exponent = skip("E") ? try number(upTo: limit) : nil
    var magnitude = significand
    for _ in 0..<min(exponent ?? 0, 20) { magnitude = min(limit + 1, magnitude * 10) }
    guard magnitude <= limit else { throw failure(at: start, .yearOutOfRange) }
    guard magnitude > 9999 else { throw failure(at: start) }
    let significant = try significantDigits(of: String(magnitude).utf8.count)
    return .long(
      significand: isNegative ? -significand : significand, exponent: exponent,
      significantDigits: significant)
  }

  /// `S` and how many of the year's `width` digits are significant.
  private mutating func significantDigits(of width: Int) throws(Failure) -> Int? {
    guard skip("S") else { return nil }
    let start = position
    let count = try number(upTo: width)
    guard count <= width else { throw failure(at: start) }
    return count
  }

  private mutating func month() throws(Failure) -> EDTFDate.Component<MaskedNumber> {
    let start = position
    let month = try component()
    let isCalendarMonth = (1...12).contains(where: month.value.matches)
    let isSubYear = month.value.exact.flatMap(EDTFSubYear.init(rawValue:)) != nil
    guard isCalendarMonth || isSubYear else { throw failure(at: start) }
    return month
  }

  private mutating func component() throws(Failure) -> EDTFDate.Component<MaskedNumber> {
    let own = qualifier()
    let digits = try maskedDigits(2)
    return EDTFDate.Component(digits, own: own, group: qualifier())
  }

  private mutating func time() throws(Failure) -> EDTFTime {
    let hour = try digits(2, upTo: 23)
    try expect(":")
    let minute = try digits(2, upTo: 59)
    try expect(":")
    return EDTFTime(
      hour: hour, minute: minute, second: try digits(2, upTo: 60), zone: try zone())
  }

  private mutating func zone() throws(Failure) -> EDTFTime.Zone {
    if skip("Z") { return .utc }
    let start = position
    let isNegative = skip("-")
    guard isNegative || skip("+") else { return .local }
    let hours = try digits(2, upTo: 14)
    let minutes = skip(":") ? try digits(2, upTo: 59) : nil
    let total = hours * 60 + (minutes ?? 0)
    // There is no negative zero, and no place on earth is further than 14 hours from UTC.
    guard total <= 14 * 60, !isNegative || total > 0 else { throw failure(at: start) }
    return minutes == nil
      ? .hours(hours, isNegative: isNegative) : .minutes(total, isNegative: isNegative)
  }

  private mutating func digits(_ width: Int, upTo limit: Int) throws(Failure) -> Int {
    let start = position
    let value = try digits(width)
    guard value <= limit else { throw failure(at: start) }
    return value
  }
}
