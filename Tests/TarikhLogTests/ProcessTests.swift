import Foundation
import TarikhLog
import TarikhModel
import TestSupport
import Testing

/// Several processes with one log; the others are children of the test.
@Suite(.timeLimit(.minutes(5))) struct `Two processes` {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `append in turns, without gaps and without failing`() async throws {
    let log = try LMDBEventLog.open(at: folder.url, options: .test())
    async let child: Void = appendManyInChild()
    try await appendMany("parent", to: log)
    await child
    let events = try log.all()
    #expect(events.map(\.position.rawValue) == Array(1...600))
    for name in ["child", "parent"] {
      let own = try log.events(in: stream(name), from: 0, limit: .max)
      #expect(own.map(\.id) == (0..<300).map { id("\(name) \($0)") })
    }
    try log.expectSound()
  }

  @Test func `a stopped holder makes the other fail as busy instead of waiting`()
    async throws
  {
    let log = try LMDBEventLog.open(
      at: folder.url, options: .test(busyTimeout: .milliseconds(200)))
    try await log.append(events("before"), to: "s")
    async let child: Void = appendAndStopInChild(ending: .success)
    let holder = try await stoppedProcess(from: folder.path + "/write.lock")
    defer { kill(holder, SIGCONT) }
    let error = await #expect(throws: AppendError.self) {
      try await log.append(events("refused"), to: "s")
    }
    guard case .storage(let failure) = error else {
      Issue.record("\(error as Any)")
      return
    }
    #expect(failure.kind == .busy)
    #expect(failure.description.contains("process \(holder)"))
    // Reading does not wait for anybody.
    #expect(try log.head().position == 1)
    kill(holder, SIGCONT)
    await child
    #expect(try log.head().position == 2)
    try await log.append(events("after"), to: "s")
    try log.expectSound()
  }

  @Test func `opening waits for a holder no longer than it is told`() async throws {
    do { _ = try LMDBEventLog.open(at: folder.url, options: .test()) }
    async let child: Void = appendAndStopInChild(ending: .signal(SIGKILL))
    let holder = try await stoppedProcess(from: folder.path + "/write.lock")
    let failure = #expect(throws: StorageFailure.self) {
      _ = try LMDBEventLog.open(
        at: folder.url, options: .test(busyTimeout: .milliseconds(100)))
    }
    #expect(failure?.kind == .busy)
    // Reading needs no lock.
    #expect(
      try LMDBEventLog.open(at: folder.url, options: .test(isReadOnly: true)).all() == [])
    kill(holder, SIGKILL)
    await child
    let log = try LMDBEventLog.open(at: folder.url, options: .test())
    #expect(try log.head().position == .zero)
    try log.expectSound()
  }

  @Test(arguments: [3, 40, 150, 400])
  func `an acknowledged event survives SIGKILL, and the log is sound`(
    milliseconds: Int
  ) async throws {
    let acknowledged = folder.path + "/acknowledged"
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [
        path = folder.path as String, acknowledged = acknowledged as String,
        milliseconds = milliseconds as Int
      ] in
      Thread.detachNewThread {
        Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
        kill(getpid(), SIGKILL)
      }
      try await appendUntilKilled(at: path, noting: acknowledged)
    }
    let log = try LMDBEventLog.open(at: folder.url, options: .test())
    try log.expectSound()
    let head = try log.head().position.rawValue
    let noted = (try? Data(contentsOf: URL(filePath: acknowledged)))?.count ?? 0
    #expect(head >= UInt64(noted) * 3)
    // Batches of three are there whole or not at all.
    #expect(head.isMultiple(of: 3))
    try await log.append(events("afterwards"), to: "s")
    try log.expectSound()
  }

  private func appendManyInChild() async {
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      try await appendMany("child", at: path)
    }
  }

  /// A child that stops in the middle of an append, and goes on when it is told.
  private func appendAndStopInChild(ending condition: ExitTest.Condition) async {
    await #expect(processExitsWith: condition) { [path = folder.path as String] in
      TestRunner.letGo()
      // The clock is read while the lock is held: there the child stops.
      let clock = TestClock()
      var options = LMDBEventLogOptions.test(clock)
      options.now = {
        kill(getpid(), SIGSTOP)
        // The signal stops this thread a moment later.
        Thread.sleep(forTimeInterval: 0.3)
        return clock.now()
      }
      let log = try LMDBEventLog.open(at: URL(filePath: path), options: options)
      try await log.append(events("from a stopped child"), to: "s")
    }
  }

  /// The process that stopped after it wrote its number into the lock file at `path`.
  private func stoppedProcess(from path: String) async throws -> Int32 {
    for _ in 0..<2000 {
      let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      if let process = Int32(text.filter(\.isNumber)), process != getpid(),
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

func appendMany(_ name: String, at path: String) async throws {
  let log = try LMDBEventLog.open(at: URL(filePath: path), options: .test())
  try await appendMany(name, to: log)
}

func appendMany(_ name: String, to log: LMDBEventLog) async throws {
  for turn in 0..<300 { try await log.append([event("\(name) \(turn)")], to: name) }
}

/// Appends batches of three without end; a byte in the file at `notes` for each that was
/// acknowledged.
func appendUntilKilled(at path: String, noting notes: String) async throws {
  let log = try LMDBEventLog.open(
    at: URL(filePath: path), options: .test(durability: .everyCommit))
  let file = open(notes, O_WRONLY | O_CREAT | O_APPEND, 0o600)
  try await withThrowingTaskGroup { group in
    for writer in 0..<4 {
      group.addTask {
        for turn in 0... {
          try await log.append((0..<3).map { event("\(turn) \($0)") }, to: "s\(writer)")
          write(file, "x", 1)
        }
      }
    }
    try await group.waitForAll()
  }
}
