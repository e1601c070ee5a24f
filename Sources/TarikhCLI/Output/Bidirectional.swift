/// Keeps lines of mixed direction readable on a terminal.
///
/// Each piece is isolated (Unicode Annex 9, section 2.4), so that Arabic words do not pull the
/// numbers and dates beside them to the wrong side. Files get the bare text.
enum Bidirectional {
  /// `text` between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, where a terminal shows it.
  static func isolate(_ text: String) -> String {
    guard Terminal.outputIsTerminal, text.unicodeScalars.contains(where: isRightToLeft) else {
      return text
    }
    return "\u{2068}\(text)\u{2069}"
  }

  /// How many terminal columns `text` takes.
  static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { width, scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format, .control: width
      default: width + 1
      }
    }
  }

  /// `text` without controls that could move the cursor or turn the line around.
  ///
  /// Article text is hostile input: an escape sequence in it must not reach the terminal.
  static func harmless(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: view.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x061C, 0x200E, 0x200F: continue
      default: view.append(scalar)
      }
    }
    return String(view)
  }

  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC: true
    default: false
    }
  }
}
