package import Foundation
internal import LMDB
internal import Synchronization

/// Who may write to the files of a folder, among processes: two lock files beside them.
///
/// The holder of `write.lock` writes. Who wants it next holds `write.turn` while it waits, so
/// that a busy writer, which must take its turn again, cannot starve the others: two processes
/// alternate. Waiting is bounded; a stopped holder makes the others fail, not hang. LMDB's own
/// lock, which has no bound, is taken only by the holder.
package final class WriterLock: Sendable {
  private let path: String
  private let turnPath: String
  private let subject: String
  private let timeout: Duration
  private let state = Mutex(State())

  /// The two files, opened when they are first needed, and which of them is held.
  private struct State: ~Copyable {
    var turn: LockFile?
    var write: LockFile?
    var isHeld = false
  }

  private static let fileMode: UInt32 = 0o644

  /// - Parameter subject: what is written, for messages: "the log".
  package init(in folder: URL, of subject: String, timeout: Duration) {
    self.subject = subject
    path = folder.appending(path: "write.lock").path
    turnPath = folder.appending(path: "write.turn").path
    self.timeout = timeout
  }

  /// Takes the lock, unless it was kept; waits for its turn at most until the timeout.
  ///
  /// Locks out other processes only: callers see to it that one thread at a time has it.
  package func take() throws(StorageFailure) {
    guard state.withLock({ !$0.isHeld }) else { return }
    let deadline = ContinuousClock.now + timeout
    try wait(until: deadline) { () throws(LMDBError) in try takeTurn() }
    defer { giveUpTurn() }
    try wait(until: deadline) { () throws(LMDBError) in try takeWrite() }
  }

  /// Takes the lock where it is free and nobody waits for it; tells whether it is held now.
  package func takeIfFree() -> Bool {
    if state.withLock({ $0.isHeld }) { return true }
    // Who cannot even open the files learns why from ``take()``.
    guard (try? takeTurn()) == true else { return false }
    defer { giveUpTurn() }
    return (try? takeWrite()) == true
  }

  /// Gives the lock up, unless there is more to write and nobody else wants it.
  package func giveUp(keepingFor hasMore: () -> Bool) {
    if hasMore(), isUnwanted { return }
    state.withLock { state in
      state.write?.unlock()
      state.isHeld = false
    }
  }

  /// Whether no other process is waiting for its turn.
  private var isUnwanted: Bool {
    guard (try? takeTurn()) == true else { return false }
    giveUpTurn()
    return true
  }

  private func takeTurn() throws(LMDBError) -> Bool {
    try state.withLock { state throws(LMDBError) in
      try WriterLock.lock(&state.turn, at: turnPath, namingHolder: false)
    }
  }

  private func giveUpTurn() { state.withLock { $0.turn?.unlock() } }

  private func takeWrite() throws(LMDBError) -> Bool {
    try state.withLock { state throws(LMDBError) in
      state.isHeld = try WriterLock.lock(&state.write, at: path, namingHolder: true)
      return state.isHeld
    }
  }

  /// Takes the lock on the file, which is opened if it was not yet.
  private static func lock(
    _ file: inout LockFile?, at path: String, namingHolder: Bool
  ) throws(LMDBError) -> Bool {
    if file == nil { file = try LockFile(at: path, fileMode: fileMode) }
    return try file?.lock(namingHolder: namingHolder) ?? false
  }

  /// Tries again until the lock is got.
  private func wait(
    until deadline: ContinuousClock.Instant, _ takes: () throws(LMDBError) -> Bool
  ) throws(StorageFailure) {
    while true {
      do throws(LMDBError) { if try takes() { return } } catch {
        throw StorageFailure(error, doing: path)
      }
      guard ContinuousClock.now < deadline else { throw busy }
      Thread.sleep(forTimeInterval: 0.001)
    }
  }

  private var busy: StorageFailure {
    let holder = FileLock.holder(at: path).map { "process \($0)" } ?? "another process"
    return StorageFailure(
      kind: .busy,
      description: "\(holder) has been writing to \(subject) for over \(timeout); try again later")
  }
}
