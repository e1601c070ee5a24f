/// Character references of HTML: `&amp;`, `&#1575;`, `&#x627;`.
enum CharacterReferences {
  /// The text of `bytes` with its references replaced; what is none stays as it is.
  ///
  /// - Complexity: O(*n*).
  static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "&"), let (scalar, end) = reference(bytes, at: index + 1) {
        result.append(contentsOf: String(Character(scalar)).utf8)
        index = end
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func reference(
    _ bytes: ArraySlice<UInt8>, at start: Int
  ) -> (Unicode.Scalar, end: Int)? {
    guard start < bytes.endIndex else { return nil }
    if bytes[start] == UInt8(ascii: "#") { return numeric(bytes, at: start + 1) }
    // No name is longer than 31 letters.
    let name = bytes[start...].prefix(32).prefix { $0.isASCIILetter || $0.isASCIIDigit }
    guard let scalar = named[String(decoding: name, as: UTF8.self)] else { return nil }
    let end = name.endIndex
    if end < bytes.endIndex, bytes[end] == UInt8(ascii: ";") { return (scalar, end + 1) }
    // Latin-1 names may go without the semicolon, but `&copy=` in an address is no reference.
    let isOld = scalar.value < 0x100 && scalar != "'"
    let isAddress = end < bytes.endIndex && bytes[end] == UInt8(ascii: "=")
    return isOld && !isAddress ? (scalar, end) : nil
  }

  private static func numeric(
    _ bytes: ArraySlice<UInt8>, at start: Int
  ) -> (Unicode.Scalar, end: Int)? {
    guard start < bytes.endIndex else { return nil }
    let isHexadecimal = bytes[start] | 0x20 == UInt8(ascii: "x")
    var index = isHexadecimal ? start + 1 : start
    let first = index
    var value: UInt32 = 0
    while index < bytes.endIndex,
      let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue,
      isHexadecimal || digit < 10
    {
      value = min(value * (isHexadecimal ? 16 : 10) + UInt32(digit), 0x110000)
      index += 1
    }
    guard index > first else { return nil }
    if index < bytes.endIndex, bytes[index] == UInt8(ascii: ";") { index += 1 }
    if (0x80...0x9F).contains(value) { value = LegacyCharset.controls1252[Int(value) - 0x80] }
    return (value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}", index)
  }

  /// The names that pages use, with their scalars in hexadecimal.
  private static let table = """
    amp:26 lt:3C gt:3E quot:22 apos:27 nbsp:A0 iexcl:A1 cent:A2 pound:A3 curren:A4 yen:A5
    brvbar:A6 sect:A7 uml:A8 copy:A9 ordf:AA laquo:AB not:AC shy:AD reg:AE macr:AF deg:B0
    plusmn:B1 sup2:B2 sup3:B3 acute:B4 micro:B5 para:B6 middot:B7 cedil:B8 sup1:B9 ordm:BA
    raquo:BB frac14:BC frac12:BD frac34:BE iquest:BF times:D7 divide:F7 Agrave:C0 Aacute:C1
    Acirc:C2 Atilde:C3 Auml:C4 Aring:C5 AElig:C6 Ccedil:C7 Egrave:C8 Eacute:C9 Ecirc:CA Euml:CB
    Igrave:CC Iacute:CD Icirc:CE Iuml:CF Ntilde:D1 Ograve:D2 Oacute:D3 Ocirc:D4 Otilde:D5
    Ouml:D6 Oslash:D8 Ugrave:D9 Uacute:DA Ucirc:DB Uuml:DC szlig:DF agrave:E0 aacute:E1 acirc:E2
    atilde:E3 auml:E4 aring:E5 aelig:E6 ccedil:E7 egrave:E8 eacute:E9 ecirc:EA euml:EB igrave:EC
    iacute:ED icirc:EE iuml:EF ntilde:F1 ograve:F2 oacute:F3 ocirc:F4 otilde:F5 ouml:F6
    oslash:F8 ugrave:F9 uacute:FA ucirc:FB uuml:FC yuml:FF OElig:152 oelig:153 Scaron:160
    scaron:161 fnof:192 circ:2C6 tilde:2DC ensp:2002 emsp:2003 thinsp:2009 zwnj:200C zwj:200D
    lrm:200E rlm:200F ndash:2013 mdash:2014 horbar:2015 lsquo:2018 rsquo:2019 sbquo:201A
    ldquo:201C rdquo:201D bdquo:201E dagger:2020 Dagger:2021 bull:2022 hellip:2026 permil:2030
    prime:2032 Prime:2033 lsaquo:2039 rsaquo:203A oline:203E euro:20AC trade:2122 larr:2190
    uarr:2191 rarr:2192 darr:2193 harr:2194 minus:2212 infin:221E asymp:2248 ne:2260 le:2264
    ge:2265 num:23 excl:21 comma:2C period:2E colon:3A semi:3B lpar:28 rpar:29 lsqb:5B rsqb:5D
    lbrack:5B rbrack:5D sol:2F bsol:5C quest:3F equals:3D plus:2B ast:2A commat:40 lowbar:5F
    hyphen:2010 dash:2010 dollar:24 percnt:25 vert:7C verbar:7C grave:60 lcub:7B rcub:7D Tab:9
    NewLine:A
    """

  private static let named: [String: Unicode.Scalar] = {
    var result: [String: Unicode.Scalar] = [:]
    for pair in table.split(whereSeparator: \.isWhitespace) {
      let parts = pair.split(separator: ":")
      if parts.count == 2, let value = UInt32(parts[1], radix: 16) {
        result[String(parts[0])] = Unicode.Scalar(value)
      }
    }
    return result
  }()
}

extension UInt8 {
  var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
  /// The white space of HTML.
  var isASCIISpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) && self != 0x0B }
}
