internal import Foundation

/// Counts the open transactions of one environment, so that the map is resized only while there
/// are none, and so that one thread never holds two.
///
/// `mdb_env_set_mapsize` may be called only "if no transactions are active in this process";
/// "the library does not check for this condition" (lmdb.h).
final class TransactionGate: Sendable {
  private let condition = NSCondition()
  // Every access to these five is between `condition.lock()` and `condition.unlock()`.
  private nonisolated(unsafe) var openTransactions = 0
  private nonisolated(unsafe) var threads: Set<pthread_t> = []
  private nonisolated(unsafe) var isWriting = false
  private nonisolated(unsafe) var waitingResizes = 0
  private nonisolated(unsafe) var isResizing = false

  /// Marks this thread as the one that is in a transaction of this environment.
  ///
  /// - Precondition: it is not in one already. LMDB would deadlock on its writer lock, and a
  ///   resize that waits for the outer transaction would never let the inner one begin.
  func claimThread(for purpose: StaticString) {
    locked {
      let isFirst = unsafe threads.insert(pthread_self()).inserted
      precondition(isFirst, "\(purpose): this thread is in a transaction of this environment")
    }
  }

  func releaseThread() {
    locked { _ = unsafe threads.remove(pthread_self()) }
  }

  /// Waits until no other thread of this process writes.
  func beginWriting() {
    locked {
      while unsafe isWriting { condition.wait() }
      unsafe isWriting = true
    }
  }

  func endWriting() {
    locked {
      unsafe isWriting = false
      condition.broadcast()
    }
  }

  /// Runs `body`, which begins and ends one transaction, while the map stays as it is.
  func withTransaction<Result: ~Copyable, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    enter()
    defer { leave() }
    return try body()
  }

  /// Runs `body` while no transaction of this process is open.
  ///
  /// New transactions wait behind it, so that a stream of short ones can't hold it up for ever.
  func withoutTransactions<Failure: Error>(
    _ body: () throws(Failure) -> Void
  ) throws(Failure) {
    locked {
      unsafe waitingResizes += 1
      while unsafe (openTransactions > 0 || isResizing) { condition.wait() }
      unsafe waitingResizes -= 1
      unsafe isResizing = true
    }
    defer {
      locked {
        unsafe isResizing = false
        condition.broadcast()
      }
    }
    try body()
  }

  private func enter() {
    locked {
      while unsafe (waitingResizes > 0 || isResizing) { condition.wait() }
      unsafe openTransactions += 1
    }
  }

  private func leave() {
    locked {
      unsafe openTransactions -= 1
      if unsafe openTransactions == 0, unsafe waitingResizes > 0 { condition.broadcast() }
    }
  }

  private func locked(_ body: () -> Void) {
    condition.lock()
    defer { condition.unlock() }
    body()
  }
}
