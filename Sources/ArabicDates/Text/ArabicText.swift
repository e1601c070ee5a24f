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
    var tokenizer = Tokenizer()
    tokens = tokenizer.run(scalars)
  }

  /// The original words of a range of scalars.
  package subscript(range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }
}
