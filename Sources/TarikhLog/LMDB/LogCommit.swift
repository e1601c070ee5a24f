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
  private var nextStream: UInt64

  var position: UInt64 { tree.size }

  /// A commit that goes on from the head of the log.
  init(
    tables: LogTables, in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(LogFailure) {
    self.tables = tables
    tree = try tables.head(in: transaction).tree
    let last = try tables.lastPosition(in: transaction)
    guard last == tree.size else {
      throw .damaged(place: "head", reason: "it says \(tree.size), the last event is \(last)")
    }
    recorded = last == 0 ? nil : try tables.recorded(at: last, in: transaction)
    var cursor = try transaction.walk(over: tables.revisions)
    if let entry = try cursor.backward() {
      nextStream = try tables.pair(entry.key, place: "revisions")[0] + 1
    } else {
      nextStream = 1
    }
  }

  /// Stores the head.
  func finish(in transaction: inout WriteTransaction) throws(LogFailure) {
    let key = MetaKey.head
    let head = LogHeadRecord(tree: tree).bytes
    try transaction.store(head.span.bytes, under: key.span.bytes, in: tables.meta, .replacing)
  }

  /// Takes the append in, or says why not; throws only when the whole commit must fail.
  mutating func place(
    _ append: PreparedAppend, at now: RecordedTime, in transaction: inout WriteTransaction
  ) throws(LogFailure) -> Result<AppendReceipt, AppendError> {
    let number = try tables.number(of: append.stream, in: transaction)
    var last: Revision?
    var known: [Revision?] = []
    if let number {
      last = try tables.lastRevision(ofStream: number, in: transaction)
      for event in append.events {
        known.append(try tables.revision(ofStream: number, id: event.id, in: transaction))
      }
    }
    switch AppendRule.answer(expecting: append.expected, last: last, known: known) {
    case .refuse: return .failure(.wrongExpectedRevision(append.expected, actual: last))
    case .stored(let revisions):
      let end = try tables.position(
        ofStream: number ?? 0, revision: revisions.upperBound, in: transaction)
      return .success(
        AppendReceipt(
          revisions: revisions, position: Position(rawValue: end ?? 0), wasAlreadyStored: true))
    case .store(let first):
      for (index, event) in append.events.enumerated() {
        if let invalid = try missing(event.requirement, texts: append.texts, in: transaction) {
          return .failure(.invalidEvent(index: index, invalid))
        }
      }
      return .success(
        try store(append, number: number, from: first, at: now, in: &transaction))
    }
  }

  private mutating func store(
    _ append: PreparedAppend, number: UInt64?, from first: Revision, at now: RecordedTime,
    in transaction: inout WriteTransaction
  ) throws(LogFailure) -> AppendReceipt {
    guard !append.events.isEmpty else {
      return AppendReceipt(
        revisions: nil, position: Position(rawValue: position), wasAlreadyStored: false)
    }
    try store(append.texts, in: &transaction)
    let recorded = max(now, self.recorded ?? now)
    var place = EventPlace(
      position: position, stream: append.stream,
      number: try makeStream(append.stream, known: number, in: &transaction), revision: first)
    for event in append.events {
      place.position = position + 1
      let record = EventRecord.encode(
        event.body, id: event.id, position: Position(rawValue: place.position),
        stream: append.stream, revision: place.revision, recorded: recorded)
      try store(record.bytes, hash: record.hash, id: event.id, at: place, in: &transaction)
      try erase(event.requirement, in: &transaction)
      place.revision = Revision(rawValue: place.revision.rawValue + 1)
    }
    self.recorded = recorded
    return AppendReceipt(
      revisions: first...Revision(rawValue: place.revision.rawValue - 1),
      position: Position(rawValue: position), wasAlreadyStored: false)
  }

  /// The number of the stream: the one that it has, or else the next.
  mutating func makeStream(
    _ stream: StreamName, known: UInt64?, in transaction: inout WriteTransaction
  ) throws(LogFailure) -> UInt64 {
    if let known { return known }
    let number = nextStream
    let name = Array(stream.rawValue.utf8)
    try transaction.store(
      BigEndianKey([number]).bytes, under: name.span.bytes, in: tables.streams, .inserting)
    nextStream += 1
    return number
  }
}

/// Where an event goes.
struct EventPlace {
  var position: UInt64
  let stream: StreamName
  let number: UInt64
  var revision: Revision
}
