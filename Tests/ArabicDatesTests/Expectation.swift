import ArabicDates
import EDTF
import Testing

/// A sentence and what its first date expression must be.
struct Expectation: Sendable, CustomTestStringConvertible {
  /// The sentence, the expression between guillemets ⟨ ⟩.
  var marked: String
  /// The EDTF text; `nil` where no date may be given.
  var edtf: String?
  var relation: DateMention.Relation?
  var reference = "2024-09-27"

  init(
    _ marked: String, _ edtf: String?, _ relation: DateMention.Relation? = nil,
    on reference: String = "2024-09-27"
  ) {
    self.marked = marked
    self.edtf = edtf
    self.relation = relation
    self.reference = reference
  }

  var testDescription: String { marked }

  var text: String { marked.filter { $0 != "⟨" && $0 != "⟩" } }

  /// The words between the guillemets.
  var expression: String {
    guard let open = marked.firstIndex(of: "⟨"), let close = marked.firstIndex(of: "⟩") else {
      return marked
    }
    return String(marked[marked.index(after: open)..<close])
  }

  /// Where they begin, in Unicode scalars.
  var start: Int {
    guard let open = marked.unicodeScalars.firstIndex(of: "⟨") else { return 0 }
    return marked.unicodeScalars.distance(from: marked.unicodeScalars.startIndex, to: open)
  }

  func check() {
    let mentions = DateRecognizer().mentions(in: text, reference: Day(reference))
    guard let mention = mentions.first(where: { $0.range.lowerBound == start }) else {
      Issue.record("\(marked): found \(mentions.map(\.expression)) instead")
      return
    }
    #expect(mention.expression == expression)
    #expect(mention.edtf?.description == edtf)
    if let relation { #expect(mention.relation == relation) }
    let scalars = Array(text.unicodeScalars)
    #expect(String(String.UnicodeScalarView(scalars[mention.range])) == mention.expression)
  }
}
