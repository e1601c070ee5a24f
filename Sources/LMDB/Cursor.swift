internal import CLMDB

/// A place in a table, moved from entry to entry in the order of the keys.
///
/// `while let entry = try cursor.next() { … }` walks a table; what it gives stays readable as
/// long as the transaction does, also after the cursor has moved on.
///
/// Safe to hold: the handle is private, and the cursor can't outlive its transaction.
@safe public struct Cursor: ~Copyable, ~Escapable {
  private let handle: OpaquePointer
  /// The size of the map's pages, in bytes; 0 where entries need not lie in the map.
  private let pageSize: Int
  /// The address of the leaf page that was looked at last and is whole.
  private var wholePage: UInt = 0

  /// One entry of a table, as it lies in the map.
  public struct Entry: ~Escapable {
    public let key: RawSpan
    public let value: RawSpan

    @_lifetime(copy key, copy value)
    init(key: RawSpan, value: RawSpan) {
      self.key = key
      self.value = value
    }
  }

  /// A cursor without a lifetime: the caller must bind it at once.
  @_lifetime(immortal)
  init(of transaction: TransactionReference, over table: Table) throws(LMDBError) {
    transaction.check(table)
    var opened: OpaquePointer?
    try LMDBError.check(unsafe mdb_cursor_open(transaction.handle, table.identifier, &opened))
    guard let handle = unsafe opened else { throw .badTransaction }
    unsafe self.handle = handle
    var statistics = MDB_stat()
    // Fills the struct that it is lent, from the meta page of an open environment.
    let code = unsafe mdb_env_stat(mdb_txn_env(transaction.handle), &statistics)
    pageSize = transaction.readsMap && code == MDB_SUCCESS ? Int(statistics.ms_psize) : 0
  }

  /// Moves to the entry with the smallest key.
  @_lifetime(copy self)
  public mutating func first() throws(LMDBError) -> Entry? { try move(MDB_FIRST) }

  /// Moves to the entry with the greatest key.
  @_lifetime(copy self)
  public mutating func last() throws(LMDBError) -> Entry? { try move(MDB_LAST) }

  /// Moves to the next greater key; to the first, when the cursor has not been moved yet.
  @_lifetime(copy self)
  public mutating func next() throws(LMDBError) -> Entry? { try move(MDB_NEXT) }

  /// Moves to the next smaller key; to the last, when the cursor has not been moved yet.
  @_lifetime(copy self)
  public mutating func previous() throws(LMDBError) -> Entry? { try move(MDB_PREV) }

  /// Moves to `key` or, when it is not there, to the next greater one.
  ///
  /// - Complexity: O(log *n*). The empty key stands before all others.
  @_lifetime(copy self)
  public mutating func seek(atOrAfter key: RawSpan) throws(LMDBError) -> Entry? {
    if key.byteCount == 0 { return try first() }
    return try move(to: key, MDB_SET_RANGE)
  }

  /// Moves to `key` or, when it is not there, to the next smaller one.
  ///
  /// - Complexity: O(log *n*).
  @_lifetime(copy self)
  public mutating func seek(atOrBefore key: RawSpan) throws(LMDBError) -> Entry? {
    guard let entry = try seek(atOrAfter: key) else { return try last() }
    if entry.key.isEqual(to: key) { return entry }
    return try previous()
  }

  @_lifetime(copy self)
  private mutating func move(_ operation: MDB_cursor_op) throws(LMDBError) -> Entry? {
    try move(to: RawSpan(), operation)
  }

  @_lifetime(copy self)
  private mutating func move(
    to key: RawSpan, _ operation: MDB_cursor_op
  ) throws(LMDBError) -> Entry? {
    var value = unsafe MDB_val()
    var found = unsafe MDB_val()
    let handle = unsafe self.handle
    let code = unsafe key.withUnsafeBytes { bytes in
      unsafe found = MDB_val(lending: bytes)
      return unsafe mdb_cursor_get(handle, &found, &value, operation)
    }
    if code == MDB_NOTFOUND { return nil }
    try LMDBError.check(code)
    // Good while the transaction is open and unchanged, and the cursor borrows it.
    return unsafe _overrideLifetime(Entry(key: found.span, value: value.span), copying: self)
  }

  /// Whether the leaf page in which `entry` lies lists all entries that it holds.
  ///
  /// A page that says of itself that it has fewer hides the others: LMDB believes it. In a write
  /// transaction the pages may be the writer's own, which lie anywhere; they are taken for whole.
  ///
  /// - Complexity: O(*m*) in the entries of the page, once for neighbours in it.
  /// - Precondition: this cursor gave the entry.
  public mutating func listsWholePage(of entry: borrowing Entry) -> Bool {
    guard pageSize > 0 else { return true }
    let size = pageSize
    let page = unsafe entry.key.withUnsafeBytes { unsafe MappedPage(holding: $0, pageSize: size) }
    guard let page, page.address != wholePage else { return true }
    guard page.listsAllNodes else { return false }
    wholePage = page.address
    return true
  }

  deinit { unsafe mdb_cursor_close(handle) }
}
