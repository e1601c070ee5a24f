internal import Synchronization
public import TarikhModel

extension MemoryEventLog {
  public func head() throws(ReadError) -> LogHead { state.withLock { $0.head } }

  public func event(at position: Position) throws(ReadError) -> Event? {
    state.withLock { $0.event(at: position) }
  }

  public func event(at address: EventAddress) throws(ReadError) -> Event? {
    state.withLock { $0.event(at: address) }
  }

  public func events(after position: Position, limit: Int) throws(ReadError) -> [Event] {
    EventLogLimits.check(limit)
    return state.withLock { state in
      let passed = min(position.rawValue, UInt64(state.events.count))
      return Array(state.events[Int(passed)...].prefix(limit))
    }
  }

  public func events(before position: Position?, limit: Int) throws(ReadError) -> [Event] {
    EventLogLimits.check(limit)
    return state.withLock { state in
      let earlier = state.events.lazy.reversed().filter { event in
        position.map { event.position < $0 } ?? true
      }
      return Array(earlier.prefix(limit))
    }
  }

  public func events(
    in stream: StreamName, from revision: Revision, limit: Int
  ) throws(ReadError) -> [Event] {
    EventLogLimits.check(limit)
    return state.withLock { state in
      Array(state.events(in: stream).lazy.filter { $0.revision >= revision }.prefix(limit))
    }
  }

  public func events(
    in stream: StreamName, before revision: Revision?, limit: Int
  ) throws(ReadError) -> [Event] {
    EventLogLimits.check(limit)
    return state.withLock { state in
      let earlier = state.events(in: stream).reversed().lazy.filter { event in
        revision.map { event.revision < $0 } ?? true
      }
      return Array(earlier.prefix(limit))
    }
  }

  public func lastRevision(of stream: StreamName) throws(ReadError) -> Revision? {
    state.withLock { $0.events(in: stream).last?.revision }
  }

  public func streams(after name: StreamName?, limit: Int) throws(ReadError) -> [StreamHead] {
    EventLogLimits.check(limit)
    return state.withLock { state in
      let start = name.map { Array($0.rawValue.utf8) } ?? []
      let names = state.streams.keys.filter { start.lexicographicallyPrecedes($0) }
      let sorted = names.sorted { $0.lexicographicallyPrecedes($1) }.prefix(limit)
      return sorted.compactMap { state.event(at: state.streams[$0]?.last ?? .zero) }.map {
        StreamHead(name: $0.stream, last: $0.revision)
      }
    }
  }

  public func position(at instant: RecordedTime) throws(ReadError) -> Position {
    state.withLock { $0.events.last { $0.recorded <= instant }?.position ?? .zero }
  }

  public func text(for digest: Digest) throws(ReadError) -> String? {
    state.withLock { $0.texts[digest] }
  }
}

extension EventLogLimits {
  /// Traps unless something is asked for.
  static func check(_ limit: Int) {
    precondition(limit > 0, "a read of \(limit) events asks for none: pass a limit of at least 1")
  }
}
