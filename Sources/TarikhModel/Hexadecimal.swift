/// Base 16 after RFC 4648, section 8, as digests and identities are written.
enum Hexadecimal {
  /// Two lower-case digits for each byte of big-endian `words`.
  static func text(of words: [UInt64]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: words.flatMap { word in
        stride(from: 60, through: 0, by: -4).map { digits[Int(word >> UInt64($0) & 15)] }
      }, as: UTF8.self)
  }

  /// The bytes that `text` spells, or `nil` where it is not pairs of digits.
  static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    let values = text.utf8.compactMap(value)
    guard values.count == text.utf8.count, values.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
