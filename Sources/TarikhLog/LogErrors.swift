public import TarikhModel

/// Why an append stored nothing.
public enum AppendError: Error, Hashable, Sendable {
  /// Another writer came first. Read on from `actual`, decide again, append again.
  case wrongExpectedRevision(ExpectedRevision, actual: Revision?)
  /// The event at `index` of the batch is larger than a log takes.
  case eventTooLarge(index: Int, bytes: Int, limit: Int)
  /// The event at `index` of the batch can be part of no log.
  case invalidEvent(index: Int, InvalidEvent)
  /// One of the texts is not the one that its digest names.
  case textDiffersFromDigest(Digest)
  case storage(StorageFailure)
}

/// Why events of another log could not be taken over; none was stored.
public enum RestoreError: Error, Hashable, Sendable {
  /// The next event of this log would be `expected`.
  case wrongPosition(Position, expected: Position)
  /// This log has another event there: the two have different histories.
  case differs(at: Position)
  /// Its stream's next revision would be `expected`.
  case wrongRevision(EventAddress, expected: Revision)
  /// It was recorded before its predecessor.
  case timeRunsBackwards(at: Position)
  /// The hash it carries is not the hash of what it says.
  case wrongHash(at: Position)
  /// The event can be part of no log.
  case invalidEvent(at: Position, InvalidEvent)
  /// One of the texts is not the one that its digest names.
  case textDiffersFromDigest(Digest)
  case storage(StorageFailure)
}

/// What keeps an event out of every log.
public enum InvalidEvent: Error, Hashable, Sendable {
  /// Its identity is that of an earlier event of the batch, or of its stream.
  case repeatedID
  /// It received an article whose text is neither stored nor given: give the text with it.
  case textMissing(Digest)
  /// It redacts an event that is not there.
  case noSuchTarget(EventAddress)
  /// It cannot be written, for this reason.
  case unencodable(String)
}

/// Why a read gave nothing.
public enum ReadError: Error, Hashable, Sendable {
  /// Bytes that fail their checksum or break the format; `place` says which.
  case damaged(place: String, reason: String)
  case storage(StorageFailure)
}

/// An operating failure of the storage below, said without its types.
public struct StorageFailure: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Kind: Hashable, Sendable {
    /// No space left: nothing was written, reading goes on.
    case full
    /// Another process holds the store; try again.
    case busy
    /// The file system or its permissions forbid writing.
    case readOnly
    /// The folder or file is not there.
    case missing
    /// The file's own structure is broken.
    case damaged
    /// An error of the device or of the system.
    case system
  }

  public var kind: Kind
  /// What happened, with the system's or LMDB's own words.
  public var description: String

  public init(kind: Kind, description: String) {
    self.kind = kind
    self.description = description
  }
}
