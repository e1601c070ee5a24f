/// Emphasis on a terminal that can show it; plain text elsewhere.
enum Emphasis: String {
  case bold = "1"
  case faint = "2"
  case green = "32"
  case red = "31"
  case yellow = "33"

  func callAsFunction(_ text: String) -> String {
    Terminal.usesColour ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}
