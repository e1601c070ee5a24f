import Tarikh

/// What a crash must have left of a log to which appends were made.
struct LogCheck {
  /// All appends that may be in the log, each stream's in order.
  let appends: [PlannedAppend]
  let notes: Notes

  /// Throws what is wrong; then appends all of it again, and one append more.
  func run(on log: any EventLog, isComplete: Bool = false) async throws {
    try contents(of: log, isComplete: isComplete)
    try sound(log)
    try await retry(log)
    try contents(of: log, isComplete: true)
    let after = PlannedAppend(stream: "desk/after", turn: 0)
    let head = try log.head().position
    let receipt = try await log.append(
      after.events, texts: [], to: after.name, expecting: .noStream)
    guard receipt.position.rawValue == head.rawValue + UInt64(after.count) else {
      throw Finding("the next append went to \(receipt.position) after head \(head)")
    }
    try sound(log)
  }

  /// Whether each stream holds whole appends, in order, with all that were acknowledged.
  func contents(of log: any EventLog, isComplete: Bool) throws {
    let events = try log.events(after: .zero, limit: .max)
    for (index, event) in events.enumerated() where event.position.rawValue != UInt64(index + 1) {
      throw Finding("event \(index + 1) is at position \(event.position)")
    }
    guard try log.head().position.rawValue == UInt64(events.count) else {
      throw Finding("the head is \(try log.head().position), but there are \(events.count) events")
    }
    let streams = Dictionary(grouping: events, by: \.stream.rawValue)
    let planned = Dictionary(grouping: appends, by: \.stream)
    for stream in streams.keys where planned[stream] == nil {
      throw Finding("stream \(stream) was never appended to")
    }
    for (stream, appends) in planned {
      try check(streams[stream] ?? [], of: stream, against: appends, isComplete)
    }
  }

  private func check(
    _ events: [Event], of stream: String, against appends: [PlannedAppend], _ isComplete: Bool
  ) throws {
    for (index, event) in events.enumerated() where event.revision.rawValue != UInt64(index) {
      throw Finding("\(stream): event \(index) has revision \(event.revision)")
    }
    var rest = events[...]
    var redacted: Set<UInt64> = []
    for append in appends {
      let wanted = try append.events
      let found = rest.prefix(wanted.count)
      if found.isEmpty {
        guard notes.done[append.key] == nil, !isComplete else {
          throw Finding("\(append.key) was acknowledged and is not there")
        }
        continue
      }
      guard notes.began.contains(append.key) || isComplete else {
        throw Finding("\(append.key) is there and had not begun")
      }
      guard found.map(\.id) == wanted.map(\.id) else {
        throw Finding("\(append.key) is torn, or something else is in its place")
      }
      if let place = notes.done[append.key], let place {
        guard found.first?.revision.rawValue == place.revision,
          found.last?.position.rawValue == place.position
        else { throw Finding("\(append.key) is not where its receipt says") }
      }
      if let target = append.redacts { redacted.insert(target) }
      rest = rest.dropFirst(wanted.count)
    }
    guard rest.isEmpty else { throw Finding("\(stream): \(rest.count) events too many") }
    try payloads(of: events, appends, redacted)
  }

  private func payloads(
    of events: [Event], _ appends: [PlannedAppend], _ redacted: Set<UInt64>
  ) throws {
    for (event, wanted) in zip(events, try appends.flatMap { try $0.events }) {
      if redacted.contains(event.revision.rawValue) {
        guard case .erased = event.payload else {
          throw Finding("\(event.address) is redacted and still has its body")
        }
      } else if event.payload != wanted.payload {
        throw Finding("\(event.address) has another payload than the one that was appended")
      }
    }
  }

  private func retry(_ log: any EventLog) async throws {
    for append in appends {
      let last = try log.lastRevision(of: append.name)
      let receipt: AppendReceipt
      do {
        receipt = try await log.append(
          append.events, texts: append.texts, to: append.name, expecting: .any)
      } catch { throw Finding("the retry of \(append.key) fails: \(error)") }
      if notes.done[append.key] != nil, !receipt.wasAlreadyStored {
        throw Finding("\(append.key) was acknowledged, and its retry stored it again")
      }
      let now = try log.lastRevision(of: append.name)
      if receipt.wasAlreadyStored, now != last {
        throw Finding("\(append.key) was stored already, and yet its stream has grown")
      }
    }
  }

  func sound(_ log: any EventLog) throws {
    let verification = try log.verify { _, _ in }
    if let finding = verification.findings.first {
      throw Finding("verify: \(finding.place): \(finding.reason)")
    }
  }
}

/// A broken promise.
struct Finding: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}
