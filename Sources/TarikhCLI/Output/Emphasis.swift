/// Emphasis on a terminal that can show it; plain text elsewhere.
enum Emphasis: String {
  case bold = "1"
  case faint = "2"
  case red = "31"
  case green = "32"
  case yellow = "33"
  case blue = "34"
  case magenta = "35"
  case cyan = "36"

  func callAsFunction(_ text: String, on screen: Screen = .output) -> String {
    screen.usesColour && !text.isEmpty ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}
