extension Substring.UTF8View {
  /// The text without spaces and carriage returns at its ends.
  var trimmed: String {
    let start = drop(while: \.isBlank)
    guard let end = start.lastIndex(where: { !$0.isBlank }) else { return "" }
    return String(Substring(start[...end]))
  }
}

extension UInt8 {
  /// Whether it is a space, a tab or a carriage return.
  var isBlank: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\r")
  }
}
