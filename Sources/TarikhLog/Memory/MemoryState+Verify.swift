internal import TarikhModel

extension MemoryState {
  /// Memory does not rot, so this only recomputes the hashes; the promises about places hold by
  /// construction.
  func verification(against heads: [TreeHead]) -> Verification {
    var findings: [Verification.Finding] = []
    var tree = MerkleFrontier()
    var roots = MerkleRootNotes(for: heads)
    for event in events {
      tree.append(event.hash)
      roots.note(tree)
    }
    for event in events where !hashes(event) {
      findings.append(
        .init(place: "position \(event.position)", reason: "the hash is not that of the event"))
    }
    for (digest, text) in texts where Digest.sha256(of: text) != digest {
      findings.append(.init(place: "text \(digest)", reason: "the text has another digest"))
    }
    return Verification(
      head: head, streams: UInt64(streams.count), texts: UInt64(texts.count), findings: findings,
      heads: roots.checks(end: head.position))
  }

  private func hashes(_ event: Event) -> Bool { (try? event.leaf()) ?? nil != nil }
}
