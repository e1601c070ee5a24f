public import TarikhModel

/// A question for every claim ever made about a subject, and for what became of it.
public struct HistoryQuery: Hashable, Sendable {
  /// `knownAt` hides what was recorded later; the other times filter like everywhere.
  public var asOf: AsOf
  public var subject: EntityID
  public var attribute: String?

  public init(asOf: AsOf, subject: EntityID, attribute: String?) {
    self.asOf = asOf
    self.subject = subject
    self.attribute = attribute
  }
}

/// Every claim about a subject, those that no longer stand included.
public struct HistoryAnswer: Hashable, Sendable {
  public var footing: AnswerFooting
  /// By attribute and scope, then in the order in which they were recorded.
  public var entries: [HistoryEntry]

  public init(footing: AnswerFooting, entries: [HistoryEntry]) {
    self.footing = footing
    self.entries = entries
  }
}

/// One claim, with when it entered the log and when it ceased to stand.
public struct HistoryEntry: Hashable, Sendable {
  public var subject: EntityID
  public var attribute: String
  public var scope: EntityID?
  /// `certainty` and `preferred` mean nothing here: `certain` and `false`.
  public var claim: StateClaim
  /// The event from which on the claim stands in this form.
  ///
  /// A report, a correction, a re-dating, or the retraction of a correction.
  public var recorded: LogPlace
  /// The event that ended it; `nil` while it stands.
  public var superseded: LogPlace?

  public init(
    subject: EntityID, attribute: String, scope: EntityID?, claim: StateClaim,
    recorded: LogPlace, superseded: LogPlace?
  ) {
    self.subject = subject
    self.attribute = attribute
    self.scope = scope
    self.claim = claim
    self.recorded = recorded
    self.superseded = superseded
  }
}

/// An event's place in the log.
public struct LogPlace: Hashable, Sendable {
  public var position: Position
  public var recorded: RecordedTime
  public var event: EventAddress

  public init(position: Position, recorded: RecordedTime, event: EventAddress) {
    self.position = position
    self.recorded = recorded
    self.event = event
  }
}
