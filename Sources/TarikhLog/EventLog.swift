public import TarikhModel

/// An append-only log of events in streams.
///
/// Knows nothing of how it is stored: a memory backend is the model in tests, LMDB the one on
/// disk, and both pass one contract. Reads see one snapshot each; they never see a position
/// before a smaller one.
public protocol EventLog: Sendable {
  /// Appends `events` to `stream`, whole or not at all, and answers after they are durable.
  ///
  /// `texts` are article texts that the events refer to by digest; they are stored in the same
  /// commit. An append of events that are all stored already, in this order, stores nothing and
  /// answers where they are.
  ///
  /// - Complexity: O(log *n*) for each event. A stream that is new needs no look for its ids.
  @discardableResult
  func append(
    _ events: [NewEvent], texts: [ArticleText], to stream: StreamName,
    expecting expected: ExpectedRevision
  ) async throws(AppendError) -> AppendReceipt

  /// Makes each of the appends, in their order, in one commit: many of them share one sync.
  ///
  /// Each is stored whole or not at all, and answered for itself, as if it had been made alone;
  /// where the storage fails, all of them fail. Their events are in memory meanwhile.
  func append(
    _ appends: [StreamAppend]
  ) async -> [Result<AppendReceipt, AppendError>]

  /// Takes over events of another log with their positions, times and hashes.
  ///
  /// The first must follow this log's head; events that are already here, byte for byte, are
  /// skipped. Whole or not at all.
  @discardableResult
  func restore(_ events: [Event], texts: [ArticleText]) async throws(RestoreError) -> LogHead

  /// The last event's place and time, and the Merkle tree's root over all of them.
  func head() throws(ReadError) -> LogHead

  /// The event at `position`; `nil` past the head.
  func event(at position: Position) throws(ReadError) -> Event?

  /// The event at `address`; `nil` where there is none.
  func event(at address: EventAddress) throws(ReadError) -> Event?

  /// At most `limit` events after `position`, oldest first.
  func events(after position: Position, limit: Int) throws(ReadError) -> [Event]

  /// At most `limit` events before `position` (`nil`: from the head), newest first.
  func events(before position: Position?, limit: Int) throws(ReadError) -> [Event]

  /// At most `limit` events of `stream` from `revision` on, oldest first.
  func events(
    in stream: StreamName, from revision: Revision, limit: Int
  ) throws(ReadError) -> [Event]

  /// At most `limit` events of `stream` before `revision` (`nil`: from its last), newest first.
  func events(
    in stream: StreamName, before revision: Revision?, limit: Int
  ) throws(ReadError) -> [Event]

  /// The last revision of `stream`; `nil` where there is no such stream.
  func lastRevision(of stream: StreamName) throws(ReadError) -> Revision?

  /// At most `limit` streams whose names come after `name` in byte order (`nil`: from the first).
  func streams(after name: StreamName?, limit: Int) throws(ReadError) -> [StreamHead]

  /// The last position recorded at or before `instant`; `.zero` before the first event.
  func position(at instant: RecordedTime) throws(ReadError) -> Position

  /// The article text with this digest, verified against it; `nil` where there is none.
  func text(for digest: Digest) throws(ReadError) -> String?

  /// The event at `position` as a leaf of the Merkle tree; `nil` past the head.
  func leaf(at position: Position) throws(ReadError) -> EventLeaf?

  /// The hashes of complete subtrees of the Merkle tree, in the order asked for, as of one
  /// snapshot; `nil` where one of them reaches past the head.
  ///
  /// A complete subtree never changes while the log grows: proofs of any age are made of them.
  /// - Complexity: one look for a subtree of level 8 or more, 2^level records for a smaller one.
  func hashes(of subtrees: [MerkleSubtree]) throws(ReadError) -> [Digest]?

  /// The events after `position`, then every new one as it is appended, by any process.
  ///
  /// Says each time it has caught up with the head. Ends when the task that reads it is cancelled.
  func follow(after position: Position) -> AsyncThrowingStream<FollowUpdate, any Error>

  /// Reads the whole log, checks every record, index and hash, recomputes the Merkle tree, and
  /// holds old `heads` against it.
  ///
  /// Tells `progress` how many events were read of how many, now and then.
  /// - Complexity: O(*n*) in the length of the log.
  func verify(
    against heads: [TreeHead], progress: (_ done: UInt64, _ of: UInt64) -> Void
  ) throws(ReadError) -> Verification
}

extension EventLog {
  /// Reads the whole log, checks every record, index and hash, and recomputes the Merkle tree.
  public func verify(
    progress: (_ done: UInt64, _ of: UInt64) -> Void
  ) throws(ReadError) -> Verification {
    try verify(against: [], progress: progress)
  }
}

/// What a log looks like at its end.
public struct LogHead: Hashable, Sendable {
  public var position: Position
  /// When the last event was recorded; `nil` in an empty log.
  public var recorded: RecordedTime?
  /// Root of the RFC 9162 Merkle tree over the leaf hashes of all events up to `position`.
  public var root: Digest

  public init(position: Position, recorded: RecordedTime?, root: Digest) {
    self.position = position
    self.recorded = recorded
    self.root = root
  }
}

/// A stream and its last revision.
public struct StreamHead: Hashable, Sendable {
  public var name: StreamName
  public var last: Revision

  public init(name: StreamName, last: Revision) {
    self.name = name
    self.last = last
  }
}

/// What following a log gives.
public enum FollowUpdate: Hashable, Sendable {
  case event(Event)
  /// Everything up to here has been given.
  case caughtUp(Position)
}

/// What `verify` found.
public struct Verification: Hashable, Sendable {
  public var head: LogHead
  public var streams: UInt64
  public var texts: UInt64
  /// Every broken promise, with its place; empty for a sound log.
  public var findings: [Finding]
  /// The old heads that it was to be held against, and whether they hold, in the order given.
  public var heads: [HeadCheck]

  public init(
    head: LogHead, streams: UInt64, texts: UInt64, findings: [Finding], heads: [HeadCheck] = []
  ) {
    self.head = head
    self.streams = streams
    self.texts = texts
    self.findings = findings
    self.heads = heads
  }

  /// One broken promise.
  public struct Finding: Hashable, Sendable {
    /// `position 17`, `stream article/ab12`, `text sha256:…`.
    public var place: String
    public var reason: String

    public init(place: String, reason: String) {
      self.place = place
      self.reason = reason
    }
  }
}
