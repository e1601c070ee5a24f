import Foundation
import LMDB
import TarikhLog
import TarikhModel
import TestSupport
import Testing

/// A log of layout 1, as release 0.1.0 wrote it.
@Suite struct `A log of an earlier layout` {
  let folder: TemporaryFolder
  private let store = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/Stores/1/log/data.mdb")

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.copyItem(at: store, to: folder.url.appending(path: "data.mdb"))
  }

  private func records(_ names: [String]) throws -> [[UInt8]] {
    let environment = try Environment(
      at: folder.path, options: .tables(access: .readOnly), tables: names)
    return try environment.read { transaction throws(LMDBError) in
      var found: [[UInt8]] = []
      var cursor = try transaction.cursor(over: environment.table("events"))
      while let entry = try cursor.next() { found.append(entry.value.copied) }
      return found
    }
  }

  @Test(arguments: [true, false])
  func `is raised when it is opened, and no record changes`(isReadOnly: Bool) throws {
    let before = try records(["events", "streams", "revisions", "ids"])
    do {
      let log = try LMDBEventLog.open(at: folder.url, options: .test(isReadOnly: isReadOnly))
      try log.expectSound()
      #expect(try log.head().position.rawValue == UInt64(before.count))
      var read = 0
      var name: StreamName?
      while let stream = try log.streams(after: name, limit: 1).first {
        let events = try log.events(in: stream.name, from: .zero, limit: .max)
        #expect(events.map(\.revision.rawValue) == Array(0...stream.last.rawValue))
        read += events.count
        name = stream.name
      }
      #expect(read == before.count && !before.isEmpty)
    }
    #expect(try records(["events", "chunks"]) == before)
  }

  @Test func `takes retries of what it had, and further events`() async throws {
    let log = try LMDBEventLog.open(at: folder.url, options: .test())
    let first = try #require(try log.event(at: 1))
    let known = NewEvent(id: first.id, payload: first.payload)
    let texts = try #require(try text(of: first, in: log))
    let again = try await log.append(
      [known], texts: [texts], to: first.stream, expecting: .noStream)
    #expect(again.wasAlreadyStored && again.position == 1)
    try await log.append(events("new"), to: first.stream.rawValue)
    try log.expectSound()
  }

  @Test func `gives its events to a new log with the hashes that they had`() async throws {
    let old = try LMDBEventLog.open(at: folder.url, options: .test())
    let events = try old.all()
    let texts = try events.compactMap { try text(of: $0, in: old) }
    let target = try TemporaryFolder()
    let new = try LMDBEventLog.open(at: target.url, options: .test())
    #expect(try await new.restore(events, texts: texts) == old.head())
    try new.expectSound()
    #expect(try new.all() == events)
  }

  private func text(of event: Event, in log: any EventLog) throws -> ArticleText? {
    guard case .articleReceived(let article) = event.payload else { return nil }
    return try log.text(for: article.text).map { ArticleText(digest: article.text, text: $0) }
  }
}
