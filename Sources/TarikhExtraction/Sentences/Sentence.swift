package import ArabicDates

/// A sentence of the running text.
package struct Sentence: Hashable, Sendable {
  package var tokens: Range<Int>
  /// Position of its paragraph among the body lines.
  package var paragraph: Int
}

/// Cuts paragraphs into sentences.
package enum SentenceSplitter {
  /// The sentences of the given lines, in reading order.
  ///
  /// A stop inside a quotation does not end the sentence that quotes, unless the quotation is
  /// longer than anything a speaker is quoted with; a point between digits or initials never does.
  ///
  /// - Complexity: O(*n*) in the number of tokens.
  package static func sentences(
    in lines: [Line], role: Line.Role, tokens: [Token], quotations: QuotationSpans
  ) -> [Sentence] {
    var result: [Sentence] = []
    for (paragraph, line) in lines.enumerated() where line.role == role {
      var start = line.tokens.lowerBound
      var index = start
      while index < line.tokens.upperBound {
        if let quotation = quotations.span(containing: index), quotation.count <= longestQuotation {
          index = quotation.upperBound
          // «…». and "… ." both end here when the stop is the last thing said.
          if endsInside(quotation, tokens), startsAnew(index, line.tokens, tokens) {
            append(start..<index, paragraph, tokens, to: &result)
            start = index
          }
          continue
        }
        index += 1
        guard isEnd(index - 1, line.tokens, tokens) else { continue }
        while index < line.tokens.upperBound, tokens[index].kind == .punctuation,
          LineClassifier.stops.contains(tokens[index].folded)
            || (LineClassifier.closers.contains(tokens[index].folded)
              && tokens[index].folded != "\"" && !tokens[index].followsSpace)
        { index += 1 }
        append(start..<index, paragraph, tokens, to: &result)
        start = index
      }
      append(start..<line.tokens.upperBound, paragraph, tokens, to: &result)
    }
    return result
  }

  private static let longestQuotation = 400

  private static func append(
    _ range: Range<Int>, _ paragraph: Int, _ tokens: [Token], to result: inout [Sentence]
  ) {
    if range.contains(where: { tokens[$0].kind == .word }) {
      result.append(Sentence(tokens: range, paragraph: paragraph))
    }
  }

  private static func endsInside(_ quotation: Range<Int>, _ tokens: [Token]) -> Bool {
    quotation.count > 3 && LineClassifier.stops.contains(tokens[quotation.upperBound - 2].folded)
  }

  private static func startsAnew(_ index: Int, _ line: Range<Int>, _ tokens: [Token]) -> Bool {
    index < line.upperBound && tokens[index].kind == .word && tokens[index].followsSpace
  }

  private static func isArabic(_ word: Word) -> Bool {
    [word.first, word.letter(word.count - 1)].allSatisfy { $0.map { $0.value > 0x600 } ?? false }
  }

  private static func isEnd(_ index: Int, _ line: Range<Int>, _ tokens: [Token]) -> Bool {
    let token = tokens[index]
    guard token.kind == .punctuation, LineClassifier.stops.contains(token.folded) else {
      return false
    }
    let next = index + 1
    guard next < line.upperBound else { return true }
    if token.folded == ".", !tokens[next].followsSpace {
      // 2.5, أ.ف.ب, site.com: only a stop that was typed without a blank before a long word ends.
      let previousIsWord =
        index > line.lowerBound && tokens[index - 1].kind == .word
        && tokens[index - 1].folded.count > 2
      return previousIsWord && tokens[next].kind == .word
        && tokens[next].folded.count > 2 && isArabic(tokens[next].folded)
    }
    if token.folded == ".", index > line.lowerBound {
      let previous = tokens[index - 1]
      if previous.kind == .word, previous.folded.count == 1 { return false }
    }
    return true
  }
}
