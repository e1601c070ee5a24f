/// How many columns of a terminal text takes, as terminals count them: scalar by scalar.
enum DisplayWidth {
  static func of(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  /// `text`, or as much of it as leaves room for an ellipsis.
  static func cut(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    guard width > 0 else { return "" }
    var kept = ""
    var columns = 0
    for character in text {
      columns += of(String(character))
      if columns >= width { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// The spaces that fill `text` up to `width` columns.
  static func padding(after text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - of(text)))
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return isPrinted(scalar) ? 1 : 0 }
    switch scalar.value {
    // Signs that embrace the digits after them are formatting to Unicode, and drawn all the same.
    case 0x600...0x605, 0x6DD, 0x890...0x891, 0x8E2: return 1
    // Vowels and final consonants of a Hangul syllable that is written in parts.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
    default: break
    }
    guard isPrinted(scalar) else { return 0 }
    return isWide(scalar) || scalar.properties.isEmojiPresentation ? 2 : 1
  }

  private static func isPrinted(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
      false
    default: true
    }
  }

  /// The blocks whose East Asian width is wide or fullwidth (Unicode Annex 11).
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
