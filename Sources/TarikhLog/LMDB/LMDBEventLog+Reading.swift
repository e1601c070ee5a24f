internal import LMDB
public import TarikhModel

extension LMDBEventLog {
  public func head() throws(ReadError) -> LogHead {
    try reading { transaction throws(LogFailure) in
      let head = try tables.head(in: transaction)
      try tables.check(try tables.lastPosition(in: transaction), isNext: head.position)
      let recorded =
        head.position == 0 ? nil : try tables.recorded(at: head.position, in: transaction)
      return LogHead(
        position: Position(rawValue: head.position), recorded: recorded, root: head.tree.root)
    }
  }

  public func event(at position: Position) throws(ReadError) -> Event? {
    try reading { transaction throws(LogFailure) -> Event? in
      let key = BigEndianKey([position.rawValue])
      guard let bytes = try transaction.bytes(under: key.bytes, in: tables.events) else {
        if position > .zero {
          try tables.checkEnd(before: position.rawValue, in: transaction)
        }
        return nil
      }
      return try tables.event(at: position.rawValue, bytes)
    }
  }

  public func events(after position: Position, limit: Int) throws(ReadError) -> [Event] {
    EventLogLimits.check(limit)
    return try reading { transaction throws(LogFailure) in
      guard position.rawValue < .max else { return [] }
      var found: [Event] = []
      var next = position.rawValue + 1
      var cursor = try transaction.walk(over: tables.events)
      var entry = try cursor.move(atOrAfter: BigEndianKey([next]).bytes)
      while let here = entry {
        try tables.check(try tables.number(here.key, place: "events"), isNext: next)
        found.append(try tables.event(at: next, here.value))
        next += 1
        guard found.count < limit else { return found }
        entry = try cursor.forward()
      }
      try tables.checkEnd(before: next, in: transaction)
      return found
    }
  }

  public func events(before position: Position?, limit: Int) throws(ReadError) -> [Event] {
    EventLogLimits.check(limit)
    return try reading { transaction throws(LogFailure) in
      guard position != .zero else { return [] }
      var found: [Event] = []
      let head = try tables.head(in: transaction).position
      var next = min(position.map { $0.rawValue - 1 } ?? .max, head)
      var cursor = try transaction.walk(over: tables.events)
      var entry = try cursor.move(atOrBefore: BigEndianKey([next]).bytes)
      while next > 0, found.count < limit {
        guard let here = entry else {
          try tables.checkEnd(before: next, in: transaction)
          return found
        }
        try tables.check(try tables.number(here.key, place: "events"), isNext: next)
        found.append(try tables.event(at: next, here.value))
        next -= 1
        entry = try cursor.backward()
      }
      return found
    }
  }

  public func position(at instant: RecordedTime) throws(ReadError) -> Position {
    try reading { transaction throws(LogFailure) in
      // Recorded times never decrease: count the events up to `instant` by halving.
      var within: UInt64 = 0
      var beyond = try tables.head(in: transaction).position + 1
      while beyond - within > 1 {
        let middle = within + (beyond - within) / 2
        if try tables.recorded(at: middle, in: transaction) <= instant {
          within = middle
        } else {
          beyond = middle
        }
      }
      return Position(rawValue: within)
    }
  }

  public func text(for digest: Digest) throws(ReadError) -> String? {
    try reading { transaction throws(LogFailure) -> String? in
      guard let bytes = try transaction.bytes(under: digest.key.bytes, in: tables.texts) else {
        try tables.checkAbsence(
          of: digest.key.bytes, from: tables.texts, place: "text \(digest)", in: transaction)
        return nil
      }
      guard Digest.sha256(of: bytes) == digest, let text = bytes.text() else {
        throw .damaged(place: "text \(digest)", reason: "the text has another digest")
      }
      return text
    }
  }

  /// Runs `body` on one snapshot.
  func reading<Result>(
    _ body: (borrowing ReadTransaction) throws(LogFailure) -> Result
  ) throws(ReadError) -> Result {
    do throws(LogFailure) { return try environment.read(body) } catch { throw error.reading }
  }
}
