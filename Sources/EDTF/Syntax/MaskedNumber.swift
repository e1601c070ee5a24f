/// A number of a fixed count of digits, some of which may be unspecified (`X`).
///
/// `19X5` is kept as its least and greatest completion, 1905 and 1995; where their digits
/// differ they are 0 and 9, and there stood an X.
public struct MaskedNumber: Hashable, Sendable {
  /// The completion with every X read as 0.
  public let lowest: Int
  /// The completion with every X read as 9.
  public let highest: Int
  /// How many digits, X included.
  public let width: Int

  init(lowest: Int, highest: Int, width: Int) {
    self.lowest = lowest
    self.highest = highest
    self.width = width
  }

  /// A number without any X; `nil` when it needs more than `width` digits.
  init?(_ number: Int, width: Int) {
    guard number >= 0, String(number).utf8.count <= width else { return nil }
    self.init(lowest: number, highest: number, width: width)
  }

  /// The number, when no digit is unspecified.
  public var exact: Int? { lowest == highest ? lowest : nil }

  /// Whether some digit is unspecified.
  public var isMasked: Bool { lowest != highest }

  /// Whether `number` is one of the completions.
  public func matches(_ number: Int) -> Bool {
    guard number >= lowest, number <= highest else { return false }
    var (rest, low, high) = (number, lowest, highest)
    while high > 0 {
      let digit = rest % 10
      guard digit >= low % 10, digit <= high % 10 else { return false }
      (rest, low, high) = (rest / 10, low / 10, high / 10)
    }
    return true
  }

  /// How many digits at the end are unspecified: 2 for `19XX`.
  var maskedTail: Int {
    var (difference, count) = (highest - lowest, 0)
    while difference % 10 == 9 { (difference, count) = (difference / 10, count + 1) }
    return count
  }

  /// Whether the unspecified digits are the last ones, or none.
  var isMaskedOnlyAtEnd: Bool {
    var power = 1
    for _ in 0..<maskedTail { power *= 10 }
    return highest - lowest == power - 1
  }
}

extension MaskedNumber: CustomStringConvertible {
  /// The digits as written, with an X for each unspecified one.
  public var description: String {
    if let exact {
      let digits = String(exact)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    var (low, high) = (lowest, highest)
    var digits: [Character] = []
    for _ in 0..<width {
      let isMasked = low % 10 != high % 10
      digits.append(isMasked ? "X" : Character(Unicode.Scalar(UInt8(48 + low % 10))))
      (low, high) = (low / 10, high / 10)
    }
    return String(digits.reversed())
  }
}
