internal import LMDB
internal import TarikhModel

/// Reading one thing of the log in a transaction of either kind, everything verified.
extension LogTables {
  /// The stored head; that of an empty log where there is none.
  func head(
    in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(LogFailure) -> LogHeadRecord {
    let key = MetaKey.head
    guard let bytes = try transaction.bytes(under: key.span.bytes, in: meta) else {
      guard try lastPosition(in: transaction) == 0 else {
        throw .damaged(place: "head", reason: "the log has events and no head")
      }
      return LogHeadRecord(tree: MerkleFrontier(), streams: 0)
    }
    guard let head = LogHeadRecord(bytes) else {
      throw .damaged(place: "head", reason: "the root is not the one of the stored subtrees")
    }
    return head
  }

  /// The last position that has a record.
  func lastPosition(
    in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(LogFailure) -> UInt64 {
    var cursor = try transaction.walk(over: events)
    guard let entry = try cursor.backward() else { return 0 }
    return try number(entry.key, place: "events")
  }

  /// When the event at `position`, which must be there, was recorded.
  func recorded(
    at position: UInt64, in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(LogFailure) -> RecordedTime {
    try view(at: position, try record(at: position, in: transaction)).recorded
  }

  /// The bytes of the record at `position`, which must be there.
  @_lifetime(borrow transaction)
  func record<Transaction: ReadableTransaction & ~Copyable>(
    at position: UInt64, in transaction: borrowing Transaction
  ) throws(LogFailure) -> RawSpan {
    let key = BigEndianKey([position])
    guard let bytes = try transaction.bytes(under: key.bytes, in: events) else {
      throw .damaged(place: "position \(position)", reason: "there is no event")
    }
    return bytes
  }

  /// The record that `bytes` are, if they are one, and the one of this position.
  @_lifetime(copy bytes)
  func view(at position: UInt64, _ bytes: RawSpan) throws(LogFailure) -> EventRecordView {
    do throws(RecordError) {
      let view = try EventRecordView(bytes)
      if view.position.rawValue == position { return view }
    } catch {
      throw .damaged(place: "position \(position)", reason: error.description)
    }
    throw .damaged(place: "position \(position)", reason: "the record is that of another position")
  }

  /// The event at `position`, which must be there.
  func event(
    at position: UInt64, in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(LogFailure) -> Event {
    try event(at: position, try record(at: position, in: transaction))
  }

  /// The event that `bytes` are the record of.
  func event(at position: UInt64, _ bytes: RawSpan) throws(LogFailure) -> Event {
    let view = try view(at: position, bytes)
    do throws(RecordError) { return try view.event() } catch {
      throw .damaged(place: "position \(position)", reason: error.description)
    }
  }

  /// The number that a key or value of eight bytes is.
  ///
  /// Every number of a log has a successor: one that has none is damage, and would overflow.
  func number(
    _ bytes: RawSpan, place: @autoclosure () -> String
  ) throws(LogFailure) -> UInt64 {
    guard bytes.byteCount == 8, let stored: UInt64 = bytes.little(at: 0), stored < .max else {
      throw .damaged(
        place: place(), reason: "\(bytes.byteCount) bytes are not a number of a log")
    }
    return stored.byteSwapped
  }
}
