package import LMDB
internal import TarikhModel

/// What can go wrong in a transaction of the log, before it gets the type of its operation.
enum LogFailure: StorageFailing {
  case storage(LMDBError)
  case damaged(place: String, reason: String)
  /// Another process holds the log, or its lock cannot be taken.
  case unavailable(StorageFailure)
  /// The log has an earlier layout, which is to be raised first.
  case outdated
  /// The restore in this transaction takes everything back, for this reason.
  case refused(RestoreError)

  init(storage error: LMDBError) { self = .storage(error) }

  /// The failure of a read.
  var reading: ReadError {
    switch self {
    case .damaged(let place, let reason): .damaged(place: place, reason: reason)
    case .storage, .unavailable, .outdated, .refused: .storage(storage)
    }
  }

  /// The failure of a commit.
  var storage: StorageFailure {
    switch self {
    case .storage(let error): StorageFailure(error)
    case .damaged(let place, let reason):
      StorageFailure(kind: .damaged, description: "\(place): \(reason)")
    case .unavailable(let failure): failure
    case .outdated:
      StorageFailure(
        kind: .readOnly,
        description: "the log has an earlier layout; open the store once with the right to write")
    case .refused(let error): StorageFailure(kind: .system, description: "\(error)")
    }
  }
}

extension StorageFailure {
  /// The failure, in the storage's own words, with what it means.
  package init(_ error: LMDBError, doing what: String? = nil) {
    let description = what.map { "\($0): \(error.description)" } ?? error.description
    self.init(kind: Kind(error), description: description)
  }
}

extension StorageFailure.Kind {
  fileprivate init(_ error: LMDBError) {
    switch error {
    case .noSpace, .quotaExceeded, .fileTooLarge, .mapFull: self = .full
    case .alreadyOpen, .wouldBlock, .readersFull: self = .busy
    case .accessDenied, .notPermitted, .readOnlyFileSystem: self = .readOnly
    case .noSuchFile, .notDirectory, .fileReplaced: self = .missing
    case .invalidFile, .corrupted, .versionMismatch, .pageNotFound, .notFound, .keyExists,
      .incompatible, .badTable:
      self = .damaged
    default: self = .system
    }
  }
}
