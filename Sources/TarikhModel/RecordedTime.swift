public import EDTF

/// When the log took an event: microseconds since 1970-01-01T00:00:00Z, never decreasing.
public struct RecordedTime: RawRepresentable, Hashable, Comparable, Sendable {
  public let rawValue: Int64
  public init(rawValue: Int64) { self.rawValue = rawValue }

  public static func < (a: RecordedTime, b: RecordedTime) -> Bool { a.rawValue < b.rawValue }
}

extension RecordedTime: LosslessStringConvertible {
  /// Reads a date and time of RFC 3339: `2026-11-23T08:11:08.123456Z`.
  ///
  /// The fraction may be missing; digits after the sixth are dropped. An offset such as
  /// `+03:00` may stand for `Z`. A leap second counts as the second after it, as in POSIX.
  public init?(_ text: String) {
    var reader = InstantReader(text)
    guard let microseconds = reader.instant() else { return nil }
    self.init(rawValue: microseconds)
  }

  /// RFC 3339 in UTC with six digits of the second: `2026-11-23T08:11:08.123456Z`.
  public var description: String {
    let (days, rest) = RecordedTime.divide(rawValue, by: 86_400_000_000)
    let (seconds, fraction) = RecordedTime.divide(rest, by: 1_000_000)
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, to: 2) }
    return "\(Day(rawValue: Int(days)))T\(clock.joined(separator: ":"))."
      + "\(padded(fraction, to: 6))Z"
  }

  /// The day, in UTC.
  public var day: Day { Day(rawValue: Int(RecordedTime.divide(rawValue, by: 86_400_000_000).0)) }

  /// Quotient and remainder with the remainder never negative.
  private static func divide(_ number: Int64, by divisor: Int64) -> (Int64, Int64) {
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }

  private func padded(_ number: Int64, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
