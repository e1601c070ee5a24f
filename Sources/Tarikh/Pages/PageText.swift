/// White space as a browser shows it.
enum PageText {
  /// Runs of white space as one space, none at the ends; NUL is dropped.
  static func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isPending = false
    for scalar in text.unicodeScalars where scalar.value != 0 {
      if scalar.properties.isWhitespace {
        isPending = true
      } else {
        if isPending, !result.isEmpty { result.append(" ") }
        isPending = false
        result.append(scalar)
      }
    }
    return String(result)
  }
}
