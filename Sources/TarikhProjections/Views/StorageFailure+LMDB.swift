internal import LMDB
internal import TarikhLog

extension StorageFailure {
  /// A failure of LMDB, in its own words.
  init(lmdb error: LMDBError) {
    self.init(kind: Kind(lmdb: error), description: "views: \(error.description)")
  }
}

extension StorageFailure.Kind {
  fileprivate init(lmdb error: LMDBError) {
    switch error {
    case .noSpace, .quotaExceeded, .fileTooLarge, .mapFull: self = .full
    case .alreadyOpen, .wouldBlock, .readersFull: self = .busy
    case .accessDenied, .notPermitted, .readOnlyFileSystem: self = .readOnly
    case .noSuchFile, .notDirectory: self = .missing
    case .invalidFile, .corrupted, .versionMismatch, .pageNotFound, .incompatible, .badTable:
      self = .damaged
    default: self = .system
    }
  }
}
