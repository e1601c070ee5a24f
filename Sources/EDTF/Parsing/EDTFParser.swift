/// A reader of EDTF over the bytes of a text.
///
/// It never goes back more than one date, so it is linear in the text. Everything EDTF can
/// hold is ASCII: any other byte fits no rule.
struct EDTFParser {
  /// Where and why no rule fits.
  struct Failure: Error {
    enum Reason { case syntax, yearOutOfRange }

    let position: Int
    let reason: Reason
  }

  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { position == bytes.count }

  /// The next byte; 0, which no rule accepts, at the end.
  var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

  func failure(at place: Int? = nil, _ reason: Failure.Reason = .syntax) -> Failure {
    Failure(position: place ?? position, reason: reason)
  }

  /// How many Unicode scalars begin before the byte at `position`.
  func scalars(before position: Int) -> Int {
    bytes[..<position].count { $0 & 0xC0 != 0x80 }
  }

  /// Steps over `character` when it comes next.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  mutating func expect(_ character: Unicode.Scalar) throws(Failure) {
    guard skip(character) else { throw failure() }
  }

  /// Steps over `..` when it comes next.
  mutating func skipDots() -> Bool {
    guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "."),
      bytes[position + 1] == UInt8(ascii: ".")
    else { return false }
    position += 2
    return true
  }

  /// Steps over `?`, `~` or `%` when one comes next.
  mutating func qualifier() -> EDTFQualifier {
    guard let qualifier = EDTFQualifier(byte: next) else { return [] }
    position += 1
    return qualifier
  }

  /// Exactly `width` ASCII digits.
  mutating func digits(_ width: Int) throws(Failure) -> Int {
    var value = 0
    for _ in 0..<width {
      guard (48...57).contains(next) else { throw failure() }
      value = value * 10 + Int(next - 48)
      position += 1
    }
    return value
  }

  /// Exactly `width` ASCII digits or `X`.
  mutating func maskedDigits(_ width: Int) throws(Failure) -> MaskedNumber {
    var (low, high) = (0, 0)
    for _ in 0..<width {
      switch next {
      case 48...57: (low, high) = (low * 10 + Int(next - 48), high * 10 + Int(next - 48))
      case UInt8(ascii: "X"): (low, high) = (low * 10, high * 10 + 9)
      default: throw failure()
      }
      position += 1
    }
    return MaskedNumber(lowest: low, highest: high, width: width)
  }

  /// One or more digits that do not begin with 0; stops growing at `limit` + 1.
  mutating func number(upTo limit: Int) throws(Failure) -> Int {
    guard (49...57).contains(next) else { throw failure() }
    var value = 0
    while (48...57).contains(next) {
      value = min(limit + 1, value * 10 + Int(next - 48))
      position += 1
    }
    return value
  }
}
