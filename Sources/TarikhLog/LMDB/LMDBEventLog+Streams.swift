internal import LMDB
public import TarikhModel

extension LMDBEventLog {
  public func event(at address: EventAddress) throws(ReadError) -> Event? {
    try reading { transaction throws(LogFailure) -> Event? in
      guard let position = try tables.position(of: address, in: transaction) else {
        if let last = try tables.lastRevision(of: address.stream, in: transaction),
          address.revision <= last
        {
          throw .missing(address.revision, of: address.stream)
        }
        return nil
      }
      return try event(at: position, as: address, in: transaction)
    }
  }

  public func events(
    in stream: StreamName, from revision: Revision, limit: Int
  ) throws(ReadError) -> [Event] {
    EventLogLimits.check(limit)
    return try reading { transaction throws(LogFailure) in
      var found: [Event] = []
      try tables.forEachChunk(of: stream, from: revision, in: transaction) {
        (chunk) throws(LogFailure) in
        for (place, position) in chunk.positions.enumerated() {
          let own = Revision(rawValue: chunk.first.rawValue + UInt64(place))
          guard own >= revision else { continue }
          let address = EventAddress(stream: stream, revision: own)
          found.append(try event(at: position, as: address, in: transaction))
          if found.count == limit { return false }
        }
        return true
      }
      return found
    }
  }

  public func events(
    in stream: StreamName, before revision: Revision?, limit: Int
  ) throws(ReadError) -> [Event] {
    EventLogLimits.check(limit)
    return try reading { transaction throws(LogFailure) in
      var found: [Event] = []
      guard let last = try tables.lastRevision(of: stream, in: transaction) else { return [] }
      var end = min(revision?.rawValue ?? .max, last.rawValue + 1)
      while end > 0 {
        let before = Revision(rawValue: end - 1)
        guard let chunk = try tables.chunk(of: stream, upTo: before, in: transaction),
          chunk.last >= before
        else { throw .missing(before, of: stream) }
        for own in (chunk.first.rawValue..<end).reversed() {
          let address = EventAddress(stream: stream, revision: Revision(rawValue: own))
          guard let position = chunk.position(of: address.revision) else { continue }
          found.append(try event(at: position, as: address, in: transaction))
          if found.count == limit { return found }
        }
        end = chunk.first.rawValue
      }
      return found
    }
  }

  public func lastRevision(of stream: StreamName) throws(ReadError) -> Revision? {
    try reading { transaction throws(LogFailure) -> Revision? in
      try tables.lastRevision(of: stream, in: transaction)
    }
  }

  public func streams(after name: StreamName?, limit: Int) throws(ReadError) -> [StreamHead] {
    EventLogLimits.check(limit)
    return try reading { transaction throws(LogFailure) in
      var start = name.map { StreamChunkKey.behind($0.rawValue.utf8) } ?? []
      var found: [StreamHead] = []
      var cursor = try transaction.walk(over: tables.chunks)
      while found.count < limit, let entry = try cursor.move(atOrAfter: start.span.bytes) {
        try tables.checkPage(of: entry, under: &cursor)
        guard !start.span.bytes.isGreater(than: entry.key) else {
          throw .damaged(place: "index of streams", reason: "it is out of order")
        }
        let key = try tables.chunkKey(entry.key)
        found.append(try streamHead(key, in: transaction))
        start = StreamChunkKey.behind(key.name)
      }
      if name == nil, found.count < limit {
        let count = try tables.head(in: transaction).streams
        guard UInt64(found.count) == count else {
          throw .damaged(
            place: "index of streams", reason: "it has \(found.count) streams of \(count)")
        }
      }
      return found
    }
  }

  private func streamHead(
    _ key: StreamChunkKey, in transaction: borrowing ReadTransaction
  ) throws(LogFailure) -> StreamHead {
    guard let text = String(validating: key.name, as: UTF8.self),
      let name = try? StreamName(text)
    else {
      throw .damaged(
        place: "index of streams", reason: "\(key.name.count) bytes are not a stream's name")
    }
    guard key.first == .zero, let last = try tables.lastRevision(of: name, in: transaction) else {
      throw .missing(.zero, of: name)
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

extension LogFailure {
  fileprivate static func missing(_ revision: Revision, of stream: StreamName) -> LogFailure {
    .damaged(
      place: "stream \(stream)", reason: "revision \(revision) is missing from its index")
  }
}
