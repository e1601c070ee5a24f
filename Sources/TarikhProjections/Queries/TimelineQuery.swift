public import EDTF
public import TarikhModel

/// A question for the reports that concern some days.
public struct TimelineQuery: Hashable, Sendable {
  public var asOf: AsOf
  /// First day, inclusive; `nil` from the beginning.
  public var from: Day?
  /// Last day, inclusive; `nil` to the end.
  public var to: Day?
  public var kind: ReportKind?
  /// An entity that takes part, speaks, or is counted.
  ///
  /// A state stands for its forces and institutions too.
  public var subject: EntityID?

  public init(asOf: AsOf, from: Day?, to: Day?, kind: ReportKind?, subject: EntityID?) {
    self.asOf = asOf
    self.from = from
    self.to = to
    self.kind = kind
    self.subject = subject
  }
}

/// Reports by valid time.
public struct TimelineAnswer: Hashable, Sendable {
  public var footing: AnswerFooting
  /// By earliest day (unknown and open beginnings first), latest day, position.
  public var entries: [TimelineEntry]

  public init(footing: AnswerFooting, entries: [TimelineEntry]) {
    self.footing = footing
    self.entries = entries
  }
}

/// One report, as it stood at the position known at.
public struct TimelineEntry: Hashable, Sendable {
  /// The report with corrections and re-dating applied.
  public var report: Report
  /// Whether it touches the days asked for, certainly or possibly.
  public var certainty: ClaimCertainty
  /// The address under which the report is cited, corrected and retracted.
  public var address: EventAddress
  /// The event that gave it its present wording: `address`, or a correction.
  public var event: EventAddress
  /// The position of `event`, and when it was recorded.
  public var position: Position
  public var recorded: RecordedTime
  public var title: String?
  public var outlet: String?
  /// `nil` for desk entries.
  public var publication: Publication?

  public init(
    report: Report, certainty: ClaimCertainty, address: EventAddress, event: EventAddress,
    position: Position, recorded: RecordedTime, title: String?, outlet: String?,
    publication: Publication?
  ) {
    self.report = report
    self.certainty = certainty
    self.address = address
    self.event = event
    self.position = position
    self.recorded = recorded
    self.title = title
    self.outlet = outlet
    self.publication = publication
  }
}
