/// What an event says.
///
/// The name of its type in the log and in JSON is ``typeName``. Indirect: a report has some thirty
/// texts, and an event that is passed on should not count a reference for each.
public indirect enum EventPayload: Hashable, Sendable {
  /// Always revision 0 of an article's stream.
  case articleReceived(Article)
  case reported(Report)
  /// Replaces `target` in views from here on; the original stays readable.
  case corrected(target: EventAddress, report: Report, note: EditorialNote)
  /// Removes `target` from views from here on.
  case retracted(target: EventAddress, note: EditorialNote)
  /// The true date of publication was learnt.
  case articleRedated(Publication, note: EditorialNote)
  /// The body of `target` was erased for good; its hash stays.
  case redacted(target: EventAddress, note: EditorialNote)
  case fact(Fact)
  /// What remains of an event whose body was erased by a later ``redacted(target:note:)``: the
  /// type it had and the SHA-256 of the body it had, so that the log still verifies.
  case erased(type: EventType, bodyHash: Digest)
}

/// Why somebody changed what views show, and who.
public struct EditorialNote: Hashable, Sendable {
  public var reason: String
  public var by: String

  public init(reason: String, by: String) {
    self.reason = reason
    self.by = by
  }
}

/// One entry of a stream: immutable, with its place and the time of recording.
public struct Event: Hashable, Sendable {
  public let position: Position
  public let stream: StreamName
  public let revision: Revision
  public let recorded: RecordedTime
  public let id: EventID
  /// Leaf hash of RFC 9162, over envelope and body hash.
  public let hash: Digest
  public let payload: EventPayload

  public init(
    position: Position, stream: StreamName, revision: Revision, recorded: RecordedTime,
    id: EventID, hash: Digest, payload: EventPayload
  ) {
    self.position = position
    self.stream = stream
    self.revision = revision
    self.recorded = recorded
    self.id = id
    self.hash = hash
    self.payload = payload
  }

  /// How the event is cited: stream and revision.
  public var address: EventAddress { EventAddress(stream: stream, revision: revision) }
}

/// An event that is not in the log yet.
public struct NewEvent: Hashable, Sendable {
  public var id: EventID
  public var payload: EventPayload

  public init(id: EventID, payload: EventPayload) {
    self.id = id
    self.payload = payload
  }
}
