public import TarikhLog

/// Why a store was not backed up, restored or compacted; the store itself is as it was.
public enum KeepingError: Error, Hashable, Sendable {
  /// There is something at `path` already, and nothing is ever overwritten.
  case targetExists(path: String)
  case cannotCreate(path: String, reason: String)
  /// What was to be copied is damaged: at these places.
  case damaged(path: String, findings: [Verification.Finding])
  case storage(path: String, StorageFailure)
}

extension KeepingError {
  /// What keeps a copy from being made at `path`: that the place is wrong, or that the disk fails.
  init(_ failure: StorageFailure, making path: String) {
    self =
      failure.isOfPlace
      ? .cannotCreate(path: path, reason: failure.description) : .storage(path: path, failure)
  }
}

extension KeepingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .targetExists(let path):
      "\(path): there is something already, and nothing is overwritten; name a new or empty folder"
    case .cannotCreate(let path, let reason):
      "\(path): cannot be made there: \(reason); choose a folder that you may write"
    case .damaged(let path, let findings):
      "\(path): is damaged and was not copied: "
        + findings.prefix(3).map { "\($0.place): \($0.reason)" }.joined(separator: "; ")
        + (findings.count > 3 ? "; and at \(findings.count - 3) more places" : "")
    case .storage(let path, let failure): "\(path): \(failure.description)"
    }
  }
}

extension StorageFailure {
  /// Whether another place would do, as against a disk that fails.
  var isOfPlace: Bool { kind == .readOnly || kind == .missing }
}
