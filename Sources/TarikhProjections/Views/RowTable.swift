internal import LMDB
internal import TarikhModel

/// A table of rows, each value behind the checksum of the table's name, its key and itself.
///
/// The one place where rows are stored and fetched. What a read gives is checked, and so is what
/// it does not find: the two rows between which the sought one would lie must be whole and in
/// order, or a key that went bad would hide its row; and so must the leaf pages in which they lie,
/// or a page that says it has fewer rows would hide the rest.
struct RowTable: Sendable {
  let table: Table
  /// Of the table's name: a page of another table may stand where one of this table should.
  let seed: UInt64

  init(_ table: Table) {
    self.table = table
    seed = Checksum.seed(of: table.name)
  }

  /// - Throws: ``ViewError/damaged(reason:)`` where the row, or a neighbour of it, is not what was
  ///   stored.
  /// - Complexity: O(log *n*).
  func value(
    forKey key: [UInt8], in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(ViewError) -> [UInt8]? {
    var (isStored, value) = (false, [UInt8]?.none)
    do throws(LMDBError) {
      if let stored = try transaction.value(forKey: key.span.bytes, in: table) {
        isStored = true
        value = StoredRow(key: key.span.bytes, stored: stored, in: seed)?.value.copied
      }
    } catch { throw .storage(error) }
    if let value { return value }
    guard !isStored else { throw StoredRow.damage }
    var cursor = try cursor(in: transaction)
    try cursor.seek(key)
    if let found = cursor.row, found.key.isEqual(to: key.span.bytes) {
      throw .damaged(reason: "a row is found in one way and not in another")
    }
    return nil
  }

  func put(
    _ value: [UInt8], forKey key: [UInt8], in transaction: inout WriteTransaction
  ) throws(ViewError) {
    let checksum = Checksum.of(value.span.bytes, under: key.span.bytes, in: seed)
    var stored = ByteWriter(capacity: StoredRow.checksumByteCount + value.count)
    stored.append(checksum)
    stored.append(contentsOf: value)
    do throws(LMDBError) {
      try transaction.put(stored.written, forKey: key.span.bytes, in: table, .replacing)
    } catch { throw .storage(error) }
  }

  func delete(_ key: [UInt8], in transaction: inout WriteTransaction) throws(ViewError) {
    do throws(LMDBError) { try transaction.delete(key: key.span.bytes, in: table) } catch {
      throw .storage(error)
    }
  }

  /// The last row whose key begins with `prefix` and is at most `end`, which begins with it too.
  ///
  /// - Complexity: O(log *n*).
  func lastRow(
    upTo end: [UInt8], withPrefix prefix: [UInt8],
    in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(ViewError) -> ViewRow? {
    var cursor = try cursor(in: transaction)
    try cursor.seek(atOrBefore: end)
    guard let row = cursor.row, row.key.starts(with: prefix.span.bytes) else { return nil }
    return ViewRow(row)
  }

  func rows(
    withPrefix prefix: [UInt8], in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(ViewError) -> [ViewRow] {
    var rows: [ViewRow] = []
    try forEachRow(withPrefix: prefix, in: transaction) { (row) throws(ViewError) in
      rows.append(ViewRow(row))
    }
    return rows
  }

  /// Hands over one row after the other where it lies, so that a large view is never in memory
  /// whole.
  func forEachRow(
    withPrefix prefix: [UInt8], in transaction: borrowing some ReadableTransaction & ~Copyable,
    _ body: (borrowing StoredRow) throws(ViewError) -> Void
  ) throws(ViewError) {
    var cursor = try cursor(in: transaction)
    try cursor.seek(prefix)
    while let row = cursor.row, row.key.starts(with: prefix.span.bytes) {
      try body(row)
      try cursor.next()
    }
  }

  @_lifetime(borrow transaction)
  func cursor(
    in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(ViewError) -> RowCursor {
    do throws(LMDBError) {
      let cursor = try transaction.cursor(over: table)
      let isEmpty = try transaction.statistics(of: table).entries == 0
      return RowCursor(cursor, in: seed, isEmpty: isEmpty)
    } catch { throw .storage(error) }
  }
}
