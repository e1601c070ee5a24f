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
  private let held = Mutex<FileLock?>(nil)

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
    guard held.withLock({ $0 == nil }) else { return }
    let deadline = ContinuousClock.now + timeout
    let turn = try acquire(turnPath, until: deadline)
    var lock: FileLock? = try acquire(path, until: deadline)
    held.withLock { $0 = lock.take() }
    _ = consume turn
  }

  /// Takes the lock where it is free and nobody waits for it; tells whether it is held now.
  package func takeIfFree() -> Bool {
    if held.withLock({ $0 != nil }) { return true }
    // Who cannot even open the files learns why from ``take()``.
    guard let turn = try? FileLock.acquire(at: turnPath, fileMode: WriterLock.fileMode),
      let free = try? FileLock.acquire(at: path, fileMode: WriterLock.fileMode)
    else { return false }
    var lock: FileLock? = consume free
    held.withLock { $0 = lock.take() }
    _ = consume turn
    return true
  }

  /// Gives the lock up, unless there is more to write and nobody else wants it.
  package func giveUp(keepingFor hasMore: () -> Bool) {
    if hasMore(), isUnwanted { return }
    held.withLock { $0 = nil }
  }

  /// Whether no other process is waiting for its turn.
  private var isUnwanted: Bool {
    (try? FileLock.acquire(at: turnPath, fileMode: WriterLock.fileMode)) != nil
  }

  private func acquire(
    _ path: String, until deadline: ContinuousClock.Instant
  ) throws(StorageFailure) -> FileLock {
    while true {
      do throws(LMDBError) {
        if let lock = try FileLock.acquire(at: path, fileMode: WriterLock.fileMode) { return lock }
      } catch {
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
