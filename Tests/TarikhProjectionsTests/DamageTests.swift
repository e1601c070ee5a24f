import EDTF
import Foundation
import LMDB
import TarikhLog
import TarikhModel
import TarikhProjections
import TestSupport
import Testing

/// A small history whose file of views is broken one byte at a time, while it is open.
private struct BreakableWorld {
  let folder: TemporaryFolder
  let log: MemoryEventLog
  let views: ViewStore

  init() async throws {
    folder = try TemporaryFolder()
    log = MemoryEventLog(now: { RecordedTime(rawValue: 0) })
    views = try World.views(in: folder)
    let stream = try Making.stream("article/a")
    let desk = try Making.stream("desk/main")
    let when = try Making.when("2025-03-09", relative: .day(offset: -1))
    let payloads: [(EventPayload, StreamName)] = [
      (try Making.article(stream, published: "2025-03-10", outlet: "o"), stream),
      (.reported(Making.level(2500, on: when, speaker: "person:a")), stream),
      (.reported(Making.level(700, on: try Making.when("2025-03-01"), in: "place:syria")), desk),
      (.articleRedated(try Making.publication("2025-03-11"), note: Making.note), stream),
    ]
    for (number, (payload, stream)) in payloads.enumerated() {
      var texts: [ArticleText] = []
      if case .articleReceived(let article) = payload {
        texts = [ArticleText(digest: article.text, text: stream.rawValue)]
      }
      let event = NewEvent(id: EventID(high: 0, low: UInt64(number + 1)), payload: payload)
      try await log.append([event], texts: texts, to: stream, expecting: .any)
    }
    try runner.catchUp { _ in }
  }

  var runner: ProjectionRunner { ProjectionRunner(log: log, views: views) }
  var file: URL { folder.url.appending(path: "data.mdb") }

  /// Everything that can be asked.
  func answers() throws -> [String] {
    let engine = QueryEngine(log: log, views: views)
    let asOf = AsOf(
      valid: Making.day("2025-03-20"), knownAt: .head, publishedBy: nil, accordingTo: nil)
    let us = EntityID(rawValue: "actor:us")
    return [
      "\(try engine.state(AsOfQuery(asOf: asOf, subject: nil, attribute: nil, policy: .ontology)))",
      "\(try engine.state(AsOfQuery(asOf: asOf, subject: us, attribute: nil, policy: .ontology)))",
      "\(try engine.history(HistoryQuery(asOf: asOf, subject: us, attribute: "troop-level")))",
      "\(try engine.timeline(TimelineQuery(asOf: asOf, from: nil, to: nil, kind: nil, subject: nil)))",
      "\(try engine.articles(asOf))",
      "\(try engine.ignored())",
    ]
  }

  func bytes() throws -> Data { try Data(contentsOf: file) }

  func write(_ byte: UInt8, at place: Int) throws {
    let handle = try FileHandle(forWritingTo: file)
    defer { try? handle.close() }
    try handle.seek(toOffset: UInt64(place))
    try handle.write(contentsOf: [byte])
  }
}

@Suite struct `Damaged views` {
  private static let pageSize = 4_096

  /// The places of keys and values in the leaf pages that hold them.
  ///
  /// Page header: 16 bytes, flags at 10 (2 is a leaf), the end of the node places at 12. A node:
  /// four bytes of the value's length, two of flags (1 and 2: not a row), two of the key's length.
  private func places(_ data: Data) -> [Int] {
    func number(_ place: Int) -> Int { Int(data[place]) | Int(data[place + 1]) << 8 }
    var places: [Int] = []
    for page in stride(from: 2 * Self.pageSize, to: data.count, by: Self.pageSize)
    where number(page + 10) == 2 {
      for pointer in stride(from: page + 16, to: page + number(page + 12), by: 2) {
        let node = page + number(pointer)
        guard number(node + 4) == 0 else { continue }
        places += (node + 8)..<(node + 8 + number(node + 6) + number(node))
      }
    }
    return places
  }

  @Test func `answer as before or not at all, whichever byte of a row is flipped`() async throws {
    let world = try await BreakableWorld()
    let answers = try world.answers()
    #expect(try world.runner.damagedViews() == [])
    let data = try world.bytes()
    var (refused, found) = (0, 0)
    for place in places(data) {
      try world.write(data[place] ^ (1 << UInt8(place % 8)), at: place)
      do { #expect(try world.answers() == answers, "byte \(place)") } catch let error as QueryError
      {
        switch error {
        case .damagedView: refused += 1
        default: Issue.record("byte \(place): \(error)")
        }
      }
      if try !world.runner.damagedViews().isEmpty { found += 1 }
      try world.write(data[place], at: place)
    }
    #expect(refused > 500)
    #expect(found >= refused)
    #expect(try world.answers() == answers)
  }

  @Test func `are built anew by a replay from scratch`() async throws {
    let world = try await BreakableWorld()
    let answers = try world.answers()
    let data = try world.bytes()
    let row = try #require(data.range(of: Data("troop-level".utf8)))
    try world.write(data[row.lowerBound] ^ 1, at: row.lowerBound)
    #expect(try world.runner.damagedViews().map(\.projection) == ["state"])
    try world.runner.replay(nil, fromScratch: true) { _ in }
    #expect(try world.runner.damagedViews() == [])
    #expect(try world.answers() == answers)
  }

  @Test(arguments: [("state", "timeline"), ("timeline", "state"), ("articles", "state")])
  func `a row of another view is not believed`(from: String, to: String) async throws {
    let folder: TemporaryFolder
    do {
      let world = try await BreakableWorld()
      folder = world.folder
      #expect(try world.runner.damagedViews() == [])
    }
    do {
      let names = ["\(from).0", "\(to).0"]
      let environment = try Environment(
        at: folder.path,
        options: Environment.Options(
          mapSize: 1 << 24, tableLimit: 32, readerLimit: 8, durability: .unsafeNoSync,
          access: .readWrite, pageChecking: .everyPage, fileMode: 0o600),
        tables: names)
      try environment.write { transaction throws(LMDBError) in
        var (key, value): ([UInt8], [UInt8]) = ([], [])
        do {
          var cursor = try transaction.cursor(over: environment.table(names[0]))
          guard let entry = try cursor.next() else { throw .notFound }
          (key, value) = (entry.key.copied, entry.value.copied)
        }
        try transaction.put(
          value.span.bytes, forKey: key.span.bytes, in: environment.table(names[1]), .replacing)
      }
    }
    let log = MemoryEventLog(now: { RecordedTime(rawValue: 0) })
    let runner = ProjectionRunner(log: log, views: try World.views(in: folder))
    #expect(try runner.damagedViews().map(\.projection) == [to])
  }
}
