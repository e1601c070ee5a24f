public import TarikhLog
public import TarikhModel

extension Timeline {
  /// Appends events of a desk or of another program.
  public func append(
    _ events: [NewEvent], to stream: StreamName, expecting expected: ExpectedRevision
  ) async throws(AppendError) -> AppendReceipt {
    try await log.append(events, texts: [], to: stream, expecting: expected)
  }

  /// Replaces the report at `address` in views from here on; the original stays readable.
  ///
  /// A correction can itself be corrected.
  /// - Throws: ``EditError`` where there is no report, ``AppendError`` where another process has
  ///   written to the stream meanwhile.
  public func correct(
    _ address: EventAddress, with report: Report, reason: String, by: String
  ) async throws -> AppendReceipt {
    try check(address, for: "corrected", [.reported, .corrected])
    let note = EditorialNote(reason: reason, by: by)
    return try await append(
      .corrected(target: address, report: report, note: note), to: address.stream)
  }

  /// Takes the report or fact at `address` out of views from here on.
  ///
  /// Retracting a correction, a re-dating or a retraction undoes it.
  /// - Throws: ``EditError`` where there is nothing to retract, ``AppendError`` where another
  ///   process has written to the stream meanwhile.
  public func retract(
    _ address: EventAddress, reason: String, by: String
  ) async throws -> AppendReceipt {
    try check(
      address, for: "retracted", [.reported, .corrected, .fact, .retracted, .articleRedated])
    let note = EditorialNote(reason: reason, by: by)
    return try await append(.retracted(target: address, note: note), to: address.stream)
  }

  /// Gives an article its true day of publication; what depends on it is dated anew.
  public func redate(
    _ stream: StreamName, to publication: Publication, by: String
  ) async throws -> AppendReceipt {
    guard let first = try log.event(at: EventAddress(stream: stream, revision: .zero)) else {
      throw EditError.noSuchStream(stream)
    }
    guard first.payload.type == .articleReceived else { throw EditError.notAnArticle(stream) }
    let note = EditorialNote(reason: publication.reason ?? "", by: by)
    return try await append(.articleRedated(publication, note: note), to: stream)
  }

  /// An edit is identified by what it says and by the length of its stream: saying the same
  /// again after an undo is a new event.
  private func append(
    _ payload: EventPayload, to stream: StreamName
  ) async throws -> AppendReceipt {
    guard let last = try log.lastRevision(of: stream) else {
      throw EditError.noSuchStream(stream)
    }
    let content = EventID(content: payload)
    if let event = try log.event(at: EventAddress(stream: stream, revision: last)),
      event.payload == payload
    {
      // A retry of the edit that was stored last.
      return AppendReceipt(revisions: last...last, position: event.position, wasAlreadyStored: true)
    }
    let id = EventID(high: content.high, low: content.low &+ last.rawValue)
    return try await log.append(
      [NewEvent(id: id, payload: payload)], texts: [], to: stream, expecting: .exactly(last))
  }

  /// Refuses what views would ignore, so that nobody believes to have changed an answer.
  private func check(
    _ address: EventAddress, for edit: String, _ types: Set<EventType>
  ) throws {
    guard let event = try log.event(at: address) else { throw EditError.noSuchEvent(address) }
    if case .erased = event.payload { throw EditError.unfit(address, type: "erased", edit: edit) }
    let type = event.payload.type
    guard types.contains(type) else {
      throw EditError.unfit(address, type: type.rawValue, edit: edit)
    }
  }
}
