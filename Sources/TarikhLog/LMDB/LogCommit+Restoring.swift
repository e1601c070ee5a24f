internal import LMDB
internal import TarikhModel

extension LogCommit {
  /// Takes over the events that are not here yet; throws, and so takes everything back, when
  /// one of them does not fit.
  mutating func place(
    _ restore: PreparedRestore, in transaction: inout WriteTransaction
  ) throws(LogFailure) -> LogHead {
    for prepared in restore.events {
      try place(prepared, texts: restore.texts, in: &transaction)
    }
    return LogHead(position: Position(rawValue: position), recorded: recorded, root: tree.root)
  }

  private mutating func place(
    _ prepared: PreparedRestoredEvent, texts: [ArticleText],
    in transaction: inout WriteTransaction
  ) throws(LogFailure) {
    let event = prepared.event
    if event.position > .zero, event.position.rawValue <= position {
      let present = try hash(at: event.position.rawValue, in: transaction)
      guard present == event.hash else { throw .refused(.differs(at: event.position)) }
      return
    }
    let known = try tables.number(of: event.stream, in: transaction)
    var revision = Revision.zero
    if let known, let last = try tables.lastRevision(ofStream: known, in: transaction) {
      revision = Revision(rawValue: last.rawValue + 1)
    }
    let next = LogPlace(
      position: Position(rawValue: position + 1), revision: revision, recorded: recorded)
    if let error = next.refuses(event) { throw .refused(error) }
    if let known, try tables.revision(ofStream: known, id: event.id, in: transaction) != nil {
      throw .refused(.invalidEvent(at: event.position, .repeatedID))
    }
    // Only with its event: an older export must not bring back the text of an erased article.
    if case .text(let digest) = prepared.requirement {
      try store(texts.filter { $0.digest == digest }, in: &transaction)
    }
    if let invalid = try missing(prepared.requirement, texts: [], in: transaction) {
      throw .refused(.invalidEvent(at: event.position, invalid))
    }
    let number = try makeStream(event.stream, known: known, in: &transaction)
    let place = EventPlace(
      position: position + 1, stream: event.stream, number: number, revision: revision)
    try store(prepared.record, hash: event.hash, id: event.id, at: place, in: &transaction)
    try erase(prepared.requirement, in: &transaction)
    recorded = event.recorded
  }

  private func hash(
    at position: UInt64, in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(LogFailure) -> Digest {
    try tables.view(at: position, try tables.record(at: position, in: transaction)).leafHash
  }
}
