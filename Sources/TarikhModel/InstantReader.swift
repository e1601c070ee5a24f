internal import EDTF

/// Reads a date and time of RFC 3339, section 5.6, from ASCII.
///
/// Years of more digits and years before 0 are read too, as the instants print them.
struct InstantReader {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = text[...].utf8 }

  /// Microseconds since 1970-01-01T00:00:00Z, or `nil` where the text is none, to the last byte.
  mutating func instant() -> Int64? {
    guard let day = date(), take("T") || take("t"), let seconds = clock() else { return nil }
    var micros: Int64 = 0
    if take(".") {
      guard let fraction = fraction() else { return nil }
      micros = fraction
    }
    guard let offset = offset(), rest.isEmpty else { return nil }
    let total = (Int64(day.rawValue) * 86_400 + seconds - offset)
      .multipliedReportingOverflow(by: 1_000_000)
    // The first instants of all have more whole seconds before them than fit, yet fit themselves.
    if total.overflow { return InstantReader.atTheEdge(day, seconds - offset, micros) }
    let sum = total.partialValue.addingReportingOverflow(micros)
    return sum.overflow ? nil : sum.partialValue
  }

  /// The instant whose whole seconds overflow downwards while its microseconds do not.
  private static func atTheEdge(_ day: Day, _ seconds: Int64, _ micros: Int64) -> Int64? {
    let later = (Int64(day.rawValue) * 86_400 + seconds + 1)
      .multipliedReportingOverflow(by: 1_000_000)
    let sum = later.partialValue.addingReportingOverflow(micros - 1_000_000)
    return later.overflow || sum.overflow ? nil : sum.partialValue
  }

  private mutating func date() -> Day? {
    let isNegative = take("-")
    let digits = rest.prefix(while: InstantReader.isDigit)
    guard (4...7).contains(digits.count), let year = number(digits.count), take("-"),
      let month = number(2), take("-"), let day = number(2)
    else { return nil }
    return Day(year: isNegative ? -year : year, month: month, day: day)
  }

  private mutating func clock() -> Int64? {
    guard let hour = number(2), take(":"), let minute = number(2), take(":"),
      let second = number(2), hour < 24, minute < 60, second < 60 || (second == 60 && minute == 59)
    else { return nil }
    return Int64(hour * 3600 + minute * 60 + second)
  }

  private mutating func fraction() -> Int64? {
    let digits = rest.prefix(while: InstantReader.isDigit)
    guard !digits.isEmpty else { return nil }
    rest = rest[digits.endIndex...]
    let six = digits.prefix(6)
    let value = six.reduce(Int64(0)) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    return (six.count..<6).reduce(value) { value, _ in value * 10 }
  }

  /// Seconds east of Greenwich.
  private mutating func offset() -> Int64? {
    if take("Z") || take("z") { return 0 }
    let isWest = take("-")
    guard isWest || take("+"), let hour = number(2), take(":"), let minute = number(2),
      hour < 24, minute < 60
    else { return nil }
    return Int64(hour * 3600 + minute * 60) * (isWest ? -1 : 1)
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  /// The number that exactly `count` digits spell.
  private mutating func number(_ count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy(InstantReader.isDigit) else { return nil }
    rest.removeFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
