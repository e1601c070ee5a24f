internal import ArabicDates
internal import TarikhModel

extension ArabicText {
  /// The scalars of `tokens` without the first `letters` folded letters and the marks on them.
  func range(of tokens: Range<Int>, droppingLetters letters: Int) -> TextRange {
    let first = self.tokens[tokens.lowerBound].range
    var start = first.lowerBound
    var left = letters
    while start < first.upperBound {
      let folded = ArabicFolding.fold(scalars[start])
      if left <= 0, !folded.isEmpty { break }
      left -= folded.count
      start += 1
    }
    return TextRange(start: start, end: self.tokens[tokens.upperBound - 1].range.upperBound)
  }
}
