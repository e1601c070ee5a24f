package import ArabicDates

/// The stretches of a text that stand between quotation marks, outermost only.
///
/// Directed marks (« » “ ”) nest; straight marks take turns. A quotation may run over the ends of
/// sentences but not of paragraphs, so a mark that is never closed spoils one paragraph only.
package struct QuotationSpans: Sendable {
  /// Token ranges, the marks included, in reading order and without overlap.
  package let spans: [Range<Int>]

  /// - Complexity: O(*n*) in the number of tokens.
  package init(_ tokens: [Token]) {
    var spans: [Range<Int>] = []
    var open: [(mark: Word, index: Int)] = []
    var found: [Range<Int>] = []
    for (index, token) in tokens.enumerated() {
      if token.kind == .lineBreak {
        spans += Self.outermost(found)
        open.removeAll(keepingCapacity: true)
        found.removeAll(keepingCapacity: true)
      } else if token.kind == .punctuation {
        let mark = token.folded
        // A repeated straight mark closes; every closing mark closes its latest opener.
        if let opener = Self.openers[mark], open.contains(where: { $0.mark == opener }) {
          while let last = open.popLast() {
            if last.mark != opener { continue }
            found.append(last.index..<index + 1)
            break
          }
        } else if Self.marks.contains(mark), open.count < Self.deepest {
          open.append((mark, index))
        }
      }
    }
    self.spans = spans + Self.outermost(found)
  }

  /// Deeper nesting is not language; the bound keeps hostile input linear.
  private static let deepest = 8
  private static let marks: WordSet = ["«", "“", "\"", "„", "‹"]
  private static let openers: [Word: Word] = ["»": "«", "”": "“", "\"": "\"", "›": "‹", "“": "„"]

  private static func outermost(_ found: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for span in found.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, span.lowerBound < last.upperBound { continue }
      result.append(span)
    }
    return result
  }

  /// The quotation that holds this token, marks included.
  ///
  /// - Complexity: O(log *n*).
  package func span(containing token: Int) -> Range<Int>? {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low].contains(token) ? spans[low] : nil
  }
}
