import Foundation
import TarikhLog
import TarikhModel
import TestSupport
import Testing

/// Other processes that stop, or die, in the middle of a read.
@Suite(.timeLimit(.minutes(5))) struct `A forgotten reader` {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `is named, and makes appends fail as busy before the file has grown by much`()
    async throws
  {
    let log = try openLog()
    try await log.append(events("first"), to: "s")
    async let child: Void = readAndStopInChild(ending: .success)
    let reader = try await stoppedProcess()
    defer { kill(reader, SIGCONT) }
    let (appended, failure) = try await appendUntilRefused(log)
    #expect(failure.kind == .busy)
    #expect(failure.description.contains("process \(reader)"), "\(failure)")
    #expect(failure.description.contains("kill -CONT \(reader)"), "\(failure)")
    let statistics = try log.fileStatistics()
    let oldest = try #require(statistics.readers.first)
    #expect(oldest.process == reader)
    #expect(oldest.program != nil)
    #expect(oldest.behind >= UInt64(appended))
    #expect(oldest.heldBackBytes > UInt64(Self.limit))
    #expect(statistics.fileBytes < 4 * UInt64(Self.limit))
    // Every further one is refused too, and reading goes on.
    for _ in 0..<5 {
      await #expect(throws: AppendError.self) { try await log.append(events("no"), to: "s") }
    }
    #expect(try log.head().position.rawValue == UInt64(appended) + 1)
    #expect(try log.fileStatistics().fileBytes == statistics.fileBytes)

    kill(reader, SIGCONT)
    await child
    for turn in 0..<300 { try await log.append(events("after \(turn)"), to: "s") }
    // What was held back is used again.
    #expect(try log.fileStatistics().fileBytes < 5 * UInt64(Self.limit))
    #expect(try log.fileStatistics().readers == [])
    try log.expectSound()
  }

  @Test func `that died is cleared, and the file does not grow`() async throws {
    let log = try openLog()
    try await log.append(events("first"), to: "s")
    async let child: Void = readAndStopInChild(ending: .signal(SIGKILL))
    let reader = try await stoppedProcess()
    kill(reader, SIGKILL)
    await child
    for turn in 0..<400 { try await log.append(events("\(turn)"), to: "s") }
    let statistics = try log.fileStatistics()
    #expect(statistics.readers == [])
    #expect(statistics.fileBytes < 3 * UInt64(Self.limit), "\(statistics)")
  }

  @Test func `that is shown by looking is cleared by looking, when it died`() async throws {
    let log = try openLog()
    try await log.append(events("first"), to: "s")
    async let child: Void = readAndStopInChild(ending: .signal(SIGKILL))
    let reader = try await stoppedProcess()
    #expect(try log.fileStatistics().readers.map(\.process) == [reader])
    kill(reader, SIGKILL)
    await child
    #expect(try log.fileStatistics().clearedReaders == 1)
    #expect(try log.fileStatistics().clearedReaders == 0)
  }

  private static let limit = 1 << 18

  private func openLog() throws -> LMDBEventLog {
    var options = LMDBEventLogOptions.test()
    options.heldBackLimit = Self.limit
    return try LMDBEventLog.open(at: folder.url, options: options)
  }

  /// How many appends were taken until one was refused, and why it was.
  private func appendUntilRefused(
    _ log: LMDBEventLog
  ) async throws -> (Int, StorageFailure) {
    for turn in 0..<5000 {
      do {
        try await log.append(events("\(turn)"), to: "s")
      } catch AppendError.storage(let failure) {
        return (turn, failure)
      }
    }
    Issue.record("nothing was refused")
    throw CancellationError()
  }

  /// A child that stops in the middle of a scan, and goes on when it is told.
  private func readAndStopInChild(ending condition: ExitTest.Condition) async {
    await #expect(processExitsWith: condition) { [path = folder.path as String] in
      TestRunner.letGo()
      let log = try LMDBEventLog.open(at: URL(filePath: path), options: .test(isReadOnly: true))
      _ = try log.scan(after: .zero, limit: 1) { _ in
        try Data("\(getpid())".utf8).write(to: URL(filePath: path + "/reader"))
        kill(getpid(), SIGSTOP)
        // The signal stops this thread a moment later.
        Thread.sleep(forTimeInterval: 0.3)
      }
    }
  }

  /// The process that stopped after it wrote its number down.
  private func stoppedProcess() async throws -> Int32 {
    for _ in 0..<2000 {
      let text = (try? String(contentsOfFile: folder.path + "/reader", encoding: .utf8)) ?? ""
      if let process = Int32(text),
        let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
        status.contains(") T ")
      {
        return process
      }
      try await Task.sleep(for: .milliseconds(10))
    }
    throw CancellationError()
  }
}
