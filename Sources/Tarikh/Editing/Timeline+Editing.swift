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
  public func correct(
    _ address: EventAddress, with report: Report, reason: String, by: String
  ) async throws -> AppendReceipt {
    try checkReport(at: address)
    let note = EditorialNote(reason: reason, by: by)
    return try await append(
      .corrected(target: address, report: report, note: note), to: address.stream)
  }

  /// Takes the report at `address` out of views from here on.
  public func retract(
    _ address: EventAddress, reason: String, by: String
  ) async throws -> AppendReceipt {
    try checkReport(at: address)
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

  /// An edit is identified by what it says and by how often it was said before it: saying the
  /// same again after an undo is a new event.
  private func append(
    _ payload: EventPayload, to stream: StreamName
  ) async throws -> AppendReceipt {
    guard let last = try log.lastRevision(of: stream) else {
      throw EditError.noSuchStream(stream)
    }
    let content = EventID(content: payload)
    let id = EventID(high: content.high, low: content.low &+ last.rawValue)
    return try await log.append(
      [NewEvent(id: id, payload: payload)], texts: [], to: stream, expecting: .exactly(last))
  }

  private func checkReport(at address: EventAddress) throws {
    guard let event = try log.event(at: address) else { throw EditError.noSuchEvent(address) }
    switch event.payload.type {
    case .reported, .corrected, .fact, .retracted: return
    case let type: throw EditError.notAReport(address, type: type.rawValue)
    }
  }
}
