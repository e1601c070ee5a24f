/// The year of an EDTF date.
public enum EDTFYear: Hashable, Sendable {
  /// Four digits; a year before 0000 is negative and has no unspecified digit.
  case calendar(MaskedNumber, isNegative: Bool, significantDigits: Int?)
  /// `Y` and a number of more than four digits, perhaps with a power of ten: `Y-17E7`.
  case long(significand: Int, exponent: Int?, significantDigits: Int?)

  /// The years that it can mean, first and last.
  var span: ClosedRange<Int> {
    switch self {
    case .calendar(let digits, let isNegative, let significant):
      if let significant, let year = digits.exact {
        return Self.rounded(isNegative ? -year : year, width: digits.width, to: significant)
      }
      return isNegative ? -digits.highest ... -digits.lowest : digits.lowest...digits.highest
    case .long(let significand, let exponent, let significant):
      let year = Self.value(significand, exponent)
      guard let significant else { return year...year }
      return Self.rounded(year, width: String(year.magnitude).utf8.count, to: significant)
    }
  }

  /// Whether `year` is one that it can mean.
  func matches(_ year: Int) -> Bool {
    if case .calendar(let digits, false, nil) = self { return digits.matches(year) }
    return span.contains(year)
  }

  var isMasked: Bool {
    if case .calendar(let digits, _, _) = self { digits.isMasked } else { false }
  }

  /// The first or the last leap year that it can mean.
  func leapYear(last: Bool) -> Int? {
    guard case .calendar(let digits, false, nil) = self, digits.isMasked else {
      return Day.isLeap(span.lowerBound) ? span.lowerBound : nil
    }
    // Whether a year is leap hangs on its last two digits; only after 00 on the first two. So
    // at most 25 + 100 candidates are looked at, never 10 000.
    let tails = stride(from: last ? 96 : 0, through: last ? 0 : 96, by: last ? -4 : 4)
      .filter { digits.matches($0, from: 0) }
    if tails.isEmpty { return nil }
    for century in stride(from: last ? 99 : 0, through: last ? 0 : 99, by: last ? -1 : 1)
    where digits.matches(century, from: 2) {
      if let tail = tails.first(where: { $0 != 0 || century % 4 == 0 }) {
        return century * 100 + tail
      }
    }
    return nil
  }

  private static func value(_ significand: Int, _ exponent: Int?) -> Int {
    (0..<(exponent ?? 0)).reduce(significand) { value, _ in value * 10 }
  }

  /// The years that agree with `year` in its first `digits` digits.
  private static func rounded(_ year: Int, width: Int, to digits: Int) -> ClosedRange<Int> {
    let unit = value(1, max(0, width - digits))
    let low = Int(year.magnitude) / unit * unit
    return year < 0 ? -(low + unit - 1) ... -low : low...(low + unit - 1)
  }
}

extension MaskedNumber {
  /// Whether the two digits from place `place` (0 the last) can be `pair`.
  fileprivate func matches(_ pair: Int, from place: Int) -> Bool {
    let unit = place == 0 ? 1 : 100
    return MaskedNumber(lowest: lowest / unit % 100, highest: highest / unit % 100, width: 2)
      .matches(pair)
  }
}

extension EDTFYear: CustomStringConvertible {
  public var description: String {
    switch self {
    case .calendar(let digits, let isNegative, let significant):
      "\(isNegative ? "-" : "")\(digits)\(significant.map { "S\($0)" } ?? "")"
    case .long(let significand, let exponent, let significant):
      "Y\(significand)\(exponent.map { "E\($0)" } ?? "")\(significant.map { "S\($0)" } ?? "")"
    }
  }
}
