/// A word as it is compared: folded by ``ArabicFolding``, one byte a letter, in sixteen bytes.
///
/// Comparing strings normalises them and looks for the ends of characters, which folding has done
/// once; words are compared, cut and looked up as numbers. A word that does not fit (longer than
/// sixteen letters, or of a foreign script) is known by its hash: it equals itself and nothing
/// else, and is never taken apart. Its letters are still in the text: ``ArabicText/letters(of:)``.
package struct Word: Hashable, Sendable {
  /// The code of each letter, the first lowest; zero where the word has ended.
  @usableFromInline package let codes: UInt128

  @inlinable package init(codes: UInt128) { self.codes = codes }

  /// The code that no letter has, before the hash of a word that does not fit.
  @inlinable package static var hashMark: UInt8 { 1 }

  /// The longest word that is kept letter by letter.
  @inlinable package static var longest: Int { 16 }

  /// - Parameter text: letters that are folded already.
  package init(_ text: String) {
    if let codes = WordCoding.codes(text.utf8.span) {
      self.init(codes: codes)
    } else {
      var coding = WordCoding()
      for scalar in text.unicodeScalars { coding.append(scalar) }
      self = coding.word
    }
  }

  /// A word of one letter or mark.
  init(_ scalar: Unicode.Scalar) {
    var coding = WordCoding()
    coding.append(scalar)
    self = coding.word
  }

  @inlinable package var isEmpty: Bool { codes == 0 }

  /// Whether the word is known by its hash only.
  @inlinable package var isHashed: Bool { UInt8(truncatingIfNeeded: codes) == Word.hashMark }

  /// How many letters it has; one more than ``longest`` for a word that does not fit.
  @inlinable package var count: Int {
    isHashed ? Self.longest + 1 : Self.longest - codes.leadingZeroBitCount / 8
  }

  /// The first letter; `nil` for an empty word and for one that does not fit.
  package var first: Unicode.Scalar? {
    isEmpty || isHashed ? nil : WordCoding.letter(UInt8(truncatingIfNeeded: codes))
  }

  /// The letter at a place counted from 0; `nil` behind the end and for a word that does not fit.
  package func letter(_ place: Int) -> Unicode.Scalar? {
    let code = UInt8(truncatingIfNeeded: codes >> (place * 8))
    return code == 0 || isHashed ? nil : WordCoding.letter(code)
  }

  @inlinable package func hasPrefix(_ prefix: Word) -> Bool {
    if isHashed || prefix.isHashed { return self == prefix }
    return (codes ^ prefix.codes) << ((Self.longest - prefix.count) * 8) == 0
  }

  @inlinable package func hasSuffix(_ suffix: Word) -> Bool {
    if isHashed || suffix.isHashed { return self == suffix }
    let rest = count - suffix.count
    return rest >= 0 && codes >> (rest * 8) == suffix.codes
  }

  /// Whether the first letter is one of `letters`.
  @inlinable package func begins(withOneOf letters: Word) -> Bool {
    guard !isEmpty, !isHashed else { return false }
    let first = UInt8(truncatingIfNeeded: codes)
    var rest = letters.codes
    while rest != 0 {
      if UInt8(truncatingIfNeeded: rest) == first { return true }
      rest >>= 8
    }
    return false
  }

  /// What is left behind the first letters.
  @inlinable package func dropFirst(_ letters: Int = 1) -> Word {
    isHashed ? self : Word(codes: codes >> (letters * 8))
  }

  /// What is left before the last letters.
  @inlinable package func dropLast(_ letters: Int = 1) -> Word {
    isHashed ? self : prefix(count - letters)
  }

  @inlinable package func prefix(_ letters: Int) -> Word {
    if isHashed || letters >= Self.longest { return self }
    return Word(codes: letters <= 0 ? 0 : codes & ((1 << (letters * 8)) - 1))
  }

  package static func + (a: Word, b: Word) -> Word {
    if a.count + b.count <= longest { return Word(codes: a.codes | b.codes << (a.count * 8)) }
    return Word(a.description + b.description)
  }

  /// The value of a word of ASCII digits.
  package var decimal: Int? {
    guard !isEmpty, !isHashed else { return nil }
    var value = 0
    var rest = codes
    while rest != 0 {
      let digit = Int(rest & 0xFF) - 0x30
      guard (0...9).contains(digit) else { return nil }
      value = value * 10 + digit
      rest >>= 8
    }
    return value
  }

  @inlinable package static func == (a: Word, b: Word) -> Bool { a.codes == b.codes }

  /// The letters in one number, spread over all its bits but the lowest.
  @inlinable package var mixed: UInt64 {
    let low = UInt64(truncatingIfNeeded: codes)
    let high = UInt64(truncatingIfNeeded: codes >> 64)
    let product = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return product ^ product >> 32
  }

  @inlinable package func hash(into hasher: inout Hasher) {
    hasher.combine(UInt64(truncatingIfNeeded: codes))
    hasher.combine(UInt64(truncatingIfNeeded: codes >> 64))
  }
}

extension Word: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self.init(text) }
}

extension Word: CustomStringConvertible {
  /// The letters; the hash of a word that does not fit.
  package var description: String {
    if isHashed { return String(codes, radix: 36) }
    var text = String.UnicodeScalarView()
    var rest = codes
    while rest != 0 {
      text.append(WordCoding.letter(UInt8(truncatingIfNeeded: rest)))
      rest >>= 8
    }
    return String(text)
  }
}
