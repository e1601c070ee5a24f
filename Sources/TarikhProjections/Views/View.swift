public import LMDB
internal import TarikhLog
public import TarikhModel

/// The rows of one projection: keys in byte order, one value each.
///
/// A value that names the rows; reading and writing need a transaction, so that rows and
/// checkpoint can't part.
public struct View: Sendable {
  let table: Table
  private let log: any EventLog

  init(table: Table, log: any EventLog) {
    self.table = table
    self.log = log
  }

  /// An event that the projection was given before; `nil` past the head.
  ///
  /// Events never change, except that a body may be erased: what was kept of it must then go.
  public func event(at position: Position) throws(ViewError) -> Event? {
    do throws(ReadError) { return try log.event(at: position) } catch { throw .log(error) }
  }

  /// The value under `key`.
  public func value(
    forKey key: [UInt8], in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(ViewError) -> [UInt8]? {
    try table.value(forKey: key, in: transaction)
  }

  /// Stores `value` under `key`, in place of an earlier one.
  public func put(
    _ value: [UInt8], forKey key: [UInt8], in transaction: inout WriteTransaction
  ) throws(ViewError) {
    do throws(LMDBError) {
      try transaction.put(value.span.bytes, forKey: key.span.bytes, in: table, .replacing)
    } catch { throw .storage(error) }
  }

  /// Removes what is under `key`, if anything.
  public func delete(_ key: [UInt8], in transaction: inout WriteTransaction) throws(ViewError) {
    do throws(LMDBError) {
      _ = try transaction.delete(key: key.span.bytes, in: table)
    } catch { throw .storage(error) }
  }

  /// Every row whose key begins with `prefix`, in the order of the keys.
  public func rows(
    withPrefix prefix: [UInt8], in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(ViewError) -> [ViewRow] {
    try table.rows(withPrefix: prefix, in: transaction)
  }

  /// The row with the greatest key that is `prefix` and a position.
  ///
  /// - Complexity: O(log *n*).
  func lastRow(
    withPrefix prefix: [UInt8], in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(ViewError) -> ViewRow? {
    do throws(LMDBError) {
      var cursor = try transaction.cursor(over: table)
      let end = prefix + [UInt8](repeating: 0xFF, count: 8)
      guard let entry = try cursor.seek(atOrBefore: end.span.bytes),
        entry.key.starts(with: prefix.span.bytes)
      else { return nil }
      return ViewRow(key: entry.key.copied, value: entry.value.copied)
    } catch { throw .storage(error) }
  }
}

/// One row of a view, copied out of its transaction.
public struct ViewRow: Hashable, Sendable {
  public var key: [UInt8]
  public var value: [UInt8]

  public init(key: [UInt8], value: [UInt8]) {
    self.key = key
    self.value = value
  }
}

extension Table {
  func value(
    forKey key: [UInt8], in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(ViewError) -> [UInt8]? {
    do throws(LMDBError) {
      return try transaction.value(forKey: key.span.bytes, in: self)?.copied
    } catch { throw .storage(error) }
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
      let page = try page(from: start, withPrefix: prefix, in: transaction)
      for row in page { try body(row) }
      // The smallest key behind the last one.
      next = page.count == Table.pageLength ? page.last.map { $0.key + [0] } : nil
    }
  }

  private static let pageLength = 256

  private func page(
    from start: [UInt8], withPrefix prefix: [UInt8],
    in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(ViewError) -> [ViewRow] {
    do throws(LMDBError) {
      var rows: [ViewRow] = []
      var cursor = try transaction.cursor(over: self)
      var entry = try cursor.seek(atOrAfter: start.span.bytes)
      while let here = entry, here.key.starts(with: prefix.span.bytes),
        rows.count < Table.pageLength
      {
        rows.append(ViewRow(key: here.key.copied, value: here.value.copied))
        entry = try cursor.next()
      }
      return rows
    } catch { throw .storage(error) }
  }
}
