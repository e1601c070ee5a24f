public import EDTF
public import TarikhModel

/// Whether something holds on a day for every reading of its date, or only for some.
public enum ClaimCertainty: String, Hashable, Sendable, CaseIterable {
  case certain, possible
}

/// In which way the claims about one variable contradict each other (ontology, section 6).
public enum ConflictKind: String, Hashable, Sendable, CaseIterable {
  case none
  /// Figures that cannot both be right: 2500 and more than 3000.
  case measurement
  /// A figure at least five times away from every other of the variable within a year.
  case misprint
  /// Planned, begun or done.
  case factuality
  /// Different days for the same thing: a deadline.
  case date
}

/// What a reader should know of a claim before citing it.
public enum ClaimFlag: String, Hashable, Comparable, Sendable, CaseIterable {
  /// At least five times away from every other value of the variable within a year: never preferred,
  /// never hidden.
  case misprintSuspected = "misprint-suspected"
  /// Another source said something later.
  case older
  /// A number aimed at, not one that exists.
  case target
  /// Its actor means to do it; it had not happened.
  case planned
  /// Somebody predicts it.
  case expected
  /// Somebody wants it done.
  case demanded
  /// Somebody holds it possible, or makes it depend on a condition.
  case uncertain
  /// Its source says that it is not so.
  case denied
  /// Worked out from another kind of report: a level from a reduction "to 2000".
  case derived
  /// A correction gave it its present wording.
  case corrected
  /// Its date was worked out from the article's date of publication.
  case dependsOnPublication = "depends-on-publication"

  public static func < (a: ClaimFlag, b: ClaimFlag) -> Bool { a.rawValue < b.rawValue }
}

/// When a claim holds, as fuzzy as its source.
public struct ValidTime: Hashable, Sendable {
  /// As EDTF; `nil` for a recorded fact whose days EDTF cannot write (years beyond 9999).
  public var edtf: EDTFExpression?
  /// First and last possible day.
  public var bounds: DayBounds

  public init(edtf: EDTFExpression?, bounds: DayBounds) {
    self.edtf = edtf
    self.bounds = bounds
  }
}

/// One claim: who says what about a variable, where, and in which words.
public struct StateClaim: Hashable, Sendable {
  public var value: ClaimValue
  /// When the source says that it held; a stock goes on holding after it.
  public var valid: ValidTime
  /// Whether it holds on the day asked for, certainly or possibly.
  public var certainty: ClaimCertainty
  /// Who says so; `nil` for the article's own voice, and for a recorded fact.
  public var speaker: EntityID?
  public var anonymous: Bool
  public var outlet: String?
  /// The stream of the article, or of the desk.
  public var article: StreamName
  /// When the article was published, as known at the position asked for; `nil` where unknown.
  public var published: EDTFExpression?
  /// The event whose words these are: the report, or the correction that replaced it.
  public var event: EventAddress
  public var position: Position
  public var modality: Modality
  /// The sentence that says so, from the log; `nil` for desk entries and facts.
  public var quote: String?
  /// Where the quote stands in the article's text.
  public var range: TextRange?
  public var preferred: Bool
  /// Ascending.
  public var flags: [ClaimFlag]

  public init(
    value: ClaimValue, valid: ValidTime, certainty: ClaimCertainty, speaker: EntityID?,
    anonymous: Bool, outlet: String?, article: StreamName, published: EDTFExpression?,
    event: EventAddress, position: Position, modality: Modality, quote: String?, range: TextRange?,
    preferred: Bool,
    flags: [ClaimFlag]
  ) {
    self.value = value
    self.valid = valid
    self.certainty = certainty
    self.speaker = speaker
    self.anonymous = anonymous
    self.outlet = outlet
    self.article = article
    self.published = published
    self.event = event
    self.position = position
    self.modality = modality
    self.quote = quote
    self.range = range
    self.preferred = preferred
    self.flags = flags
  }
}

/// A state variable on a day, with every claim about it.
public struct State: Hashable, Sendable {
  public var subject: EntityID
  /// `troop-level`, `base-status`, or the attribute of a recorded fact.
  public var attribute: String
  /// Where, or towards whom, it holds: the country of a troop level; `nil` where the attribute
  /// has no scope or the source gives none.
  public var scope: EntityID?
  /// The preferred claim's; `nil` where every claim is only aimed at, demanded or foretold, or a
  /// suspected misprint.
  public var value: ClaimValue?
  /// The preferred claim's; `possible` where there is none.
  public var certainty: ClaimCertainty
  public var conflict: ConflictKind
  /// The preferred first, then its rivals in order of preference.
  public var claims: [StateClaim]

  public init(
    subject: EntityID, attribute: String, scope: EntityID?, value: ClaimValue?,
    certainty: ClaimCertainty, conflict: ConflictKind, claims: [StateClaim]
  ) {
    self.subject = subject
    self.attribute = attribute
    self.scope = scope
    self.value = value
    self.certainty = certainty
    self.conflict = conflict
    self.claims = claims
  }
}
