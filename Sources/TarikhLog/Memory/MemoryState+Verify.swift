internal import TarikhModel

extension MemoryState {
  /// Memory does not rot, so this only recomputes the hashes; the promises about places hold by
  /// construction.
  var verification: Verification {
    var findings: [Verification.Finding] = []
    for event in events where !hashes(event) {
      findings.append(
        .init(place: "position \(event.position)", reason: "the hash is not that of the event"))
    }
    for (digest, text) in texts where Digest.sha256(of: text) != digest {
      findings.append(.init(place: "text \(digest)", reason: "the text has another digest"))
    }
    return Verification(
      head: head, streams: UInt64(streams.count), texts: UInt64(texts.count), findings: findings)
  }

  private func hashes(_ event: Event) -> Bool {
    let record = try? EventRecord.encode(
      NewEvent(id: event.id, payload: event.payload), position: event.position,
      stream: event.stream, revision: event.revision, recorded: event.recorded)
    return record?.hash == event.hash
  }
}
