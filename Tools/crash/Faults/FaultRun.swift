import Foundation
import Tarikh

/// Appends to a log on a disk that fails, and looks at what the log says and still does.
struct FaultRun: Sendable {
  let folder: ScenarioFolder
  let fault: DiskFault
  /// Where orders to the library go.
  let control: NoteFile
  let controlPath: String

  static let base = Scenario.append.base
  /// Large enough that the map has to grow.
  static let plan = (2..<4).flatMap { turn in
    ["article/0", "desk/1"].map {
      PlannedAppend(stream: $0, turn: turn, count: 2, valueBytes: turn == 3 ? 12_000 : 500)
    }
  }

  /// Lets the call number `number` fail; tells whether there was such a call.
  ///
  /// Throws a ``Finding`` where the log does not do what it promises.
  func run(_ number: Int) async throws -> Bool {
    _ = try control.order(fault.order(number), at: controlPath)
    var log: LMDBEventLog
    do throws(StorageFailure) {
      log = try open()
    } catch {
      try expectNamed(error)
      _ = try control.order("!heal", at: controlPath)
      do throws(StorageFailure) { log = try open() } catch {
        throw Finding("opening fails also when the disk is well again: \(error)")
      }
      try await check(log, done: [:])
      return true
    }
    var done: [String: Notes.Place?] = [:]
    for append in Self.plan {
      do throws(AppendError) {
        let receipt = try await self.append(append, to: log)
        done.updateValue(
          Notes.Place(
            revision: receipt.revisions?.lowerBound.rawValue ?? 0,
            position: receipt.position.rawValue), forKey: append.key)
      } catch {
        guard case .storage(let failure) = error else { throw Finding("\(error)") }
        try expectNamed(failure)
        try readable(log, done)
        return try await heal(log, append, done)
      }
    }
    let fired = try control.order("!heal", at: controlPath)
    try await check(log, done: done)
    return fired > 0
  }

  private func open() throws(StorageFailure) -> LMDBEventLog {
    try LMDBEventLog.open(at: folder.log, options: folder.options(.growth))
  }

  private func append(
    _ append: PlannedAppend, to log: any EventLog
  ) async throws(AppendError) -> AppendReceipt {
    let name: StreamName
    let events: [NewEvent]
    do {
      name = try append.name
      events = try append.events
    } catch { preconditionFailure("\(error)") }
    return try await log.append(events, texts: append.texts, to: name, expecting: .any)
  }

  /// The disk is well again: the append that failed works, in the same process.
  private func heal(
    _ log: LMDBEventLog, _ append: PlannedAppend, _ done: [String: Notes.Place?]
  ) async throws -> Bool {
    _ = try control.order("!heal", at: controlPath)
    do throws(AppendError) { _ = try await self.append(append, to: log) } catch {
      throw Finding("the append fails also when the disk is well again: \(error)")
    }
    try await check(log, done: done)
    return true
  }

  /// Whether the error is of the kind that the disk's is.
  private func expectNamed(_ failure: StorageFailure) throws {
    let kind: StorageFailure.Kind =
      switch fault.code {
      case ENOSPC, EDQUOT: .full
      case EROFS: .readOnly
      default: .system
      }
    // A write that was cut short says nothing; that the disk is full, only the disk itself does.
    if fault.how == "short", failure.kind == .system { return }
    guard failure.kind == kind else {
      throw Finding("the failure is named \(failure.kind) (\(failure.description))")
    }
  }

  private func readable(_ log: any EventLog, _ done: [String: Notes.Place?]) throws {
    do { try check(done, began: true).contents(of: log, isComplete: false) } catch {
      throw error is Finding ? error : Finding("the log cannot be read: \(error)")
    }
  }

  private func check(_ log: any EventLog, done: [String: Notes.Place?]) async throws {
    try await check(done, began: true).run(on: log)
  }

  private func check(_ done: [String: Notes.Place?], began: Bool) -> LogCheck {
    var notes = Notes(began: Set(Self.plan.map(\.key)), done: done)
    notes.add(done: Self.base)
    return LogCheck(appends: Self.base + Self.plan, notes: notes)
  }
}
