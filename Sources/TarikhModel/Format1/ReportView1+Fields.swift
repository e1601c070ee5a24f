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

  private func has(_ flag: UInt16) -> Bool { flags & flag != 0 }

  private func range(at offset: Int) -> TextRange? {
    guard let start = bytes.number(at: offset, as: Int64.self),
      let end = bytes.number(at: offset + 8, as: Int64.self)
    else { return nil }
    return TextRange(start: Int(start), end: Int(end))
  }
}
