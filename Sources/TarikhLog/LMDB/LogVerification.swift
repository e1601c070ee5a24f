internal import LMDB
internal import TarikhModel

/// One reading of the whole log, with everything that it found.
///
/// That positions have no gaps is seen directly. That revisions have none, and that the index
/// leads to every event, follows from three facts, with no memory for each stream: the revisions
/// of a stream follow each other in its chunks, each leads to a record that says the same, and
/// the chunks are of as many events as there are records.
struct LogVerification {
  let tables: LogTables
  private let count: UInt64
  var findings: [Verification.Finding] = []
  /// The tree over the records that were read.
  private(set) var computed = MerkleFrontier()
  private var stored: LogHeadRecord?
  private var recorded: RecordedTime?
  private(set) var readEvents: UInt64 = 0
  /// Streams that the index has.
  var streams: UInt64 = 0
  private var erased: Set<UInt64> = []
  private var redacted: [UInt64: Position] = [:]
  /// Texts of articles that were received, and where.
  private(set) var references: [Digest: Position] = [:]
  /// Subtrees that the records complete, from the stored level on.
  private(set) var subtrees: [MerkleSubtree: Digest] = [:]
  private var roots: MerkleRootNotes

  init(
    tables: LogTables, heads: [TreeHead], in transaction: borrowing ReadTransaction
  ) throws(LogFailure) {
    self.tables = tables
    roots = MerkleRootNotes(for: heads)
    count = try transaction.count(of: tables.events)
    do throws(LogFailure) {
      stored = try tables.head(in: transaction)
    } catch {
      try note(error)
    }
  }

  mutating func find(_ place: String, _ reason: String) {
    findings.append(Verification.Finding(place: place, reason: reason))
  }

  /// Notes damage as a finding; a failure of the storage ends the reading.
  mutating func note(_ failure: LogFailure) throws(LogFailure) {
    guard case .damaged(let place, let reason) = failure else { throw failure }
    find(place, reason)
  }

  /// Reads every record and what the indexes say of it.
  mutating func events(
    in transaction: borrowing ReadTransaction, progress: (UInt64, UInt64) -> Void
  ) throws(LogFailure) {
    var cursor = try transaction.walk(over: tables.events)
    var expected: UInt64 = 1
    while let entry = try cursor.forward() {
      do throws(LogFailure) {
        let position = try tables.number(entry.key, place: "events")
        if position != expected {
          find("position \(expected)", "the next event is at position \(position)")
        }
        expected = position &+ 1
        readEvents += 1
        try event(at: position, entry.value, in: transaction)
      } catch {
        try note(error)
      }
      if readEvents.isMultiple(of: 1000) { progress(readEvents, count) }
    }
    progress(readEvents, count)
    for position in erased.subtracting(redacted.keys).sorted() {
      find("position \(position)", "the body is erased, but no redaction names the event")
    }
    for (position, by) in redacted.sorted(by: { $0.key < $1.key }) where !erased.contains(position)
    {
      find("position \(position)", "the body is there, though position \(by) redacts it")
    }
  }

  private mutating func event(
    at position: UInt64, _ bytes: RawSpan, in transaction: borrowing ReadTransaction
  ) throws(LogFailure) {
    let view: EventRecordView
    do throws(LogFailure) {
      view = try tables.view(at: position, bytes)
    } catch {
      // Some leaf in its place, so that only the subtrees over it differ.
      grow(by: MerkleHash.emptyRoot)
      throw error
    }
    grow(by: view.leafHash)
    if let recorded, view.recorded < recorded {
      find("position \(position)", "it was recorded before the event before it")
    }
    recorded = view.recorded
    if view.isErased { erased.insert(position) }
    let event: Event
    do throws(RecordError) {
      try view.verifyHashes()
      event = try view.event()
    } catch {
      throw .damaged(place: "position \(position)", reason: error.description)
    }
    switch EventRequirement(event.payload) {
    case .text(let digest): references[digest] = event.position
    case .target(let address): try target(address, of: event.position, in: transaction)
    case nil: break
    }
  }

  private mutating func grow(by leaf: Digest) {
    var completed: [MerkleSubtree: Digest] = [:]
    computed.append(leaf) { subtree, root in
      if subtree.level >= LogTables.storedLevel { completed[subtree] = root }
    }
    subtrees.merge(completed) { $1 }
    roots.note(computed)
  }

  private mutating func target(
    _ address: EventAddress, of position: Position, in transaction: borrowing ReadTransaction
  ) throws(LogFailure) {
    if let target = try tables.position(of: address, in: transaction) {
      redacted[target] = position
    } else {
      find("position \(position)", "it redacts \(address), which is not there")
    }
  }

  /// How many streams the head says that there are.
  var storedStreams: UInt64? { stored?.streams }

  /// The head that is stored, or where that is damaged the computed one, with all findings.
  func result(
    in transaction: borrowing ReadTransaction
  ) throws(LogFailure) -> Verification {
    Verification(
      head: LogHead(
        position: Position(rawValue: stored?.position ?? computed.size), recorded: recorded,
        root: stored?.tree.root ?? computed.root),
      streams: streams,
      texts: try transaction.count(of: tables.texts), findings: findings,
      heads: roots.checks(end: Position(rawValue: computed.size)))
  }

  /// Whether the stored head and subtrees are those of the records.
  mutating func tree(in transaction: borrowing ReadTransaction) throws(LogFailure) {
    if let stored, stored.tree != computed {
      find(
        "head",
        "it has \(stored.position) events and root \(stored.tree.root), the records have "
          + "\(computed.size) and \(computed.root)")
    }
    var cursor = try transaction.walk(over: tables.tree)
    var seen = 0
    while let entry = try cursor.forward() {
      seen += 1
      guard let key = BigEndianKey<2>.numbers(in: entry.key) else {
        find("tree", "a key of \(entry.key.byteCount) bytes instead of 16")
        continue
      }
      let subtree = MerkleSubtree(level: UInt8(clamping: key[0]), index: key[1])
      if subtrees[subtree]?.bytes != entry.value.copied {
        find("subtree \(key[0])/\(key[1])", "its hash is not the one of the records")
      }
    }
    if seen != subtrees.count {
      find("tree", "\(seen) subtrees are stored, the records complete \(subtrees.count)")
    }
  }
}
