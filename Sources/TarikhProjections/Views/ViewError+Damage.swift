internal import LMDB
internal import TarikhLog

extension RunnerError {
  /// Whether the views' own bytes are broken, so that only building them anew helps.
  public var isDamage: Bool {
    guard case .view(_, let error) = self else { return false }
    switch error {
    case .damaged: return true
    case .storage(let error): return StorageFailure(error).kind == .damaged
    case .log, .busy, .rejected: return false
    }
  }
}
