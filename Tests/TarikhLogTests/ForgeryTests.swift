import Foundation
import LMDB
import TarikhLog
import TarikhModel
import TestSupport
import Testing

/// Changes by somebody who knows the format: every checksum and hash of a record is right.
@Suite struct `A forged history` {
  let folder: TemporaryFolder
  private let names = ["events", "chunks", "texts", "tree", "meta"]

  init() throws { folder = try TemporaryFolder() }

  /// Fills a log, lets `forge` change its tables, and gives what verify finds.
  private func findings(
    _ forge: ([Event], Environment) throws -> Void
  ) async throws -> [Verification.Finding] {
    let events: [Event]
    do {
      let log = try LMDBEventLog.open(at: folder.url, options: .test())
      try await log.append(
        [received("نص"), event("a"), event("b")], texts: [text("نص")], to: stream("article/1"),
        expecting: .any)
      try await log.append((0..<300).map { event("\($0)") }, to: "other")
      try log.expectSound()
      events = try log.all()
    }
    do {
      try forge(
        events,
        try Environment(at: folder.path, options: .tables(access: .readWrite), tables: names))
    }
    let log = try LMDBEventLog.open(at: folder.url, options: .test())
    return try log.verify { _, _ in }.findings
  }

  private func put(
    _ value: [UInt8], under key: [UInt8], in table: String, of environment: Environment
  ) throws {
    try environment.write { transaction throws(LMDBError) in
      try transaction.put(
        value.span.bytes, forKey: key.span.bytes, in: environment.table(table), .replacing)
    }
  }

  private func delete(_ key: [UInt8], from table: String, of environment: Environment) throws {
    try environment.write { transaction throws(LMDBError) in
      let wasThere = try transaction.delete(key: key.span.bytes, in: environment.table(table))
      #expect(wasThere)
    }
  }

  private func key(_ numbers: UInt64...) -> [UInt8] {
    numbers.flatMap { BigEndianKey([$0]).bytes.copied }
  }

  private func record(_ event: Event, payload: EventPayload, id: EventID? = nil) throws -> [UInt8] {
    try EventRecord.encode(
      NewEvent(id: id ?? event.id, payload: payload), position: event.position,
      stream: event.stream, revision: event.revision, recorded: event.recorded
    ).bytes
  }

  @Test func `with another body shows in the root`() async throws {
    let findings = try await findings { events, environment in
      let forged = try record(events[1], payload: .fact(fact("forged")))
      try put(forged, under: key(2), in: "events", of: environment)
    }
    #expect(findings.map(\.place) == ["head", "subtree 8/0"])
  }

  @Test func `with another id shows in the index too`() async throws {
    let findings = try await findings { events, environment in
      let forged = try record(events[300], payload: events[300].payload, id: id("forged"))
      try put(forged, under: key(301), in: "events", of: environment)
    }
    #expect(findings.map(\.place) == ["stream other", "head"])
  }

  @Test func `without its last event shows everywhere`() async throws {
    let findings = try await findings { _, environment in
      try delete(key(303), from: "events", of: environment)
    }
    #expect(findings.map(\.place) == ["index of streams", "head"])
  }

  @Test func `with an event erased and no redaction is found`() async throws {
    let findings = try await findings { events, environment in
      let record = try record(events[1], payload: events[1].payload)
      try put(
        try EventRecord.erasing(record.span.bytes), under: key(2), in: "events", of: environment)
    }
    #expect(findings.map(\.place) == ["position 2"])
  }

  @Test func `without a text is found`() async throws {
    let findings = try await findings { _, environment in
      try delete(Digest.sha256(of: "نص").bytes, from: "texts", of: environment)
    }
    #expect(findings.map(\.place) == ["position 1"])
  }

  @Test func `with an index that leads elsewhere is found`() async throws {
    let findings = try await findings { events, environment in
      let key = StreamChunkKey(stream("article/1"), .zero)
      var chunk = StreamChunk(from: .zero)
      for (event, position) in zip(events, [1, 3, 4] as [UInt64]) {
        chunk.append(event.id, at: position)
      }
      try put(chunk.encoded(under: key), under: key.bytes, in: "chunks", of: environment)
    }
    #expect(findings.map(\.place) == ["stream article/1", "stream article/1"])
  }

  @Test func `with more in the index than there is in the log is found`() async throws {
    let findings = try await findings { events, environment in
      let key = StreamChunkKey(stream("phantom"), .zero)
      var chunk = StreamChunk(from: .zero)
      chunk.append(events[0].id, at: 1)
      try put(chunk.encoded(under: key), under: key.bytes, in: "chunks", of: environment)
    }
    #expect(findings.map(\.place) == ["stream phantom", "index of streams", "head"])
  }

  @Test func `with a stretch of a stream missing from the index is found`() async throws {
    let findings = try await findings { _, environment in
      try delete(StreamChunkKey(stream("other"), 128).bytes, from: "chunks", of: environment)
    }
    #expect(findings.map(\.place) == ["stream other", "index of streams"])
  }

  @Test func `with a damaged record names it and what stands on it, not more`() async throws {
    let findings = try await findings { events, environment in
      var bytes = try record(events[1], payload: events[1].payload)
      bytes[100] ^= 1
      try put(bytes, under: key(2), in: "events", of: environment)
    }
    #expect(findings.map(\.place) == ["position 2", "head", "subtree 8/0"])
  }
}
