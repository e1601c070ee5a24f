internal import TarikhModel

/// A restore with everything done that needs no look at the log: events encoded again and their
/// hashes compared, texts compared with their digests.
struct PreparedRestore: Sendable {
  let events: [PreparedRestoredEvent]
  let texts: [ArticleText]

  init(_ events: [Event], texts: [ArticleText]) throws(RestoreError) {
    if let wrong = texts.first(where: { !$0.isWhatItsDigestNames }) {
      throw .textDiffersFromDigest(wrong.digest)
    }
    self.texts = texts
    var prepared: [PreparedRestoredEvent] = []
    prepared.reserveCapacity(events.count)
    for event in events { prepared.append(try PreparedRestoredEvent(event)) }
    self.events = prepared
  }
}

/// An event of another log, and the record that it was there.
struct PreparedRestoredEvent: Sendable {
  let event: Event
  let record: [UInt8]
  let requirement: EventRequirement?

  init(_ event: Event) throws(RestoreError) {
    self.event = event
    requirement = EventRequirement(event.payload)
    let encoded: [UInt8]?
    do throws(RecordError) {
      encoded = try Self.record(of: event)
    } catch {
      throw .invalidEvent(at: event.position, .unencodable(error.description))
    }
    guard let encoded else { throw .wrongHash(at: event.position) }
    record = encoded
  }

  /// The record that has the event's hash, in the format that it was written in.
  private static func record(of event: Event) throws(RecordError) -> [UInt8]? {
    for version in RecordVersion.allCases.reversed() {
      let encoded = try EventRecord.encode(
        NewEvent(id: event.id, payload: event.payload), position: event.position,
        stream: event.stream, revision: event.revision, recorded: event.recorded,
        version: version)
      if encoded.hash == event.hash { return encoded.bytes }
    }
    return nil
  }
}

/// Where the next event of a log would stand.
struct LogPlace {
  let position: Position
  let revision: Revision
  /// When the event before it was recorded.
  let recorded: RecordedTime?

  /// Why `event` does not belong there.
  func refuses(_ event: Event) -> RestoreError? {
    if event.position != position { return .wrongPosition(event.position, expected: position) }
    if event.revision != revision { return .wrongRevision(event.address, expected: revision) }
    if let recorded, event.recorded < recorded { return .timeRunsBackwards(at: event.position) }
    return nil
  }
}
