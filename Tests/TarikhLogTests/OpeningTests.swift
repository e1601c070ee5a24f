import Foundation
import TarikhLog
import TarikhModel
import TestSupport
import Testing

@Suite struct `Opening a log` {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func failure(_ url: URL, _ options: LMDBEventLogOptions = .test()) -> StorageFailure? {
    do throws(StorageFailure) { _ = try LMDBEventLog.open(at: url, options: options) } catch {
      return error
    }
    return nil
  }

  @Test func `makes its folder, and finds everything again`() async throws {
    let url = folder.url.appending(path: "deep/log")
    let events: [Event]
    let head: LogHead
    do {
      let log = try LMDBEventLog.open(at: url, options: .test())
      try await log.append(
        [received("نص"), event("a")], texts: [text("نص")], to: stream("article/1"),
        expecting: .any)
      (events, head) = (try log.all(), try log.head())
    }
    for isReadOnly in [false, true] {
      let log = try LMDBEventLog.open(at: url, options: .test(isReadOnly: isReadOnly))
      #expect(try log.all() == events)
      #expect(try log.head() == head)
      #expect(try log.text(for: .sha256(of: "نص")) == "نص")
    }
  }

  @Test func `twice in one process is busy until the first has gone`() throws {
    do {
      let log = try LMDBEventLog.open(at: folder.url, options: .test())
      #expect(failure(folder.url)?.kind == .busy)
      _ = try log.head()
    }
    #expect(failure(folder.url) == nil)
  }

  @Test func `many times over leaves nothing open`() async throws {
    for turn in 0..<50 {
      let log = try LMDBEventLog.open(at: folder.url, options: .test())
      try await log.append([event("\(turn)")], to: "s")
    }
    let log = try LMDBEventLog.open(at: folder.url, options: .test())
    #expect(try log.head().position == 50)
  }

  @Test func `read-only makes nothing and takes nothing`() async throws {
    let missing = folder.url.appending(path: "none")
    #expect(failure(missing, .test(isReadOnly: true))?.kind == .missing)
    #expect(!FileManager.default.fileExists(atPath: missing.path))
    do { _ = try LMDBEventLog.open(at: folder.url, options: .test()) }
    let log = try LMDBEventLog.open(at: folder.url, options: .test(isReadOnly: true))
    let error = await #expect(throws: AppendError.self) {
      try await log.append(events("a"), to: "s")
    }
    guard case .storage(let failure) = error else {
      Issue.record("\(error as Any)")
      return
    }
    #expect(failure.kind == .readOnly)
  }

  @Test func `what is not a log is damaged, with its path`() throws {
    let file = folder.url.appending(path: "data.mdb")
    try Data(repeating: 7, count: 1 << 16).write(to: file)
    let failure = failure(folder.url)
    #expect(failure?.kind == .damaged)
    #expect(failure?.description.contains(folder.path) == true)
  }

  @Test func `a file in place of the folder is an error`() throws {
    let file = folder.url.appending(path: "file")
    try Data().write(to: file)
    #expect(failure(file) != nil)
  }

  @Test func `after close takes no appends and still reads`() async throws {
    let log = try LMDBEventLog.open(at: folder.url, options: .test())
    try await log.append(events("a"), to: "s")
    log.close()
    await #expect(throws: AppendError.self) { try await log.append(events("b"), to: "s") }
    #expect(try log.head().position == 1)
    log.close()
  }
}
