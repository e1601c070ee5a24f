/// An enumeration whose cases stand in records as one byte.
///
/// The tag of a case is its place in ``released``, counted from 1. The lists only ever grow at
/// the end: a case that moves would change the meaning of every record written before.
protocol RecordTag: Equatable, Sendable {
  static var released: [Self] { get }
}

extension RecordTag {
  /// The case with this tag, or `nil` where no released case has it.
  init?(tag: UInt8) {
    guard tag >= 1, Int(tag) <= Self.released.count else { return nil }
    self = Self.released[Int(tag) - 1]
  }

  /// The byte that stands for this case; 0 means that there is none.
  var tag: UInt8 {
    guard let place = Self.released.firstIndex(of: self) else {
      preconditionFailure("\(self) is missing from the released tags of \(Self.self)")
    }
    return UInt8(place + 1)
  }
}

extension EventType: RecordTag {
  static let released: [EventType] = [
    .articleReceived, .reported, .corrected, .retracted, .articleRedated, .redacted, .fact,
  ]
}

extension ReportKind: RecordTag {
  static let released: [ReportKind] = [
    .statement, .announcement, .demand, .reaction, .decision, .agreement, .meeting, .office,
    .withdrawal, .drawdown, .deployment, .handover, .mission, .forceLevel, .attack, .operation,
    .casualty, .control,
  ]
}

extension Modality: RecordTag {
  static let released: [Modality] = [
    .asserted, .planned, .expected, .demanded, .possible, .conditional, .denied,
  ]
}

extension Polarity: RecordTag {
  static let released: [Polarity] = [.positive, .negative]
}

extension Aspect: RecordTag {
  static let released: [Aspect] = [.begin, .ongoing, .end, .done]
}

extension Detail: RecordTag {
  static let released: [Detail] = [
    .start, .transform, .extend, .end, .continue, .gain, .hold, .loss, .send, .reinforce,
    .redeploy, .retain, .killed, .wounded, .captured, .displaced, .enter, .leave, .win, .lose,
    .welcome, .support, .concern, .rejection, .condemnation, .accusation, .threat,
  ]
}

extension When.Relation: RecordTag {
  static let released: [When.Relation] = [
    .on, .during, .by, .since, .until, .before, .after, .near,
  ]
}

extension When.Certainty: RecordTag {
  static let released: [When.Certainty] = [.exact, .approximate, .inferred, .unknown]
}

extension Attribution.Channel: RecordTag {
  static let released: [Attribution.Channel] = [
    .pressConference, .writtenStatement, .jointStatement, .interview, .socialMedia, .meeting,
    .mediaBriefing,
  ]
}

extension Participant.Role: RecordTag {
  static let released: [Participant.Role] = [
    .actor, .addressee, .document, .topic, .stance, .target, .counterparty, .host, .person,
    .post, .by, .place, .origin, .destination, .recipient, .object, .mission, .into, .weapon,
    .victim, .from, .partner,
  ]
}

extension Quantity.Comparator: RecordTag {
  static let released: [Quantity.Comparator] = [
    .equal, .less, .greater, .atMost, .atLeast, .about,
  ]
}

extension Quantity.Measure: RecordTag {
  static let released: [Quantity.Measure] = [.stock, .change, .target, .count]
}

extension Publication.Basis: RecordTag {
  static let released: [Publication.Basis] = [
    .given, .metadata, .dateline, .inferred, .unknown,
  ]
}
