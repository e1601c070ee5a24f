/// The other fields of a report, read where they lie.
extension ReportView {
  /// Whether the valid time was worked out from the day of publication.
  package var dependsOnPublication: Bool { has(RecordLayout.ReportFlag.dependsOnPublication) }

  /// Whether somebody says so; else the article does in its own voice.
  package var isAttributed: Bool { has(RecordLayout.ReportFlag.attributed) }

  /// Whether the source is neither a named person nor an institution.
  package var isAnonymous: Bool { has(RecordLayout.ReportFlag.anonymous) }

  /// Whether the words stand in quotation marks, at least in part.
  package var isQuoted: Bool { has(RecordLayout.ReportFlag.quoted) }

  /// The valid time as EDTF, `nil` for an undated report.
  package var edtf: RawSpan? {
    @_lifetime(copy self) get { part(.edtf) }
  }

  /// The words that say when.
  package var expression: RawSpan? {
    @_lifetime(copy self) get { part(.expression) }
  }

  /// The entity id of the speaker, `nil` for the article's own voice.
  package var speaker: RawSpan? {
    @_lifetime(copy self) get { part(.speaker) }
  }

  /// The speaker's office, in the words of the text.
  package var role: RawSpan? {
    @_lifetime(copy self) get { part(.role) }
  }

  /// The verb of saying.
  package var verb: RawSpan? {
    @_lifetime(copy self) get { part(.verb) }
  }

  /// The sentence that says so, `nil` for reports entered at a desk.
  package var quote: RawSpan? {
    @_lifetime(copy self) get { part(.quote) }
  }

  /// The name of the program that found it.
  package var extractorName: RawSpan? {
    @_lifetime(copy self) get { part(.extractorName) }
  }

  /// The version of the program that found it.
  package var extractorVersion: RawSpan? {
    @_lifetime(copy self) get { part(.extractorVersion) }
  }

  /// The entity ids of the outer links of a nested attribution, outermost last.
  @_lifetime(copy self)
  package func via() throws(RecordError) -> ReportItems {
    try ReportItems(part(.via), .via)
  }

  /// Who and what takes part, in the order of the text.
  @_lifetime(copy self)
  package func participants() throws(RecordError) -> ReportItems {
    try ReportItems(part(.participants), .participant)
  }

  /// The figures, in the order of the text.
  @_lifetime(copy self)
  package func quantities() throws(RecordError) -> ReportItems {
    try ReportItems(part(.quantities), .quantity)
  }
}
