internal import TarikhLog
public import TarikhModel

/// Reading that goes on behind damage. The rest of the library stops at it: nobody should take
/// half a log for the whole.
extension Timeline {
  /// At most `limit` events after `position` that are whole, oldest first; `damaged` is told each
  /// one that is left out.
  ///
  /// None means that this was the head, as far as it can be known.
  public func wholeEvents(
    after position: Position, limit: Int, damaged: (DamagedEvent) -> Void
  ) throws -> [Event] {
    if let events = try sound({ () throws(ReadError) in
      try log.events(after: position, limit: limit)
    }), isWithoutHole(events, after: position, limit: limit) {
      return events
    }
    var found: [Event] = []
    var next = position.rawValue
    let end = head ?? .max
    var misses = 0
    while found.count < limit, next < end, misses < Timeline.missLimit {
      next += 1
      if let event = wholeEvent(at: Position(rawValue: next), isThere: head != nil, damaged) {
        found.append(event)
        misses = 0
      } else if head == nil {
        misses += 1
      }
    }
    return found
  }

  /// At most `limit` events before `position` (`nil`: from the head) that are whole, newest first.
  public func wholeEvents(
    before position: Position?, limit: Int, damaged: (DamagedEvent) -> Void
  ) throws -> [Event] {
    if let events = try sound({ () throws(ReadError) in
      try log.events(before: position, limit: limit)
    }), isWithoutHole(events, before: position, limit: limit) {
      return events
    }
    guard let head else {
      // Without a head nobody knows where to begin.
      return try log.events(before: position, limit: limit)
    }
    var found: [Event] = []
    var next = min(position?.rawValue ?? .max, head + 1)
    while found.count < limit, next > 1 {
      next -= 1
      if let event = wholeEvent(at: Position(rawValue: next), isThere: true, damaged) {
        found.append(event)
      }
    }
    return found
  }

  /// At most `limit` events of `stream` between two revisions that are whole, oldest first.
  ///
  /// - Parameter revisions: from the first to the last that is wanted; the last may lie behind
  ///   the end of the stream.
  public func wholeEvents(
    in stream: StreamName, _ revisions: ClosedRange<Revision>,
    damaged: (DamagedEvent) -> Void
  ) throws -> [Event] {
    guard let last = try log.lastRevision(of: stream), last >= revisions.lowerBound else {
      return []
    }
    let first = revisions.lowerBound.rawValue
    let end = min(last, revisions.upperBound).rawValue
    let count = Int(clamping: end - first + 1)
    if let events = try sound({ () throws(ReadError) in
      try log.events(in: stream, from: revisions.lowerBound, limit: count)
    }), events.count == count {
      return events
    }
    return (first...end).compactMap { revision in
      let address = EventAddress(stream: stream, revision: Revision(rawValue: revision))
      return whole("\(address)", isThere: true, damaged) { () throws(ReadError) in
        try log.event(at: address)
      }
    }
  }

  /// So many positions without an event end a log whose head is not known.
  private static let missLimit = 1000

  private var head: UInt64? { try? log.head().position.rawValue }

  private func wholeEvent(
    at position: Position, isThere: Bool, _ damaged: (DamagedEvent) -> Void
  ) -> Event? {
    whole("position \(position.rawValue)", isThere: isThere, damaged) { () throws(ReadError) in
      try log.event(at: position)
    }
  }

  private func whole(
    _ place: String, isThere: Bool, _ damaged: (DamagedEvent) -> Void,
    _ read: () throws(ReadError) -> Event?
  ) -> Event? {
    do throws(ReadError) {
      if let event = try read() { return event }
      if isThere { damaged(DamagedEvent(place: place, reason: "there is no event")) }
    } catch {
      switch error {
      case .damaged(_, let reason): damaged(DamagedEvent(place: place, reason: reason))
      case .storage(let failure):
        damaged(DamagedEvent(place: place, reason: failure.description))
      }
    }
    return nil
  }

  /// What `read` gives; `nil` where the log is damaged.
  private func sound(_ read: () throws(ReadError) -> [Event]) throws -> [Event]? {
    do throws(ReadError) { return try read() } catch {
      switch error {
      case .damaged: return nil
      case .storage(let failure) where failure.kind == .damaged: return nil
      case .storage: throw error
      }
    }
  }

  /// Whether the events follow each other, and only the head ends them early.
  private func isWithoutHole(_ events: [Event], after position: Position, limit: Int) -> Bool {
    var next = position.rawValue
    for event in events {
      guard event.position.rawValue == next + 1 else { return false }
      next += 1
    }
    return events.count == limit || head.map { next >= $0 } ?? false
  }

  private func isWithoutHole(_ events: [Event], before position: Position?, limit: Int) -> Bool {
    guard let head else { return true }
    var next = min(position?.rawValue ?? .max, head + 1)
    for event in events {
      guard event.position.rawValue == next - 1 else { return false }
      next -= 1
    }
    return events.count == limit || next <= 1
  }
}
