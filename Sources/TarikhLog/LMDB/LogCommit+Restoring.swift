internal import LMDB
internal import TarikhModel

extension LogCommit {
  /// Takes over the events that are not here yet; throws, and so takes everything back, when
  /// one of them does not fit.
  mutating func place(
    _ restore: PreparedRestore, in transaction: inout WriteTransaction
  ) throws(LogFailure) -> LogHead {
    try refuseRepeatedIDs(of: restore.events.lazy.map(\.event), in: transaction)
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
    let chunk = try tables.lastChunk(of: event.stream, in: transaction)
    let next = LogPlace(
      position: Position(rawValue: position + 1),
      revision: chunk.map { Revision(rawValue: $0.last.rawValue + 1) } ?? .zero,
      recorded: recorded)
    if let error = next.refuses(event) { throw .refused(error) }
    // Only with its event: an older export must not bring back the text of an erased article.
    if case .text(let digest) = prepared.requirement {
      try store(texts.filter { $0.digest == digest }, in: &transaction)
    }
    if let invalid = try missing(prepared.requirement, texts: [], in: transaction) {
      throw .refused(.invalidEvent(at: event.position, invalid))
    }
    try store(prepared.record.span.bytes, in: &transaction)
    try grow(by: event.hash, in: &transaction)
    var index = StreamIndex(of: event.stream, behind: chunk)
    try index.append(event.id, at: position, to: tables, in: &transaction)
    try index.finish(to: tables, in: &transaction)
    if chunk == nil { streams += 1 }
    try erase(prepared.requirement, in: &transaction)
    recorded = event.recorded
  }

  /// Throws where one of the events that are new has the id of another one of its stream.
  ///
  /// All events of a stream are looked for at once, since each search reads its whole index.
  private func refuseRepeatedIDs(
    of events: some Sequence<Event>,
    in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(LogFailure) {
    let new = events.filter { $0.position.rawValue > position }
    for (stream, events) in Dictionary(grouping: new, by: \.stream) {
      var seen: Set<EventID> = []
      let known = try tables.revisions(
        of: events.map(\.id), in: stream, transaction: transaction)
      for (event, revision) in zip(events, known) {
        guard revision == nil, seen.insert(event.id).inserted else {
          throw .refused(.invalidEvent(at: event.position, .repeatedID))
        }
      }
    }
  }

  private func hash(
    at position: UInt64, in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(LogFailure) -> Digest {
    try tables.view(at: position, try tables.record(at: position, in: transaction)).leafHash
  }
}
