/// An error type that can carry a failure of the storage below it.
///
/// A transaction's body throws one such type, and so does the scope around it: what the body
/// means stays typed from end to end, and LMDB's own failures arrive in the same type.
public protocol StorageFailing: Error {
  /// The error that means: the storage failed so.
  init(storage: LMDBError)
}

extension LMDBError: StorageFailing {
  /// The error itself.
  public init(storage: LMDBError) { self = storage }
}

/// Runs `work` and gives its failure as the caller's own type.
func translating<Result: ~Copyable, Failure: StorageFailing>(
  to: Failure.Type, _ work: () throws(LMDBError) -> Result
) throws(Failure) -> Result {
  do throws(LMDBError) { return try work() } catch { throw Failure(storage: error) }
}
