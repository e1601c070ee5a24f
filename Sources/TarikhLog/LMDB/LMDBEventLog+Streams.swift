internal import LMDB
public import TarikhModel

extension LMDBEventLog {
  public func event(at address: EventAddress) throws(ReadError) -> Event? {
    try reading { transaction throws(LogFailure) -> Event? in
      guard let number = try tables.number(of: address.stream, in: transaction),
        let position = try tables.position(
          ofStream: number, revision: address.revision, in: transaction)
      else { return nil }
      return try event(at: position, as: address, in: transaction)
    }
  }

  public func events(
    in stream: StreamName, from revision: Revision, limit: Int
  ) throws(ReadError) -> [Event] {
    EventLogLimits.check(limit)
    return try reading { transaction throws(LogFailure) in
      guard let number = try tables.number(of: stream, in: transaction) else { return [] }
      var found: [Event] = []
      var cursor = try transaction.walk(over: tables.revisions)
      var entry = try cursor.move(atOrAfter: BigEndianKey([number, revision.rawValue]).bytes)
      while let here = entry {
        let key = try tables.pair(here.key, place: "stream \(stream)")
        guard key[0] == number else { break }
        let address = EventAddress(stream: stream, revision: Revision(rawValue: key[1]))
        let position = try tables.number(here.value, place: "\(address)")
        found.append(try event(at: position, as: address, in: transaction))
        guard found.count < limit else { break }
        entry = try cursor.forward()
      }
      return found
    }
  }

  public func events(
    in stream: StreamName, before revision: Revision?, limit: Int
  ) throws(ReadError) -> [Event] {
    EventLogLimits.check(limit)
    return try reading { transaction throws(LogFailure) in
      guard revision != .zero, let number = try tables.number(of: stream, in: transaction) else {
        return []
      }
      var found: [Event] = []
      var cursor = try transaction.walk(over: tables.revisions)
      let end = revision.map { $0.rawValue - 1 } ?? .max
      var entry = try cursor.move(atOrBefore: BigEndianKey([number, end]).bytes)
      while let here = entry {
        let key = try tables.pair(here.key, place: "stream \(stream)")
        guard key[0] == number else { break }
        let address = EventAddress(stream: stream, revision: Revision(rawValue: key[1]))
        let position = try tables.number(here.value, place: "\(address)")
        found.append(try event(at: position, as: address, in: transaction))
        guard found.count < limit else { break }
        entry = try cursor.backward()
      }
      return found
    }
  }

  public func lastRevision(of stream: StreamName) throws(ReadError) -> Revision? {
    try reading { transaction throws(LogFailure) -> Revision? in
      guard let number = try tables.number(of: stream, in: transaction) else { return nil }
      return try tables.lastRevision(ofStream: number, in: transaction)
    }
  }

  public func streams(after name: StreamName?, limit: Int) throws(ReadError) -> [StreamHead] {
    EventLogLimits.check(limit)
    return try reading { transaction throws(LogFailure) in
      let start = name.map { Array($0.rawValue.utf8) } ?? []
      var found: [StreamHead] = []
      var cursor = try transaction.walk(over: tables.streams)
      var entry = try cursor.move(atOrAfter: start.span.bytes)
      while let here = entry, found.count < limit {
        if !here.key.isEqual(to: start.span.bytes) {
          found.append(try streamHead(here.key, here.value, in: transaction))
        }
        entry = try cursor.forward()
      }
      return found
    }
  }

  private func streamHead(
    _ key: RawSpan, _ value: RawSpan, in transaction: borrowing ReadTransaction
  ) throws(LogFailure) -> StreamHead {
    guard let text = key.text(), let name = try? StreamName(text) else {
      throw .damaged(place: "streams", reason: "\(key.byteCount) bytes are not a stream's name")
    }
    let number = try tables.number(value, place: "stream \(name)")
    guard let last = try tables.lastRevision(ofStream: number, in: transaction) else {
      throw .damaged(place: "stream \(name)", reason: "it has no events")
    }
    return StreamHead(name: name, last: last)
  }

  /// The event at `position`, which the index says is the one at `address`.
  private func event(
    at position: UInt64, as address: EventAddress, in transaction: borrowing ReadTransaction
  ) throws(LogFailure) -> Event {
    let event = try tables.event(at: position, in: transaction)
    guard event.revision == address.revision,
      event.stream.rawValue.utf8.elementsEqual(address.stream.rawValue.utf8)
    else {
      throw .damaged(place: "\(address)", reason: "the index leads to \(event.address)")
    }
    return event
  }
}
