/// The other fields of a report, read where they lie.
extension ReportView1 {
  /// How sure the valid time is, `nil` for an undated report.
  var certainty: When.Certainty? {
    relation == nil ? nil : When.Certainty(tag: bytes.byte(at: RecordLayout1.Report.certainty))
  }

  /// Whether the valid time was worked out from the day of publication.
  var dependsOnPublication: Bool { has(RecordLayout1.Report.Flag.dependsOnPublication) }

  /// Whether somebody says so; else the article does in its own voice.
  var isAttributed: Bool { has(RecordLayout1.Report.Flag.attributed) }

  /// Whether the source is neither a named person nor an institution.
  var isAnonymous: Bool { has(RecordLayout1.Report.Flag.anonymous) }

  /// Whether the words stand in quotation marks, at least in part.
  var isQuoted: Bool { has(RecordLayout1.Report.Flag.quoted) }

  /// Where the sentence that says so stands, `nil` for reports entered at a desk.
  var evidenceRange: TextRange? {
    has(RecordLayout1.Report.Flag.evidence) ? range(at: RecordLayout1.Report.evidence) : nil
  }

  /// Where the word stands that names the event.
  var trigger: TextRange? {
    has(RecordLayout1.Report.Flag.trigger) ? range(at: RecordLayout1.Report.trigger) : nil
  }

  /// The act of speech that carries this content.
  var saidIn: EventID? {
    has(RecordLayout1.Report.Flag.saidIn) ? bytes.eventID(at: RecordLayout1.Report.saidIn) : nil
  }

  /// The valid time as EDTF, `nil` for an undated report.
  @_lifetime(copy self)
  func edtf() throws(RecordError) -> RawSpan? { try slot(.edtf, .edtf) }

  /// The words that say when.
  @_lifetime(copy self)
  func expression() throws(RecordError) -> RawSpan? {
    try slot(.expression, .expression)
  }

  /// The entity id of the speaker, `nil` for the article's own voice.
  @_lifetime(copy self)
  func speaker() throws(RecordError) -> RawSpan? { try slot(.speaker, .speaker) }

  /// The speaker's office, in the words of the text.
  @_lifetime(copy self)
  func role() throws(RecordError) -> RawSpan? { try slot(.role, .role) }

  /// The verb of saying.
  @_lifetime(copy self)
  func verb() throws(RecordError) -> RawSpan? { try slot(.verb, .verb) }

  /// The sentence that says so, `nil` for reports entered at a desk.
  @_lifetime(copy self)
  func quote() throws(RecordError) -> RawSpan? { try slot(.quote, .evidence) }

  /// The name of the program that found it.
  @_lifetime(copy self)
  func extractorName() throws(RecordError) -> RawSpan? {
    try slot(.extractorName, .extractor)
  }

  /// The version of the program that found it.
  @_lifetime(copy self)
  func extractorVersion() throws(RecordError) -> RawSpan? {
    try slot(.extractorVersion, .extractor)
  }

  /// How the speaker said it.
  var channel: Attribution.Channel? {
    Attribution.Channel(tag: bytes.byte(at: RecordLayout1.Report.channel))
  }

  /// How many outer links a nested attribution has.
  var viaCount: Int { links.count }

  /// The entity id of outer link `index`, outermost last.
  @_lifetime(copy self)
  func via(at index: Int) throws(RecordError) -> RawSpan {
    try links.item(index).required(0, .via)
  }

  private func has(_ flag: UInt16) -> Bool { flags & flag != 0 }

  private func range(at offset: Int) -> TextRange? {
    guard let start = bytes.number(at: offset, as: Int64.self),
      let end = bytes.number(at: offset + 8, as: Int64.self)
    else { return nil }
    return TextRange(start: Int(start), end: Int(end))
  }
}
