internal import CLMDB

/// One unchanging snapshot of an environment, open during a `read` scope.
@safe public struct ReadTransaction: ReadableTransaction, ~Copyable {
  private let handle: OpaquePointer
  private let environment: UInt64

  public var reference: TransactionReference {
    @_lifetime(borrow self)
    get {
      let reference = unsafe TransactionReference(
        handle: handle, environment: environment, readsMap: true)
      return unsafe _overrideLifetime(reference, borrowing: self)
    }
  }

  /// Begins a snapshot; the caller is inside the environment's gate.
  init(_ environment: Environment) throws(LMDBError) {
    try environment.checkMap()
    var begun: OpaquePointer?
    var code = unsafe mdb_txn_begin(environment.handle, nil, UInt32(MDB_RDONLY), &begun)
    if code == MDB_READERS_FULL {
      // Slots may belong to processes that died.
      var cleared: CInt = 0
      try LMDBError.check(unsafe mdb_reader_check(environment.handle, &cleared))
      if cleared > 0 {
        code = unsafe mdb_txn_begin(environment.handle, nil, UInt32(MDB_RDONLY), &begun)
      }
    }
    try LMDBError.check(code)
    guard let handle = unsafe begun else { throw .badTransaction }
    unsafe self.handle = handle
    self.environment = environment.number
  }

  deinit { unsafe mdb_txn_abort(handle) }
}
