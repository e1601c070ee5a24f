extension EventRecordView {
  /// The whole event as a value.
  package func event() throws(RecordError) -> Event {
    let payload = try payload()
    guard payload.report?.kind == kind else { throw .malformed(.reportKind) }
    return Event(
      position: position, stream: try stream(), revision: revision, recorded: recorded, id: id,
      hash: leafHash, payload: payload)
  }

  /// What the event says, raised to today's form from the version that it was written in.
  package func payload() throws(RecordError) -> EventPayload {
    if isErased { return .erased(type: type, bodyHash: bodyHash) }
    let payload = try version.decodeBody(type, body)
    if let flaw = payload.flaw { throw .malformed(flaw) }
    return payload
  }

  /// The report of a `reported` or `corrected` event, read in place.
  ///
  /// `nil` for others, and in format 1, whose bodies are decoded.
  @_lifetime(copy self)
  package func report() throws(RecordError) -> ReportView? {
    if isErased || version == .v1 { return nil }
    switch type {
    case .reported: return try ReportView(body)
    case .corrected: return try ReportView(try EventBody.correctedReport(body))
    default: return nil
    }
  }

  /// Recomputes the hash of the body, unless it was erased, and the hash of the leaf over it.
  package func verifyHashes() throws(RecordError) {
    let bodyHash = isErased ? bodyHash : Digest.sha256(of: body)
    if version == .v1, bodyHash != self.bodyHash {
      throw .bodyHashMismatch(stored: self.bodyHash, computed: bodyHash)
    }
    let computed = try envelope().leafHash(bodyHash: bodyHash)
    guard computed == leafHash else {
      throw .leafHashMismatch(stored: leafHash, computed: computed)
    }
  }

  /// All but the body.
  package func envelope() throws(RecordError) -> EventEnvelope {
    EventEnvelope(
      position: position, stream: try stream(), revision: revision, recorded: recorded, id: id,
      type: type)
  }
}
