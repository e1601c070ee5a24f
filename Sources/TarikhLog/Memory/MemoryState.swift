internal import TarikhModel

/// What a log in memory holds, and its operations, written for plainness and not for speed.
struct MemoryState {
  private(set) var events: [Event] = []
  /// Positions of a stream's events in order, by the bytes of its name: as on disk, names that
  /// only look alike are different streams.
  private(set) var streams: [[UInt8]: [Position]] = [:]
  private(set) var texts: [Digest: String] = [:]

  private var tree = MerkleFrontier()

  var head: LogHead {
    LogHead(
      position: events.last?.position ?? .zero, recorded: events.last?.recorded, root: tree.root)
  }

  func event(at position: Position) -> Event? {
    guard position > .zero, position.rawValue <= UInt64(events.count) else { return nil }
    return events[Int(position.rawValue) - 1]
  }

  func event(at address: EventAddress) -> Event? {
    let stream = events(in: address.stream)
    guard address.revision.rawValue < UInt64(stream.count) else { return nil }
    return stream[Int(address.revision.rawValue)]
  }

  func events(in stream: StreamName) -> [Event] {
    (streams[Array(stream.rawValue.utf8)] ?? []).compactMap { event(at: $0) }
  }

  mutating func append(
    _ append: PreparedAppend, payloads: [EventPayload], at now: RecordedTime
  ) -> Result<AppendReceipt, AppendError> {
    let stream = events(in: append.stream)
    let known = append.events.map { new in stream.first { $0.id == new.id }?.revision }
    let last = stream.last?.revision
    switch AppendRule.answer(expecting: append.expected, last: last, known: known) {
    case .refuse: return .failure(.wrongExpectedRevision(append.expected, actual: last))
    case .stored(let revisions):
      let position = stream[Int(revisions.upperBound.rawValue)].position
      return .success(
        AppendReceipt(revisions: revisions, position: position, wasAlreadyStored: true))
    case .store(let first): return store(append, payloads: payloads, from: first, at: now)
    }
  }

  private mutating func store(
    _ append: PreparedAppend, payloads: [EventPayload], from first: Revision, at now: RecordedTime
  ) -> Result<AppendReceipt, AppendError> {
    for (index, new) in append.events.enumerated() {
      if let invalid = missing(new.requirement, texts: append.texts) {
        return .failure(.invalidEvent(index: index, invalid))
      }
    }
    guard !append.events.isEmpty else {
      return .success(
        AppendReceipt(
          revisions: nil, position: events.last?.position ?? .zero, wasAlreadyStored: false))
    }
    for text in append.texts { texts[text.digest] = text.text }
    let recorded = max(now, events.last?.recorded ?? now)
    var revision = first
    for (index, new) in append.events.enumerated() {
      revision = Revision(rawValue: first.rawValue + UInt64(index))
      let position = Position(rawValue: UInt64(events.count) + 1)
      let record = EventRecord.encode(
        new.body, id: new.id, position: position, stream: append.stream, revision: revision,
        recorded: recorded)
      add(
        Event(
          position: position, stream: append.stream, revision: revision, recorded: recorded,
          id: new.id, hash: record.hash, payload: payloads[index]))
    }
    return .success(
      AppendReceipt(
        revisions: first...revision, position: Position(rawValue: UInt64(events.count)),
        wasAlreadyStored: false))
  }

  mutating func restore(_ restore: PreparedRestore) -> Result<LogHead, RestoreError> {
    for prepared in restore.events {
      let event = prepared.event
      if let present = self.event(at: event.position) {
        guard present.hash == event.hash else { return .failure(.differs(at: event.position)) }
        continue
      }
      let stream = events(in: event.stream)
      let place = LogPlace(
        position: Position(rawValue: UInt64(events.count) + 1),
        revision: Revision(rawValue: UInt64(stream.count)), recorded: events.last?.recorded)
      if let error = place.refuses(event) { return .failure(error) }
      if stream.contains(where: { $0.id == event.id }) {
        return .failure(.invalidEvent(at: event.position, .repeatedID))
      }
      if let invalid = missing(prepared.requirement, texts: restore.texts) {
        return .failure(.invalidEvent(at: event.position, invalid))
      }
      // Only with its event: an older export must not bring back the text of an erased article.
      if case .text(let digest) = prepared.requirement {
        for text in restore.texts where text.digest == digest { texts[digest] = text.text }
      }
      add(event)
    }
    return .success(head)
  }

  /// What the event needs and nobody has.
  private func missing(_ requirement: EventRequirement?, texts given: [ArticleText])
    -> InvalidEvent?
  {
    switch requirement {
    case .text(let digest):
      let isThere = texts[digest] != nil || given.contains { $0.digest == digest }
      return isThere ? nil : .textMissing(digest)
    case .target(let address):
      guard let target = event(at: address) else { return .noSuchTarget(address) }
      return target.payload.type == .redacted ? .redactionOfRedaction : nil
    case nil: return nil
    }
  }

  /// Puts the event at the end; a redaction erases its target.
  private mutating func add(_ event: Event) {
    events.append(event)
    tree.append(event.hash)
    streams[Array(event.stream.rawValue.utf8), default: []].append(event.position)
    guard case .redacted(let address, _) = event.payload, let target = self.event(at: address),
      let body = try? EventBody(encoding: target.payload)
    else { return }
    events[Int(target.position.rawValue) - 1] = Event(
      position: target.position, stream: target.stream, revision: target.revision,
      recorded: target.recorded, id: target.id, hash: target.hash,
      payload: .erased(type: target.payload.type, bodyHash: body.hash))
    guard case .text(let digest) = EventRequirement(target.payload),
      !events.contains(where: { EventRequirement($0.payload) == .text(digest) })
    else { return }
    texts[digest] = nil
  }
}
