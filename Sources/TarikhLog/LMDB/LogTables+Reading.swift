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
      return LogHeadRecord(tree: MerkleFrontier())
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

  /// The number of the stream, if there is one of that name.
  func number(
    of stream: StreamName, in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(LogFailure) -> UInt64? {
    let name = Array(stream.rawValue.utf8)
    guard let value = try transaction.bytes(under: name.span.bytes, in: streams) else {
      return nil
    }
    return try number(value, place: "stream \(stream)")
  }

  /// The last revision of the stream of that number.
  func lastRevision(
    ofStream number: UInt64, in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(LogFailure) -> Revision? {
    let end = BigEndianKey([number, .max])
    var cursor = try transaction.walk(over: revisions)
    guard let entry = try cursor.move(atOrBefore: end.bytes) else { return nil }
    let key = try pair(entry.key, place: "revisions")
    return key[0] == number ? Revision(rawValue: key[1]) : nil
  }

  /// Where the event of that revision stands.
  func position(
    ofStream number: UInt64, revision: Revision,
    in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(LogFailure) -> UInt64? {
    let key = BigEndianKey([number, revision.rawValue])
    guard let value = try transaction.bytes(under: key.bytes, in: revisions) else { return nil }
    return try self.number(value, place: "revision \(revision) of stream number \(number)")
  }

  /// The revision of the event with that id.
  func revision(
    ofStream number: UInt64, id: EventID,
    in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(LogFailure) -> Revision? {
    let key = BigEndianKey([number, id.high, id.low])
    guard let value = try transaction.bytes(under: key.bytes, in: ids) else { return nil }
    return Revision(rawValue: try self.number(value, place: "id \(id) of stream number \(number)"))
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
  func number(_ bytes: RawSpan, place: String) throws(LogFailure) -> UInt64 {
    guard let number = BigEndianKey<1>.numbers(in: bytes), number[0] < .max else {
      throw .damaged(place: place, reason: "\(bytes.byteCount) bytes are not a number of a log")
    }
    return number[0]
  }

  /// The two numbers that a key of sixteen bytes is, each with a successor.
  func pair(_ bytes: RawSpan, place: String) throws(LogFailure) -> InlineArray<2, UInt64> {
    guard let numbers = BigEndianKey<2>.numbers(in: bytes) else {
      throw .damaged(place: place, reason: "a key of \(bytes.byteCount) bytes instead of 16")
    }
    guard numbers[0] < .max, numbers[1] < .max else {
      throw .damaged(place: place, reason: "a key that is not of two numbers of a log")
    }
    return numbers
  }
}
