internal import LMDB
internal import TarikhModel

/// Rows as they lie in a table: each value behind the checksum of its key and itself.
///
/// The one place where rows are stored and fetched. What a read gives is checked, and so is what
/// it does not find: the two rows between which the sought one would lie must be whole and in
/// order, or a key that went bad would hide its row; and so must the leaf pages in which they lie,
/// or a page that says it has fewer rows would hide the rest.
extension Table {
  /// - Throws: ``ViewError/damaged(reason:)`` where the row, or a neighbour of it, is not what was
  ///   stored.
  /// - Complexity: O(log *n*).
  func value(
    forKey key: [UInt8], in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(ViewError) -> [UInt8]? {
    let stored: [UInt8]?
    do throws(LMDBError) {
      stored = try transaction.value(forKey: key.span.bytes, in: self)?.copied
    } catch { throw .storage(error) }
    if let stored { return try ViewRow(key: key, value: stored).opened(in: self).value }
    guard try neighbours(of: key, in: transaction).at?.key != key else {
      throw .damaged(reason: "a row is found in one way and not in another")
    }
    return nil
  }

  func put(
    _ value: [UInt8], forKey key: [UInt8], in transaction: inout WriteTransaction
  ) throws(ViewError) {
    let row = ViewRow(key: key, value: value).sealed(in: self)
    do throws(LMDBError) {
      try transaction.put(row.value.span.bytes, forKey: key.span.bytes, in: self, .replacing)
    } catch { throw .storage(error) }
  }

  func delete(_ key: [UInt8], in transaction: inout WriteTransaction) throws(ViewError) {
    do throws(LMDBError) { try transaction.delete(key: key.span.bytes, in: self) } catch {
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
    let (before, at) = try neighbours(of: end, in: transaction)
    if let at, at.key == end { return at }
    return before.flatMap { $0.key.starts(with: prefix) ? $0 : nil }
  }

  func rows(
    withPrefix prefix: [UInt8], in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(ViewError) -> [ViewRow] {
    var rows: [ViewRow] = []
    try forEachRow(withPrefix: prefix, in: transaction) { (row) throws(ViewError) in
      rows.append(row)
    }
    return rows
  }

  /// Hands over one row after the other, so that a large view is never in memory whole.
  func forEachRow(
    withPrefix prefix: [UInt8], in transaction: borrowing some ReadableTransaction & ~Copyable,
    _ body: (ViewRow) throws(ViewError) -> Void
  ) throws(ViewError) {
    var next: [UInt8]? = prefix
    while let start = next {
      _ = try neighbours(of: start, in: transaction)
      var last: [UInt8]?
      var isOver = false
      let page = try page(from: start, withPrefix: prefix, in: transaction)
      for stored in page {
        let row = try stored.opened(in: self)
        try (last ?? start).checkOrder(before: row.key, mayBeEqual: last == nil)
        last = row.key
        // The row that ends the walk must be whole as well.
        isOver = !row.key.starts(with: prefix)
        if !isOver { try body(row) }
      }
      // The smallest key behind the last one.
      next = page.count == Table.pageLength && !isOver ? last.map { $0 + [0] } : nil
    }
  }

  private static let pageLength = 256

  /// Stored rows from `start` on, up to the first without `prefix`, which is the last of them.
  private func page(
    from start: [UInt8], withPrefix prefix: [UInt8],
    in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(ViewError) -> [ViewRow] {
    do throws(LMDBError) {
      var rows: [ViewRow] = []
      var cursor = try transaction.cursor(over: self)
      var entry = try cursor.seek(atOrAfter: start.span.bytes)
      while let here = entry, rows.count < Table.pageLength {
        guard cursor.listsWholePage(of: here) else { throw .corrupted }
        rows.append(ViewRow(key: here.key.copied, value: here.value.copied))
        guard here.key.starts(with: prefix.span.bytes) else { break }
        entry = try cursor.next()
      }
      return rows
    } catch { throw .storage(error) }
  }

  /// The row under `key` or the next one, and the one before, both checked.
  private func neighbours(
    of key: [UInt8], in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(ViewError) -> (before: ViewRow?, at: ViewRow?) {
    let (before, at) = try storedNeighbours(of: key, in: transaction)
    try before?.key.checkOrder(before: key, mayBeEqual: false)
    if let at { try key.checkOrder(before: at.key, mayBeEqual: true) }
    return (try before?.opened(in: self), try at?.opened(in: self))
  }

  private func storedNeighbours(
    of key: [UInt8], in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(ViewError) -> (before: ViewRow?, at: ViewRow?) {
    do throws(LMDBError) {
      var cursor = try transaction.cursor(over: self)
      var at: ViewRow?
      if let entry = try cursor.seek(atOrAfter: key.span.bytes) {
        guard cursor.listsWholePage(of: entry) else { throw .corrupted }
        at = ViewRow(key: entry.key.copied, value: entry.value.copied)
      }
      guard let entry = at == nil ? try cursor.last() : try cursor.previous() else {
        // A page that lists nothing at all cannot be asked.
        if at == nil, try transaction.statistics(of: self).entries > 0 { throw .corrupted }
        return (nil, at)
      }
      guard cursor.listsWholePage(of: entry) else { throw .corrupted }
      return (ViewRow(key: entry.key.copied, value: entry.value.copied), at)
    } catch { throw .storage(error) }
  }
}

extension ViewRow {
  /// As it is stored in the table.
  fileprivate func sealed(in table: Table) -> ViewRow {
    var writer = RowWriter()
    writer.write(Checksum.of(value.span.bytes, under: place(in: table).span.bytes))
    return ViewRow(key: key, value: writer.bytes + value)
  }

  /// What was sealed in that table.
  fileprivate func opened(in table: Table) throws(ViewError) -> ViewRow {
    var reader = RowReader(value)
    let row = ViewRow(key: key, value: Array(value.dropFirst(8)))
    let checksum = Checksum.of(row.value.span.bytes, under: place(in: table).span.bytes)
    guard try reader.number() == checksum else {
      throw .damaged(reason: "a row does not match its checksum")
    }
    return row
  }

  /// The table's name too: a page of another table may stand where one of this table should.
  private func place(in table: Table) -> [UInt8] { Array(table.name.utf8) + [0] + key }
}

extension [UInt8] {
  fileprivate func checkOrder(before key: [UInt8], mayBeEqual: Bool) throws(ViewError) {
    guard lexicographicallyPrecedes(key) || (mayBeEqual && self == key) else {
      throw .damaged(reason: "rows are out of order")
    }
  }
}
