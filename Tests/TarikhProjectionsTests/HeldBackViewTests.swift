import EDTF
import Foundation
import LMDB
import TarikhLog
import TarikhModel
import TarikhProjections
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct `Views that another process goes on reading` {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `are written until too much is held back, then the reader is named`() async throws {
    let log = MemoryEventLog(now: { RecordedTime(rawValue: 0) })
    let views = try openViews()
    let runner = ProjectionRunner(log: log, views: views)
    try runner.catchUp { _ in }
    async let child: Void = readAndStopInChild()
    let reader = try await stoppedProcess()
    defer { kill(reader, SIGCONT) }
    let failure = try await refusal(of: runner, on: log)
    #expect(failure.kind == .busy)
    #expect(failure.description.contains("the views"), "\(failure)")
    #expect(failure.description.contains("process \(reader)"), "\(failure)")
    #expect(try views.fileStatistics().readers.map(\.process) == [reader])
    let size = try views.fileStatistics().fileBytes
    #expect(throws: RunnerError.self) { try runner.catchUp { _ in } }
    #expect(try views.fileStatistics().fileBytes == size)
    kill(reader, SIGCONT)
    await child
    try runner.catchUp { _ in }
    #expect(try runner.statuses().allSatisfy { try $0.position == log.head().position })
  }

  private func openViews() throws -> ViewStore {
    var options = ViewStoreOptions(
      mapSize: 1 << 20, readerLimit: 16, isDurable: false, isReadOnly: false,
      busyTimeout: .seconds(5))
    options.heldBackLimit = 1 << 17
    return try ViewStore.open(at: folder.url, projections: Projections.builtIn, options: options)
  }

  private func refusal(
    of runner: ProjectionRunner, on log: MemoryEventLog
  ) async throws -> StorageFailure {
    let desk = try Making.stream("desk/main")
    for turn in 0..<3000 {
      let report = Making.level(Double(turn), on: try Making.when("2025-03-01"))
      let event = NewEvent(
        id: EventID(high: 0, low: UInt64(turn + 1)), payload: .reported(report))
      try await log.append([event], texts: [], to: desk, expecting: .any)
      do { try runner.catchUp { _ in } } catch RunnerError.view(_, .busy(let failure)) {
        return failure
      }
    }
    Issue.record("nothing was refused")
    throw CancellationError()
  }

  private func readAndStopInChild() async {
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      TestRunner.letGo()
      let environment = try Environment(
        at: path,
        options: .init(
          mapSize: 1 << 20, tableLimit: 1, readerLimit: 16, durability: .everyCommit,
          access: .readOnly, pageChecking: .whenCutShort, fileMode: 0o600), tables: [])
      try Data("\(getpid())".utf8).write(to: URL(filePath: path + "/reader"))
      try environment.read { _ throws(LMDBError) in
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
