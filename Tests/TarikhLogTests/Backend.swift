import Foundation
import TarikhLog
import TarikhModel
import TestSupport
import Testing

/// The logs that keep the one contract.
enum Backend: CaseIterable, CustomTestStringConvertible, Sendable {
  case memory
  case lmdb

  var testDescription: String { self == .memory ? "in memory" : "on LMDB" }

  /// Runs `body` with an empty log, and asks afterwards whether the log is sound.
  func withLog(
    eventByteLimit: Int = 1 << 20, _ body: (any EventLog, TestClock) async throws -> Void
  ) async throws {
    let clock = TestClock()
    switch self {
    case .memory:
      let log = MemoryEventLog(now: clock.now, eventByteLimit: eventByteLimit)
      try await body(log, clock)
      try log.expectSound()
    case .lmdb:
      let folder = try TemporaryFolder()
      let log = try LMDBEventLog.open(
        at: folder.url, options: .test(clock, eventByteLimit: eventByteLimit))
      try await body(log, clock)
      try log.expectSound()
    }
  }
}

extension LMDBEventLogOptions {
  /// A small map, so that it grows in tests; not synced, since tests do not cut the power.
  static func test(
    _ clock: TestClock = TestClock(), eventByteLimit: Int = 1 << 20, isReadOnly: Bool = false,
    busyTimeout: Duration = .seconds(5), durability: Durability = .unsafeNoSync
  ) -> LMDBEventLogOptions {
    LMDBEventLogOptions(
      mapSize: 1 << 16, readerLimit: 32, durability: durability, pageChecking: .everyPage,
      isReadOnly: isReadOnly, busyTimeout: busyTimeout, eventByteLimit: eventByteLimit,
      followInterval: .milliseconds(20), now: clock.now)
  }
}

/// What a test finds wrong with a log.
struct UnsoundLog: Error { var findings: [Verification.Finding] }

extension EventLog {
  /// Throws unless `verify` finds nothing.
  func expectSound() throws {
    let verification = try verify { _, _ in }
    guard verification.findings.isEmpty else {
      throw UnsoundLog(findings: verification.findings)
    }
  }

  /// An append whose text and expectation do not matter.
  @discardableResult
  func append(_ events: [NewEvent], to name: String) async throws -> AppendReceipt {
    try await append(events, texts: [], to: stream(name), expecting: .any)
  }

  /// Every event, oldest first.
  func all() throws -> [Event] { try events(after: .zero, limit: .max) }
}
