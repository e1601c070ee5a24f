public import LMDB
internal import TarikhLog
public import TarikhModel

/// The rows of one projection: keys in byte order, one value each.
///
/// A value that names the rows; reading and writing need a transaction, so that rows and
/// checkpoint can't part. Every read is checked: bytes that went bad are an error, never another
/// answer.
public struct View: Sendable {
  let table: RowTable
  private let log: any EventLog

  init(table: RowTable, log: any EventLog) {
    self.table = table
    self.log = log
  }

  /// An event that the projection was given before; `nil` past the head.
  ///
  /// Events never change, except that a body may be erased: what was kept of it must then go.
  public func event(at position: Position) throws(ViewError) -> Event? {
    do throws(ReadError) { return try log.event(at: position) } catch { throw .log(error) }
  }

  /// The event at `address`, which may come after all that the projection was given.
  func event(at address: EventAddress) throws(ViewError) -> Event? {
    do throws(ReadError) { return try log.event(at: address) } catch { throw .log(error) }
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
    try table.put(value, forKey: key, in: &transaction)
  }

  /// Removes what is under `key`, if anything.
  public func delete(_ key: [UInt8], in transaction: inout WriteTransaction) throws(ViewError) {
    try table.delete(key, in: &transaction)
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
    let end = prefix + [UInt8](repeating: 0xFF, count: 8)
    return try table.lastRow(upTo: end, withPrefix: prefix, in: transaction)
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
