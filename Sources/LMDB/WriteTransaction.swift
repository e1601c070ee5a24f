internal import CLMDB

/// The one write transaction of an environment, open during a `write` scope.
///
/// It sees its own changes. Bytes read in it are good until the next change, which the compiler
/// enforces: copy what must outlive it.
@safe public struct WriteTransaction: ReadableTransaction, ~Copyable {
  private let handle: OpaquePointer
  private let environment: UInt64

  public var reference: TransactionReference {
    @_lifetime(borrow self)
    get {
      let reference = unsafe TransactionReference(
        handle: handle, environment: environment, readsMap: false)
      return unsafe _overrideLifetime(reference, borrowing: self)
    }
  }

  /// Whether an operation found the map full: the body has to run again on a larger one.
  private(set) var hasFilledMap = false

  /// What `put` does with a key.
  public enum PutMode: Hashable, Sendable {
    /// Stores the value, whether or not there was one.
    case replacing
    /// Stores the value only if there is none, else throws ``LMDBError/keyExists``.
    case inserting
    /// Stores the value after all others, without searching, and packs pages full.
    ///
    /// Throws ``LMDBError/keyExists`` unless the key is greater than every key in the table.
    case appending
  }

  /// Begins the transaction; the caller is inside the environment's gate.
  init(_ environment: Environment) throws(LMDBError) {
    try environment.checkMap()
    var begun: OpaquePointer?
    try LMDBError.check(unsafe mdb_txn_begin(environment.handle, nil, 0, &begun))
    guard let handle = unsafe begun else { throw .badTransaction }
    unsafe self.handle = handle
    self.environment = environment.number
  }

  /// Makes the changes durable.
  ///
  /// LMDB frees the handle even when this throws.
  consuming func commit() throws(LMDBError) {
    let handle = unsafe self.handle
    discard self
    try LMDBError.check(unsafe mdb_txn_commit(handle))
  }

  deinit { unsafe mdb_txn_abort(handle) }
}

extension WriteTransaction {
  /// Stores `value` under `key`.
  ///
  /// - Throws: ``LMDBError/badSize`` when the key is empty or longer than
  ///   ``Environment/longestKey``, ``LMDBError/keyExists`` as the mode says.
  public mutating func put(
    _ value: RawSpan, forKey key: RawSpan, in table: Table, _ mode: PutMode
  ) throws(LMDBError) {
    reference.check(table)
    let handle = unsafe self.handle
    let code = unsafe key.withUnsafeBytes { key in
      unsafe value.withUnsafeBytes { value in
        var key = unsafe MDB_val(lending: key)
        var value = unsafe MDB_val(lending: value)
        return unsafe mdb_put(handle, table.identifier, &key, &value, mode.flags)
      }
    }
    try check(code)
  }

  /// Stores a value of `byteCount` bytes that `fill` writes straight into the page.
  ///
  /// - Precondition: `fill` writes all of them.
  /// - Throws: as the other `put`.
  public mutating func put(
    byteCount: Int, forKey key: RawSpan, in table: Table, _ mode: PutMode,
    filledBy fill: (inout OutputRawSpan) -> Void
  ) throws(LMDBError) {
    precondition(byteCount >= 0, "a size is not negative")
    reference.check(table)
    let handle = unsafe self.handle
    var reserved = unsafe MDB_val(mv_size: byteCount, mv_data: nil)
    let code = unsafe key.withUnsafeBytes { key in
      var key = unsafe MDB_val(lending: key)
      let flags = mode.flags | UInt32(MDB_RESERVE)
      return unsafe mdb_put(handle, table.identifier, &key, &reserved, flags)
    }
    try check(code)
    // The page is this transaction's own copy, and `self` is held until the bytes are written.
    let room = unsafe UnsafeMutableRawBufferPointer(start: reserved.mv_data, count: byteCount)
    var output = unsafe OutputRawSpan(buffer: room, initializedCount: 0)
    fill(&output)
    let written = unsafe output.finalize(for: room)
    precondition(written == byteCount, "\(written) of \(byteCount) bytes were written")
  }

  /// Removes the entry under `key`; tells whether there was one.
  @discardableResult
  public mutating func delete(key: RawSpan, in table: Table) throws(LMDBError) -> Bool {
    reference.check(table)
    let handle = unsafe self.handle
    let code = unsafe key.withUnsafeBytes { key in
      var key = unsafe MDB_val(lending: key)
      return unsafe mdb_del(handle, table.identifier, &key, nil)
    }
    if code == MDB_NOTFOUND { return false }
    try check(code)
    return true
  }

  /// Removes every entry of `table`; the table stays.
  ///
  /// Tables are never dropped: that would close a handle that other threads may be using.
  public mutating func clear(_ table: Table) throws(LMDBError) {
    reference.check(table)
    try check(unsafe mdb_drop(handle, table.identifier, 0))
  }

  private mutating func check(_ code: CInt) throws(LMDBError) {
    if code == MDB_MAP_FULL { hasFilledMap = true }
    try LMDBError.check(code)
  }
}

extension WriteTransaction.PutMode {
  fileprivate var flags: UInt32 {
    switch self {
    case .replacing: 0
    case .inserting: UInt32(MDB_NOOVERWRITE)
    case .appending: UInt32(MDB_APPEND)
    }
  }
}
