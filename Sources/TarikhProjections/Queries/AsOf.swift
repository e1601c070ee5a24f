public import EDTF
public import TarikhModel

/// Up to which entry of the log a question looks.
public enum KnownAt: Hashable, Sendable {
  /// Everything that the view has seen.
  case head
  /// Everything up to this position, inclusive.
  case position(Position)
  /// Everything recorded at or before this instant.
  case instant(RecordedTime)
}

/// The three times, and the source, through which a question looks.
public struct AsOf: Hashable, Sendable {
  /// The day in the world; `nil` where the question has a range of its own.
  public var valid: Day?
  public var knownAt: KnownAt
  /// Only what was certainly or possibly published by this day, inclusive; `nil` for all.
  public var publishedBy: Day?
  /// Only what this speaker or outlet says; `nil` for everybody.
  ///
  /// Matches an entity id, a class-less id (`sean-parnell`), or the outlet's name.
  public var accordingTo: String?

  public init(valid: Day?, knownAt: KnownAt, publishedBy: Day?, accordingTo: String?) {
    self.valid = valid
    self.knownAt = knownAt
    self.publishedBy = publishedBy
    self.accordingTo = accordingTo
  }
}

/// An ``AsOf`` whose "known at" was looked up in the log.
public struct ResolvedAsOf: Hashable, Sendable {
  public var valid: Day?
  /// The last position looked at; `.zero` before the first event.
  public var position: Position
  /// When the event at `position` was recorded; `nil` before the first event.
  public var recorded: RecordedTime?
  public var publishedBy: Day?
  public var accordingTo: String?

  public init(
    valid: Day?, position: Position, recorded: RecordedTime?, publishedBy: Day?,
    accordingTo: String?
  ) {
    self.valid = valid
    self.position = position
    self.recorded = recorded
    self.publishedBy = publishedBy
    self.accordingTo = accordingTo
  }
}

/// What an answer was computed from: every answer carries one.
public struct AnswerFooting: Hashable, Sendable {
  /// The question's times, resolved.
  public var asOf: ResolvedAsOf
  /// The log's last position when the question was asked.
  public var head: Position
  /// The last position that the view had seen; what follows it is not in the answer.
  public var viewPosition: Position
  /// How many reports that concern the question are not in the answer, and why.
  ///
  /// A reason that left out nothing is absent.
  public var leftOut: [LeftOutReason: Int]

  public init(
    asOf: ResolvedAsOf, head: Position, viewPosition: Position, leftOut: [LeftOutReason: Int]
  ) {
    self.asOf = asOf
    self.head = head
    self.viewPosition = viewPosition
    self.leftOut = leftOut
  }
}

/// Why a report that concerns a question is not in its answer.
public enum LeftOutReason: String, Hashable, Comparable, Sendable, CaseIterable {
  /// It says nothing of when, so it can hold on no day.
  case undated
  /// It was retracted, at or before the position known at.
  case retracted
  /// A correction at or before the position known at took its place.
  case superseded
  /// Its body was erased.
  ///
  /// Nobody can say any more what it concerned, so every question counts every one of them.
  case redacted
  /// Its article was certainly not published by the day asked for.
  case notYetPublished = "not-yet-published"
  /// It stopped the view, and somebody decided to go on without it.
  case skipped
  /// Somebody else says so than the question asks for.
  case otherSource = "other-source"
  /// It certainly does not hold on the day, or within the days, asked for.
  case outsideValidTime = "outside-valid-time"

  public static func < (a: LeftOutReason, b: LeftOutReason) -> Bool { a.rawValue < b.rawValue }
}
