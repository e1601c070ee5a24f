internal import LMDB
internal import TarikhModel

/// What became of every report: the part that the projections of reports share.
///
/// Keeps, for each report and fact, the chain of what corrects and retracts it; for each article
/// the dates of publication; and for each version of a report the rows that `rows` makes of it,
/// with the position at which they ceased to hold. A question at position *K* reads the rows
/// that begin at or before *K* and do not end at or before it: nothing is replayed.
///
/// The rules, which hold at every *K* and however the log was read:
/// - an event is in force unless a later retraction in force takes it back;
/// - a correction belongs to the report that it corrects, at any remove; the latest in force
///   gives the wording;
/// - a change of publication re-dates what was worded before it;
/// - an erased event says nothing and never said anything; what targeted it is ignored;
/// - what targets nothing is ignored, and can be found.
struct Ledger: Sendable {
  /// Whether reports and facts are followed, or articles only.
  let keepsReports: Bool
  /// Makes the rows of one version; the ledger puts the ending before each value.
  let rows: @Sendable (VersionedContent) -> [ViewRow]

  /// One version with its words.
  struct VersionedContent: Sendable {
    var version: ReportVersion
    var root: ChainEvent
    var content: Event
    /// The report with its date re-resolved; `nil` for a fact.
    var report: Report?
    var fact: Fact?
  }

  func apply(
    _ event: Event, to view: View, in transaction: inout WriteTransaction
  ) throws(ViewError) {
    if !keepsReports,
      ![.articleReceived, .articleRedated, .retracted, .redacted].contains(event.payload.type)
    {
      return
    }
    switch event.payload {
    case .articleReceived(let article):
      try receive(event, article, view, &transaction)
    case .reported, .fact:
      if let root = ChainEvent(root: event) { try openFirst(root, event, view, &transaction) }
    case .corrected(let target, let report, _):
      try correct(event, target, report, view, &transaction)
    case .retracted(let target, _):
      try retract(event, target, view, &transaction)
    case .articleRedated(let publication, _):
      try redate(event, publication, view, &transaction)
    case .redacted(let target, _):
      try index(event, .none, view, &transaction)
      try erase(target, before: event.position, view, &transaction)
    case .erased(let type, _):
      try takeErased(event, type, view, &transaction)
    }
  }

  func index(
    _ event: Event, _ owner: EventEntry.Owner, _ view: View,
    _ transaction: inout WriteTransaction
  ) throws(ViewError) {
    // Of an article's events alone, those that do nothing are nobody's target.
    if !keepsReports && owner == .none { return }
    let entry = EventEntry(position: event.position, type: event.payload.type, owner: owner)
    try view.put(entry.encoded, forKey: EventEntry.key(event.address).bytes, in: &transaction)
  }

  func ignore(
    _ event: Event, _ reason: IgnoredEvent.Reason, _ view: View,
    _ transaction: inout WriteTransaction
  ) throws(ViewError) {
    try index(event, .none, view, &transaction)
    try ignore(event.position, event.address, reason, view, &transaction)
  }

  func ignore(
    _ position: Position, _ address: EventAddress, _ reason: IgnoredEvent.Reason, _ view: View,
    _ transaction: inout WriteTransaction
  ) throws(ViewError) {
    if !keepsReports { return }
    var writer = RowWriter()
    writer.write(address)
    writer.write(reason.rawValue)
    let key = ViewKey(.ignored).adding(position).bytes
    try view.put(writer.bytes, forKey: key, in: &transaction)
  }

  /// What the event at `address` is and belongs to; `nil` where it was not there before
  /// `position`.
  ///
  /// A report or fact that nothing has changed yet has no entry: the log knows it.
  func entry(
    at address: EventAddress, before position: Position, _ view: View,
    _ transaction: inout WriteTransaction
  ) throws(ViewError) -> EventEntry? {
    let key = EventEntry.key(address).bytes
    if let bytes = try view.value(forKey: key, in: transaction) {
      return try EventEntry(decoding: bytes)
    }
    guard keepsReports, let event = try view.event(at: address), event.position < position,
      let root = ChainEvent(root: event)
    else { return nil }
    return EventEntry(
      position: root.position, type: root.role.type, owner: .chain(root: root.position))
  }
}
