import Foundation
import TarikhLog
import TarikhModel
import TestSupport
import Testing

/// What somebody does who can rewrite the whole log, with every hash, index and root made anew:
/// such a log is sound in itself, and only a head that was published before gives it away.
enum Rewriting: CaseIterable, CustomTestStringConvertible {
  case changed, dropped, reordered, inserted, forked, cutOff, redated, renamed, moved, givenOtherIDs

  var testDescription: String { "\(self)" }

  /// The events as they are rewritten; the head was published at the last.
  func events(_ events: [Event]) -> [Event] {
    var events = events
    switch self {
    case .changed: events[4] = changed(events[4], payload: .fact(fact("forged")))
    case .dropped: events.remove(at: 4)
    case .reordered: events.swapAt(4, 5)
    case .inserted: events.insert(changed(events[4], id: id("forged")), at: 5)
    case .forked:
      for place in 15..<events.count {
        events[place] = changed(
          events[place], id: id("fork \(place)"), payload: .fact(fact("fork \(place)")))
      }
    case .cutOff: events.removeLast(3)
    case .redated:
      for place in 5..<events.count {
        let later = RecordedTime(rawValue: events[place].recorded.rawValue + 1)
        events[place] = changed(events[place], recorded: later)
      }
    case .renamed: events = events.map { changed($0, stream: stream("\($0.stream)x")) }
    case .moved: events[4] = changed(events[4], stream: stream("elsewhere"))
    case .givenOtherIDs: events[4] = changed(events[4], id: id("other"))
    }
    return Self.relinked(events)
  }

  /// The same events with positions and revisions without gaps, times in order, and their hashes.
  static func relinked(_ events: [Event]) -> [Event] {
    var revisions: [StreamName: UInt64] = [:]
    var last = RecordedTime(rawValue: .min)
    return events.enumerated().map { index, event in
      let revision = revisions[event.stream, default: 0]
      revisions[event.stream] = revision + 1
      last = max(last, event.recorded)
      let position = Position(rawValue: UInt64(index) + 1)
      let record = try? EventRecord.encode(
        NewEvent(id: event.id, payload: event.payload), position: position, stream: event.stream,
        revision: Revision(rawValue: revision), recorded: last)
      return Event(
        position: position, stream: event.stream, revision: Revision(rawValue: revision),
        recorded: last, id: event.id, hash: record?.hash ?? event.hash, payload: event.payload)
    }
  }

  private func changed(
    _ event: Event, stream: StreamName? = nil, recorded: RecordedTime? = nil, id: EventID? = nil,
    payload: EventPayload? = nil
  ) -> Event {
    Event(
      position: event.position, stream: stream ?? event.stream, revision: event.revision,
      recorded: recorded ?? event.recorded, id: id ?? event.id, hash: event.hash,
      payload: payload ?? event.payload)
  }
}

@Suite struct `A rewritten history` {
  /// A log of twenty events in three streams.
  private func fill(_ log: any EventLog) async throws {
    for batch in 0..<5 {
      for name in ["a", "b"] {
        try await log.append(events("\(batch)", "\(batch) more"), to: name)
      }
    }
  }

  @Test(arguments: Backend.allCases, Rewriting.allCases)
  func `is given away by a head that was published, however sound it is in itself`(
    _ backend: Backend, _ rewriting: Rewriting
  ) async throws {
    try await backend.withLog { original, _ in
      try await fill(original)
      let published = try original.head().tree
      let early = try #require(try original.treeHead(at: 3))
      let forged = rewriting.events(try original.all())
      try await backend.withLog { log, _ in
        try await log.restore(forged, texts: [])
        try await log.append(events("later"), to: "a")
        let found = try log.verify(against: [early, published]) { _, _ in }
        #expect(found.findings == [])
        #expect(found.heads[0].outcome == .holds || rewriting == .renamed)
        #expect(found.heads[1].outcome != .holds)
        #expect(try log.treeHead(at: published.position) != published)
        // No proof that it can give leads from the one to the other.
        let head = try log.head().tree
        for old in 0...head.position.rawValue {
          for new in old...head.position.rawValue {
            let proof = try log.consistencyProof(
              from: Position(rawValue: old), to: Position(rawValue: new))
            #expect(proof?.proves(head.root, goesOnFrom: published.root) != true)
          }
        }
      }
      guard rewriting != .cutOff else { return }
      await #expect(throws: RestoreError.self) { try await original.restore(forged, texts: []) }
      #expect(try original.head().tree == published)
    }
  }

  @Test(arguments: Backend.allCases)
  func `that goes on from a published head is no forgery`(_ backend: Backend) async throws {
    try await backend.withLog { log, _ in
      try await fill(log)
      let published = try log.head().tree
      try await log.append(events("later"), to: "a")
      let found = try log.verify(against: [published, .empty]) { _, _ in }
      #expect(found.heads.map(\.outcome) == [.holds, .holds])
      let beyond = TreeHead(position: 1000, root: published.root)
      let wrongStart = TreeHead(position: .zero, root: published.root)
      let wrong = try log.verify(against: [beyond, wrongStart]) { _, _ in }
      #expect(
        wrong.heads.map(\.outcome) == [.beyond(end: 21), .differs(root: TreeHead.empty.root)])
    }
  }
}
