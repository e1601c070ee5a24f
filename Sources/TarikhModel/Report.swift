/// What an article says happened, is planned, is demanded or is denied.
public struct Report: Hashable, Sendable {
  /// What it is about.
  public var kind: ReportKind
  /// `nil` for an undated report, which never acquires a date.
  public var when: When?
  /// How far the source commits itself.
  public var modality: Modality
  /// Whether it says that something is so, or is not.
  public var polarity: Polarity
  /// Which stretch of the happening it tells, where the words do.
  public var aspect: Aspect?
  /// What kind of change, harm or stance it is, where its kind has such a role.
  public var detail: Detail?
  /// `nil` for the article's own voice.
  public var attribution: Attribution?
  /// Who and what takes part, in the order of the text.
  public var participants: [Participant]
  /// The figures, in the order of the text.
  public var quantities: [Quantity]
  /// `nil` only for reports entered at a desk, which have no article.
  public var evidence: Evidence?
  /// The act of speech in the same stream that carries this content.
  public var saidIn: EventID?
  /// What found it: name and version, `desk` for manual entries.
  public var extractor: ExtractorVersion

  public init(
    kind: ReportKind, when: When?, modality: Modality, polarity: Polarity, aspect: Aspect?,
    detail: Detail?, attribution: Attribution?, participants: [Participant],
    quantities: [Quantity], evidence: Evidence?, saidIn: EventID?, extractor: ExtractorVersion
  ) {
    self.kind = kind
    self.when = when
    self.modality = modality
    self.polarity = polarity
    self.aspect = aspect
    self.detail = detail
    self.attribution = attribution
    self.participants = participants
    self.quantities = quantities
    self.evidence = evidence
    self.saidIn = saidIn
    self.extractor = extractor
  }
}

/// Which program, in which version, found a report.
public struct ExtractorVersion: Hashable, Sendable {
  public var name: String
  public var version: String

  public init(name: String, version: String) {
    self.name = name
    self.version = version
  }
}
