public import TarikhLog

/// Why a store could not be opened.
public enum StoreError: Error, Hashable, Sendable {
  /// There is nothing at `path`.
  case missing(path: String)
  case notAStore(path: String, reason: String)
  /// The store was written by another release, with a layout that this one does not know.
  case unknownVersion(path: String, Int, known: Int)
  case cannotCreate(path: String, reason: String)
  case storage(path: String, StorageFailure)
}

extension StoreError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): there is no store; make one with: tarikh ingest PATH… --store \(path)"
    case .notAStore(let path, let reason):
      "\(path): is not a Tarikh store: \(reason); give another folder with --store"
    case .unknownVersion(let path, let version, let known):
      "\(path): the store has format version \(version); this tarikh knows version \(known). "
        + "Nothing was touched; open it with the release that wrote it"
    case .cannotCreate(let path, let reason):
      "\(path): a store cannot be made there: \(reason); choose a folder that you may write"
    case .storage(let path, let failure): "\(path): \(failure.description)"
    }
  }
}
