/// A word, a number or a mark of a text, folded for comparison, with its place in the original.
package struct Token: Hashable, Sendable {
  /// The text folded by ``ArabicFolding``: one spelling for all spellings of a word; digits ASCII.
  package var folded: Word
  package var kind: Kind
  /// Offsets in Unicode scalars of the original text, end exclusive.
  package var range: Range<Int>
  /// Whether white space, or the start of the text, stands before it.
  package var followsSpace: Bool

  package enum Kind: Hashable, Sendable {
    case word, number, punctuation, lineBreak
  }
}
