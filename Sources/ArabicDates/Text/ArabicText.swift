/// A text cut into tokens that know their places, with its scalars for quoting.
package struct ArabicText: Sendable {
  /// The original, scalar by scalar: the unit of every offset.
  package let scalars: [Unicode.Scalar]
  package let tokens: [Token]

  /// - Complexity: O(*n*) in the length of the text.
  package init(_ text: String) {
    self.init(scalars: Array(text.unicodeScalars))
  }

  package init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    var tokenizer = Tokenizer(scalars: scalars)
    tokens = tokenizer.run()
  }

  /// The original words of a range of scalars.
  package subscript(range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }
}

/// One pass over the scalars: runs of letters, runs of digits, single marks, line breaks.
private struct Tokenizer {
  let scalars: [Unicode.Scalar]
  var tokens: [Token] = []
  var followsSpace = true
  var current: (kind: Token.Kind, start: Int, end: Int, folded: String.UnicodeScalarView)?

  init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  mutating func run() -> [Token] {
    for (offset, scalar) in scalars.enumerated() {
      if ArabicFolding.isIgnored(scalar) {
        // A diacritic or tatweel belongs to the word it stands in; elsewhere it is nothing.
        if current?.kind == .word, scalar.properties.isDefaultIgnorableCodePoint == false {
          current?.end = offset + 1
        }
        continue
      }
      take(scalar, at: offset)
    }
    finish()
    return tokens
  }

  private mutating func take(_ scalar: Unicode.Scalar, at offset: Int) {
    let folded = ArabicFolding.fold(scalar)
    switch folded.first.map(kind(of:)) ?? nil {
    case nil:
      finish()
      followsSpace = true
    case .lineBreak?:
      finish()
      append(.lineBreak, offset, offset + 1, "\n")
      followsSpace = true
    case .punctuation?:
      finish()
      append(.punctuation, offset, offset + 1, String(scalar))
    case let kind?:
      if current?.kind != kind { finish() }
      var run = current ?? (kind, offset, offset, String.UnicodeScalarView())
      run.folded.append(contentsOf: folded)
      run.end = offset + 1
      current = run
    }
  }

  /// `nil` for white space.
  private func kind(of scalar: Unicode.Scalar) -> Token.Kind? {
    let properties = scalar.properties
    if scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}" {
      return .lineBreak
    }
    if properties.isWhitespace || properties.generalCategory == .control { return nil }
    if properties.generalCategory == .decimalNumber { return .number }
    return properties.isAlphabetic ? .word : .punctuation
  }

  private mutating func finish() {
    guard let run = current else { return }
    append(run.kind, run.start, run.end, String(run.folded))
    current = nil
  }

  private mutating func append(_ kind: Token.Kind, _ start: Int, _ end: Int, _ folded: String) {
    tokens.append(
      Token(folded: folded, kind: kind, range: start..<end, followsSpace: followsSpace))
    followsSpace = false
  }
}
