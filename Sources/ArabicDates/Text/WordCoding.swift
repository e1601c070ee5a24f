/// Puts the letters of a word into codes of one byte each, one after the other.
///
/// ASCII keeps its codes, the Arabic block from U+0600 to U+067F follows it, and four letters of
/// names from abroad (چ ژ ڤ گ) take the places of signs that stand in no word.
struct WordCoding {
  private var codes: UInt128 = 0
  private var count = 0
  private var hash: (UInt64, UInt64)?

  private static let foreign: [(letter: Unicode.Scalar, code: UInt8)] = [
    ("\u{686}", 0x81), ("\u{698}", 0x82), ("\u{6A4}", 0x83), ("\u{6AF}", 0x84),
  ]

  /// The word written so far.
  var word: Word {
    guard let hash else { return Word(codes: codes) }
    let mixed = UInt128(hash.0) << 64 | UInt128(hash.1)
    return Word(codes: mixed << 8 | UInt128(Word.hashMark))
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    if hash == nil, count < Word.longest, let code = Self.code(scalar) {
      codes |= UInt128(code) << (count * 8)
      count += 1
    } else {
      if hash == nil { startHash() }
      mix(scalar)
    }
  }

  private mutating func startHash() {
    hash = (0xCBF2_9CE4_8422_2325, 0x9AE1_6A3B_2F90_404F)
    for place in 0..<count {
      mix(Self.letter(UInt8(truncatingIfNeeded: codes >> (place * 8))))
    }
  }

  /// FNV-1a, from two beginnings.
  private mutating func mix(_ scalar: Unicode.Scalar) {
    guard let known = hash else { return }
    let prime: UInt64 = 0x100_0000_01B3
    hash = (
      (known.0 ^ UInt64(scalar.value)) &* prime, (known.1 ^ UInt64(scalar.value)) &* prime
    )
  }

  private static func code(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x02...0x7F: UInt8(scalar.value)
    case 0x60C, 0x61B, 0x61F...0x67F: UInt8(scalar.value - 0x580)
    default: foreign.first { $0.letter == scalar }?.code
    }
  }

  static func letter(_ code: UInt8) -> Unicode.Scalar {
    if code < 0x80 { return Unicode.Scalar(code) }
    if let letter = foreign.first(where: { $0.code == code })?.letter { return letter }
    return Unicode.Scalar(UInt32(code) + 0x580) ?? "\u{FFFD}"
  }

  /// The codes of a word of ASCII and of the letters of the Arabic block; `nil` for any other.
  static func codes(_ utf8: borrowing Span<UInt8>) -> UInt128? {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var shift: UInt64 = 0
    var place = 0
    while place < utf8.count {
      var code = utf8[place]
      if code >= 0x80 {
        guard code & 0xFE == 0xD8, place + 1 < utf8.count else { return nil }
        place += 1
        code = code << 6 | utf8[place] & 0x3F | 0x80
        guard code >= 0x9F || code == 0x8C || code == 0x9B else { return nil }
      } else if code <= Word.hashMark {
        return nil
      }
      guard shift < 128 else { return nil }
      if shift < 64 { low |= UInt64(code) << shift } else { high |= UInt64(code) << (shift - 64) }
      shift += 8
      place += 1
    }
    return UInt128(high) << 64 | UInt128(low)
  }
}
