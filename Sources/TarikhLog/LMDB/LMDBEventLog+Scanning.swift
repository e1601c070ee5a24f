internal import LMDB
package import TarikhModel

extension LMDBEventLog {
  /// Runs `body` on each event after `position`, at most `limit` of them, oldest first, where
  /// they lie: nothing is copied.
  ///
  /// One snapshot, which is held until the last: scan in pieces of some thousands. In `body`, do
  /// not read this log otherwise.
  ///
  /// - Returns: the position of the last event that `body` was run on; `position` if there was
  ///   none. Fewer than `limit` events mean that this was the head.
  /// - Throws: what `body` throws, or a ``ReadError``.
  package func scan(
    after position: Position, limit: Int,
    _ body: (borrowing EventRecordView) throws -> Void
  ) throws -> Position {
    EventLogLimits.check(limit)
    var failure: (any Error)?
    let end = try reading { transaction throws(LogFailure) in
      var last = position
      guard position.rawValue < .max else { return last }
      var cursor = try transaction.walk(over: tables.events)
      var entry = try cursor.move(atOrAfter: BigEndianKey([position.rawValue + 1]).bytes)
      var count = 0
      while let here = entry, count < limit {
        let number = try tables.number(here.key, place: "events")
        try tables.check(number, isNext: last.rawValue + 1)
        let view = try tables.view(at: number, here.value)
        do { try body(view) } catch {
          failure = error
          break
        }
        last = Position(rawValue: number)
        count += 1
        entry = try cursor.forward()
      }
      if count < limit, failure == nil {
        try tables.checkEnd(before: last.rawValue + 1, in: transaction)
      }
      return last
    }
    if let failure { throw failure }
    return end
  }

  /// Runs `body` on each event of the stream, oldest first, where they lie.
  ///
  /// One snapshot. In `body`, do not read this log otherwise.
  /// - Complexity: O(*k* + log *n*) for *k* events, which lie close to each other where the stream
  ///   was written at once.
  package func scan(
    stream: StreamName, _ body: (borrowing EventRecordView) -> Void
  ) throws(ReadError) {
    try reading { transaction throws(LogFailure) in
      var cursor = try transaction.walk(over: tables.events)
      try tables.forEachChunk(of: stream, from: .zero, in: transaction) {
        (chunk) throws(LogFailure) in
        for position in chunk.positions {
          let key = BigEndianKey([position])
          guard let entry = try cursor.move(atOrAfter: key.bytes),
            entry.key.isEqual(to: key.bytes)
          else {
            throw .damaged(place: "position \(position)", reason: "there is no event")
          }
          body(try tables.view(at: position, entry.value))
        }
        return true
      }
    }
  }
}
