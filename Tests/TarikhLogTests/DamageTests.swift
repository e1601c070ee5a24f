import Foundation
import LMDB
import TarikhLog
import TarikhModel
import TestSupport
import Testing

/// A byte that changed is found, or changes nothing.
@Suite struct `Damaged bytes` {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private let tables = ["events", "chunks", "texts", "tree", "meta"]

  /// A log with all sorts of entries, and what it answers.
  private func fill() async throws -> [Event] {
    let log = try LMDBEventLog.open(at: folder.url, options: .test())
    for name in ["article/1", "article/2"] {
      try await log.append(
        [received(name), event("a"), event("b", value: "قيمة")], texts: [text(name)],
        to: stream(name), expecting: .any)
    }
    try await log.append([redaction(of: address("article/1", 1))], to: "desk/main")
    try await log.append((0..<256).map { event("\($0)") }, to: "long")
    try log.expectSound()
    return try log.all()
  }

  private func environment() throws -> Environment {
    try Environment(at: folder.path, options: .tables(access: .readWrite), tables: tables)
  }

  /// Replaces a byte of the value (or, by another entry, of the key) of an entry.
  private func flip(
    _ table: String, entry: Int, inKey: Bool, byte: Int, bits: UInt8
  ) throws -> String {
    let environment = try environment()
    let table = environment.table(table)
    return try environment.write { transaction throws(LMDBError) in
      var (key, value): ([UInt8], [UInt8]) = ([], [])
      do {
        var cursor = try transaction.cursor(over: table)
        for _ in 0...entry {
          guard let found = try cursor.next() else { return "nothing" }
          (key, value) = (found.key.copied, found.value.copied)
        }
      }
      try transaction.delete(key: key.span.bytes, in: table)
      let place = byte % (inKey ? key.count : value.count)
      if inKey { key[place] ^= bits } else { value[place] ^= bits }
      try transaction.put(value.span.bytes, forKey: key.span.bytes, in: table, .replacing)
      return "\(table.name) entry \(entry) \(inKey ? "key" : "value") byte \(place) bits \(bits)"
    }
  }

  private func entryCounts() throws -> [(String, Int)] {
    let environment = try environment()
    return try tables.map { name in
      let table = environment.table(name)
      let count = try environment.read { transaction throws(LMDBError) in
        try transaction.statistics(of: table).entries
      }
      return (name, count)
    }
  }

  @Test(arguments: [1, 2].map { UInt64($0) })
  func `anywhere in any table are found by verify`(seed: UInt64) async throws {
    _ = try await fill()
    let original = try Data(contentsOf: folder.url.appending(path: "data.mdb"))
    var random = SplitMix64(seed: seed)
    let counts = try entryCounts()
    for (table, count) in counts {
      for _ in 0..<10 {
        let place = try flip(
          table, entry: Int.random(in: 0..<count, using: &random),
          inKey: Bool.random(using: &random), byte: Int.random(in: 0..<10_000, using: &random),
          bits: UInt8.random(in: 1...255, using: &random))
        try expectFound("seed \(seed): \(place)")
        try original.write(to: folder.url.appending(path: "data.mdb"))
      }
    }
    try LMDBEventLog.open(at: folder.url, options: .test()).expectSound()
  }

  /// Opening refuses the log, or verify has a finding.
  private func expectFound(_ place: String) throws {
    do {
      let log = try LMDBEventLog.open(at: folder.url, options: .test())
      let verification = try log.verify { _, _ in }
      #expect(!verification.findings.isEmpty, "\(place) was not found")
    } catch let failure as StorageFailure {
      #expect(failure.kind == .damaged, "\(place): \(failure)")
    }
  }

  @Test(arguments: [3, 4].map { UInt64($0) })
  func `of records are errors of whatever reads them`(seed: UInt64) async throws {
    let events = try await fill()
    let original = try Data(contentsOf: folder.url.appending(path: "data.mdb"))
    var random = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let index = Int.random(in: 0..<events.count, using: &random)
      let place = try flip(
        "events", entry: index, inKey: false, byte: Int.random(in: 0..<10_000, using: &random),
        bits: UInt8.random(in: 1...255, using: &random))
      let event = events[index]
      let damage = Comment(rawValue: "seed \(seed): \(place)")
      let log = try LMDBEventLog.open(at: folder.url, options: .test())
      expectDamage(at: event.position, damage) { _ = try log.event(at: event.position) }
      expectDamage(at: event.position, damage) { _ = try log.event(at: event.address) }
      expectDamage(at: event.position, damage) { _ = try log.all() }
      expectDamage(at: event.position, damage) {
        _ = try log.events(in: event.stream, from: event.revision, limit: 1)
      }
      // The others are still read.
      for other in events where other.position != event.position {
        #expect(try log.event(at: other.position) == other)
      }
      try original.write(to: folder.url.appending(path: "data.mdb"))
    }
  }

  @Test func `of the first stream's name are errors, not the answer that it is not there`()
    async throws
  {
    _ = try await fill()
    let file = folder.url.appending(path: "data.mdb")
    var data = try Data(contentsOf: file)
    // The key of its index: the name, a zero byte and the first revision.
    let key = Data("article/1".utf8) + Data(count: 9)
    var start = data.startIndex
    while let place = data.range(of: key, in: start..<data.endIndex) {
      data[place.lowerBound + 1] = 0x8A
      start = place.upperBound
    }
    #expect(start > data.startIndex)
    try data.write(to: file)
    var options = LMDBEventLogOptions.test()
    options.pageChecking = .whenCutShort
    let log = try LMDBEventLog.open(at: folder.url, options: options)
    #expect(throws: ReadError.self) { _ = try log.lastRevision(of: stream("article/1")) }
    #expect(throws: ReadError.self) {
      _ = try log.events(in: stream("article/1"), from: .zero, limit: 10)
    }
  }

  private func expectDamage(
    at position: Position, _ comment: Comment, _ read: () throws -> Void
  ) {
    let error = #expect(throws: ReadError.self, comment) { try read() }
    guard case .damaged(let place, _) = error else {
      Issue.record("\(comment): \(error as Any)")
      return
    }
    #expect(place == "position \(position)", comment)
  }

  @Test func `of the last record stop appending, not reading`() async throws {
    let events = try await fill()
    _ = try flip("events", entry: events.count - 1, inKey: false, byte: 150, bits: 1)
    let log = try LMDBEventLog.open(at: folder.url, options: .test())
    let error = await #expect(throws: AppendError.self) {
      try await log.append([event("more")], to: "s")
    }
    guard case .storage(let failure) = error else {
      Issue.record("\(error as Any)")
      return
    }
    #expect(failure.kind == .damaged)
    #expect(failure.description.contains("position \(events.count)"))
    #expect(try log.events(after: .zero, limit: 5) == Array(events.prefix(5)))
  }

  @Test func `of a text are an error of its reading`() async throws {
    _ = try await fill()
    _ = try flip("texts", entry: 0, inKey: false, byte: 1, bits: 4)
    let log = try LMDBEventLog.open(at: folder.url, options: .test())
    let digests = ["article/1", "article/2"].map { Digest.sha256(of: $0) }
    let failed = digests.filter { digest in
      guard case .damaged(let place, _) = damage({ _ = try log.text(for: digest) }) else {
        return false
      }
      return place == "text \(digest)"
    }
    #expect(failed.count == 1)
  }

  private func damage(_ read: () throws -> Void) -> ReadError? {
    do { try read() } catch { return error as? ReadError }
    return nil
  }
}
