/// A stretch of a sentence with at most one finite verb of its own line, and what it hangs on.
struct Clause: Hashable {
  var tokens: Range<Int>
  var link: Link
  /// Index of the clause it depends on; `nil` at the top of the sentence.
  var parent: Int?
  /// Whether a comma or stop stands before it.
  var followsPause = false
  /// The first finite verb, where the splitter saw one.
  var verb: Int?

  enum Link: Hashable {
    case main
    /// After "that", a colon or an opening quotation mark: what somebody says, wants, expects.
    case complement
    case relative
    case temporal
    case conditional
    case circumstance
    /// After "and", beside another clause of the same standing.
    case coordinate
    /// Opened by a participle: مؤكدًا أن …
    case participial
  }
}
