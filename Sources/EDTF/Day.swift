/// A calendar day of the proleptic Gregorian calendar, counted from 1970-01-01.
///
/// The count is astronomical: year 0 exists and is 1 BCE (ISO 8601-1:2019, 4.2.1).
/// Conversions follow the era arithmetic of H. Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms" (2013). - Complexity: every operation is O(1).
public struct Day: RawRepresentable, Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public var rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  /// The years whose days can be counted: far more than astronomy needs, far less than would
  /// overflow the count.
  public static let years = -999_999_999_999_999...999_999_999_999_999

  /// The day with these calendar fields, or `nil` when the calendar has no such day or the year
  /// is outside ``years``.
  public init?(year: Int, month: Int, day: Int) {
    guard Day.years.contains(year), (1...12).contains(month), day >= 1,
      day <= Day.count(ofMonth: month, year: year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    rawValue = era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month (1…12) and day (1…31) of this day.
  public var fields: (year: Int, month: Int, day: Int) {
    // Whole eras are split off before the shift to 0000-03-01, so that no count overflows.
    let shiftInEra = rawValue.remainder(ofEra: 146_097) + 719_468 % 146_097
    let era = rawValue.quotient(ofEra: 146_097) + 719_468 / 146_097 + shiftInEra / 146_097
    let dayOfEra = shiftInEra % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// ISO weekday: 1 is Monday, 7 is Sunday.
  public var weekday: Int {
    (rawValue.remainder(ofEra: 7) + 3) % 7 + 1
  }

  /// The day `count` days later, or earlier when negative.
  ///
  /// - Precondition: The sum fits an `Int`; days of ``years`` moved by less than 10¹⁸ always do.
  public func advanced(by count: Int) -> Day { Day(rawValue: rawValue + count) }

  /// How many days this month has (28…31).
  public static func count(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether `year` has a 29 February.
  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  public static func < (a: Day, b: Day) -> Bool { a.rawValue < b.rawValue }
}

extension Day: LosslessStringConvertible {
  /// Reads exactly `YYYY-MM-DD` in ASCII digits.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2],
      parts.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 48) } }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// `YYYY-MM-DD`; years outside 0…9999 carry a sign or more digits.
  public var description: String {
    let (year, month, day) = fields
    let digits = String(year.magnitude)
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let twoDigits = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(year < 0 ? "-" : "")\(padded)-\(twoDigits(month))-\(twoDigits(day))"
  }
}

extension Int {
  /// The remainder of division by a positive `era`, never negative.
  fileprivate func remainder(ofEra era: Int) -> Int {
    let remainder = self % era
    return remainder >= 0 ? remainder : remainder + era
  }

  /// The quotient that belongs to ``remainder(ofEra:)``, rounded down.
  fileprivate func quotient(ofEra era: Int) -> Int {
    self / era - (self % era < 0 ? 1 : 0)
  }
}
