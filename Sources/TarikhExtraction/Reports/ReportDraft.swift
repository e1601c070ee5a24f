internal import TarikhModel

/// A report on its way: places are tokens, and the act of speech a position among the drafts.
struct ReportDraft {
  var kind: ReportKind
  var trigger: Trigger
  var commitment: Commitment
  var detail: Detail?
  var attribution: Attribution?
  var when: When?
  var participants: [Participant] = []
  var quantities: [Quantity] = []
  var evidence: Range<Int>
  /// Position, among the sentence's drafts, of the speech that carries it.
  var saidIn: Int?
  var hasOwnDate: Bool
}
