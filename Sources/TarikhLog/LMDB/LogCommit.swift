internal import LMDB
internal import TarikhModel

/// One commit of the log: where it stands, while appends are placed one after another in a write
/// transaction.
///
/// Each append is decided before the first byte of it is written, so one that is refused leaves
/// nothing behind, and its neighbours go on.
struct LogCommit {
  let tables: LogTables
  var tree: MerkleFrontier
  var recorded: RecordedTime?
  var streams: UInt64
  private var encoder = RecordEncoder()

  var position: UInt64 { tree.size }

  /// A commit that goes on from the head of the log.
  init(
    tables: LogTables, in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(LogFailure) {
    self.tables = tables
    let head = try tables.head(in: transaction)
    tree = head.tree
    streams = head.streams
    let last = try tables.lastPosition(in: transaction)
    guard last == tree.size else {
      throw .damaged(place: "head", reason: "it says \(tree.size), the last event is \(last)")
    }
    recorded = last == 0 ? nil : try tables.recorded(at: last, in: transaction)
  }

  /// Stores the head.
  func finish(in transaction: inout WriteTransaction) throws(LogFailure) {
    let key = MetaKey.head
    let head = LogHeadRecord(tree: tree, streams: streams).bytes
    try transaction.store(head.span.bytes, under: key.span.bytes, in: tables.meta, .replacing)
  }

  /// Takes the append in, or says why not; throws only when the whole commit must fail.
  mutating func place(
    _ append: PreparedAppend, at now: RecordedTime, in transaction: inout WriteTransaction
  ) throws(LogFailure) -> Result<AppendReceipt, AppendError> {
    let chunk = try tables.lastChunk(of: append.stream, in: transaction)
    var known: [Revision?] = []
    if chunk != nil {
      known = try tables.revisions(
        of: append.events.map(\.id), in: append.stream, transaction: transaction)
    }
    switch AppendRule.answer(expecting: append.expected, last: chunk?.last, known: known) {
    case .refuse: return .failure(.wrongExpectedRevision(append.expected, actual: chunk?.last))
    case .stored(let revisions):
      let end = EventAddress(stream: append.stream, revision: revisions.upperBound)
      return .success(
        AppendReceipt(
          revisions: revisions,
          position: Position(rawValue: try tables.position(of: end, in: transaction) ?? 0),
          wasAlreadyStored: true))
    case .store(let first):
      for (index, event) in append.events.enumerated() {
        if let invalid = try missing(event.requirement, texts: append.texts, in: transaction) {
          return .failure(.invalidEvent(index: index, invalid))
        }
      }
      return .success(try store(append, behind: chunk, from: first, at: now, in: &transaction))
    }
  }

  private mutating func store(
    _ append: PreparedAppend, behind chunk: StreamChunk?, from first: Revision,
    at now: RecordedTime, in transaction: inout WriteTransaction
  ) throws(LogFailure) -> AppendReceipt {
    guard !append.events.isEmpty else {
      return AppendReceipt(
        revisions: nil, position: Position(rawValue: position), wasAlreadyStored: false)
    }
    try store(append.texts, in: &transaction)
    let recorded = max(now, self.recorded ?? now)
    var index = StreamIndex(of: append.stream, behind: chunk)
    var revision = first
    let events = append.events.span
    for place in events.indices {
      let hash = encoder.encode(
        events[place].body, id: events[place].id, position: Position(rawValue: position + 1),
        stream: append.stream, revision: revision, recorded: recorded)
      try store(encoder.written, in: &transaction)
      try grow(by: hash, in: &transaction)
      try index.append(events[place].id, at: position, to: tables, in: &transaction)
      revision = Revision(rawValue: revision.rawValue + 1)
    }
    try index.finish(to: tables, in: &transaction)
    if chunk == nil { streams += 1 }
    // When the index is whole: a redaction looks for its target there.
    for event in append.events { try erase(event.requirement, in: &transaction) }
    self.recorded = recorded
    return AppendReceipt(
      revisions: first...Revision(rawValue: revision.rawValue - 1),
      position: Position(rawValue: position), wasAlreadyStored: false)
  }
}
