internal import LMDB
internal import TarikhModel

/// Positions have no gaps, so what is not found where it should be is damage: a search in LMDB's
/// pages, which have no checksums, may have been led astray.
extension LogTables {
  /// Refuses an event that is not the one at `expected`.
  func check(_ position: UInt64, isNext expected: UInt64) throws(LogFailure) {
    guard position == expected else {
      throw .damaged(
        place: "position \(expected)", reason: "the event found there is of position \(position)")
    }
  }

  /// Refuses that the events end before `position`, unless the head does.
  func checkEnd(
    before position: UInt64, in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(LogFailure) {
    let head = try head(in: transaction).position
    guard position > head else {
      throw .damaged(
        place: "position \(position)", reason: "there is no event, though the head is \(head)")
    }
  }

  /// Refuses that nothing is stored under `key` where its neighbours are out of order.
  func checkAbsence(
    of key: RawSpan, from table: Table, place: @autoclosure () -> String,
    in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(LogFailure) {
    var cursor = try transaction.walk(over: table)
    var isInOrder = true
    if let next = try cursor.move(atOrAfter: key) {
      isInOrder = next.key.isGreater(than: key)
      if let before = try cursor.backward() {
        isInOrder = isInOrder && key.isGreater(than: before.key)
      }
    } else if let last = try cursor.backward() {
      isInOrder = key.isGreater(than: last.key)
    }
    guard isInOrder else {
      throw .damaged(place: place(), reason: "the index that leads to it is out of order")
    }
  }
}
