internal import CLMDB

/// What can be read in a transaction of either kind.
///
/// Functions that only read take `borrowing some ReadableTransaction & ~Copyable`, so they serve
/// inside `read` and `write` alike. Only this module's two types conform.
public protocol ReadableTransaction: ~Copyable {
  /// LMDB's handle, bound to the transaction; of no use outside this module.
  var reference: TransactionReference {
    @_lifetime(borrow self)
    get
  }
}

/// LMDB's handle of an open transaction, hidden.
///
/// It can't outlive the transaction, so its being safe rests on the two types that make it.
@safe public struct TransactionReference: ~Escapable {
  let handle: OpaquePointer
  let environment: UInt64
  /// Whether every page lies in the map; a writer's own lie elsewhere.
  let readsMap: Bool

  /// A reference without a lifetime: the caller must bind it at once.
  @_lifetime(immortal)
  init(handle: OpaquePointer, environment: UInt64, readsMap: Bool) {
    unsafe self.handle = handle
    self.environment = environment
    self.readsMap = readsMap
  }

  /// - Precondition: the table belongs to the transaction's environment.
  func check(_ table: Table) {
    precondition(
      table.environment == environment, "table \"\(table.name)\" is of another environment")
  }
}

extension ReadableTransaction where Self: ~Copyable {
  /// The bytes under `key`, or `nil` when there are none; readable while the transaction is open
  /// and nothing is written in it.
  ///
  /// - Complexity: O(log *n*), *n* being the entries of the table. Copies nothing.
  /// - Throws: ``LMDBError/badSize`` for an empty key.
  @_lifetime(borrow self)
  public borrowing func value(
    forKey key: RawSpan, in table: Table
  ) throws(LMDBError) -> RawSpan? {
    let reference = self.reference
    reference.check(table)
    var found = unsafe MDB_val()
    let code = unsafe key.withUnsafeBytes { bytes in
      var key = unsafe MDB_val(lending: bytes)
      return unsafe mdb_get(reference.handle, table.identifier, &key, &found)
    }
    if code == MDB_NOTFOUND { return nil }
    try LMDBError.check(code)
    // LMDB: valid "until a subsequent update operation, or the end of the transaction"; both
    // need the transaction that this span borrows.
    return unsafe _overrideLifetime(found.span, borrowing: self)
  }

  /// Whether there is an entry under `key`.
  public borrowing func contains(key: RawSpan, in table: Table) throws(LMDBError) -> Bool {
    try value(forKey: key, in: table) != nil
  }

  /// A cursor over the entries of `table`, standing before the first.
  @_lifetime(borrow self)
  public borrowing func cursor(over table: Table) throws(LMDBError) -> Cursor {
    let cursor = try Cursor(of: reference, over: table)
    return unsafe _overrideLifetime(cursor, borrowing: self)
  }

  /// The shape of a table's tree.
  ///
  /// - Complexity: O(1).
  public borrowing func statistics(of table: Table) throws(LMDBError) -> TableStatistics {
    let reference = self.reference
    reference.check(table)
    var statistics = MDB_stat()
    try LMDBError.check(unsafe mdb_stat(reference.handle, table.identifier, &statistics))
    return TableStatistics(statistics)
  }
}
