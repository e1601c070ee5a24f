/// Arabic-Indic and Persian digits as a person may type them.
enum ArabicDigits {
  static func ascii(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.value {
          case 0x660...0x669: Unicode.Scalar(UInt8(scalar.value - 0x660 + 0x30))
          case 0x6F0...0x6F9: Unicode.Scalar(UInt8(scalar.value - 0x6F0 + 0x30))
          default: scalar
          }
        }))
  }
}
