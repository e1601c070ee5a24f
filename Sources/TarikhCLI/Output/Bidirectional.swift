/// Keeps lines of mixed direction readable on a terminal.
///
/// Each piece is isolated (Unicode Annex 9, section 2.4), so that Arabic words do not pull the
/// numbers and dates beside them to the wrong side. Files get the bare text.
enum Bidirectional {
  /// More marks than any script stacks on one letter.
  private static let marksLimit = 8

  /// `text` between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, where somebody looks at it.
  static func isolate(_ text: String, on screen: Screen = .output) -> String {
    guard screen.isolates, text.unicodeScalars.contains(where: isRightToLeft) else { return text }
    return "\u{2068}\(text)\u{2069}"
  }

  /// `text` without what could move the cursor, turn the line around, or bury it under marks.
  ///
  /// Article text is hostile input: an escape sequence in it must not reach the terminal.
  static func harmless(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    var marks = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029:
        view.append(" ")
        marks = 0
      case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E,
        0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
        continue
      default:
        marks = isMark(scalar) ? marks + 1 : 0
        if marks <= marksLimit { view.append(scalar) }
      }
    }
    return String(view)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    return switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: false
    }
  }

  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      true
    default: false
    }
  }
}
