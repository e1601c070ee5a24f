/// What lines are laid out for: a terminal, a number of columns, or a file that keeps bare text.
struct Screen: Hashable, Sendable {
  /// Columns; `nil` where nothing is cut or wrapped.
  var width: Int?
  var usesColour: Bool
  /// Whether right-to-left words are set apart from what stands beside them.
  var isolates: Bool

  /// What standard output goes to.
  static let output = Screen(
    width: Terminal.width, usesColour: Terminal.usesColour, isolates: Terminal.outputIsTerminal)

  /// The same, laid out for as many columns as somebody asked for.
  func laidOut(for width: Int?) -> Screen {
    guard let width else { return self }
    return Screen(width: width, usesColour: usesColour, isolates: true)
  }

  /// Words of an article or a name, which are hostile input, as they may stand in a line.
  func text(_ words: String) -> String {
    Bidirectional.isolate(Bidirectional.harmless(words), on: self)
  }
}
