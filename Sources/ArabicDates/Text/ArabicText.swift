/// A text cut into tokens that know their places, with its scalars for quoting.
package struct ArabicText: Sendable {
  /// The original, scalar by scalar: the unit of every offset.
  package let scalars: [Unicode.Scalar]
  package let tokens: [Token]

  /// - Complexity: O(*n*) in the length of the text.
  package init(_ text: String) {
    // Arabic takes two bytes a letter; counting the scalars first would read the text twice.
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count / 2 + 16)
    for scalar in text.unicodeScalars { scalars.append(scalar) }
    self.init(scalars: scalars)
  }

  package init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    var tokenizer = Tokenizer()
    tokens = tokenizer.run(scalars)
  }

  /// The folded letters of a token, as a string: what names and messages are made of.
  package func letters(of token: Int) -> String {
    ArabicFolding.fold(self[tokens[token].range])
  }

  /// The original words of a range of scalars.
  package subscript(range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count * 2)
    for scalar in scalars[range] {
      // The letters of Arabic take two bytes; they are most of what is quoted.
      if scalar.value < 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else if scalar.value < 0x800 {
        bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar.value >> 6))
        bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar.value & 0x3F))
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
