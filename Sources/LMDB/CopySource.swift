internal import CLMDB
internal import Foundation
internal import Synchronization

/// The bytes of a copy as LMDB gives them, through a pipe.
///
/// A pipe, because a copy into a file can't be stopped and its progress can't be seen, and
/// because a failed write says what the device said.
final class CopySource: Sendable {
  let descriptor: CInt
  private let isClosed = Mutex(false)
  private let thread: CopyThread

  init(of environment: Environment) throws(LMDBError) {
    var ends: [CInt] = [-1, -1]
    // Fills the two that it is lent.
    guard unsafe pipe(&ends) == 0 else { throw LMDBError(rawValue: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    descriptor = ends[0]
    thread = CopyThread(of: environment, into: ends[1])
    thread.start()
  }

  /// Waits for LMDB and throws what it met.
  func finish() throws(LMDBError) {
    close()
    if let error = thread.join() { throw error }
  }

  private func close() {
    let wasClosed = isClosed.withLock { isClosed in
      defer { isClosed = true }
      return isClosed
    }
    if !wasClosed { Foundation.close(descriptor) }
  }

  deinit {
    // LMDB meets a broken pipe and stops; its transaction must end before the environment may.
    close()
    _ = thread.join()
  }
}

/// The thread on which LMDB writes a copy.
private final class CopyThread: Sendable {
  /// Given up before the end is told, so that whoever waits for it may close the environment.
  private let environment: Mutex<Environment?>
  private let descriptor: CInt
  private let condition = NSCondition()
  /// Changed only while `condition` is held.
  private let outcome = Mutex<LMDBError??>(nil)

  init(of environment: Environment, into descriptor: CInt) {
    self.environment = Mutex(environment)
    self.descriptor = descriptor
  }

  func start() {
    let thread = Thread { [self] in run() }
    thread.name = "lmdb copy"
    thread.start()
  }

  /// Waits for the end; gives the error, if there was one.
  func join() -> LMDBError? {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let outcome = outcome.withLock({ $0 }) { return outcome }
      condition.wait()
    }
  }

  private func run() {
    blockBrokenPipe()
    let failure = copy()
    close(descriptor)
    condition.lock()
    outcome.withLock { $0 = .some(failure) }
    condition.broadcast()
    condition.unlock()
  }

  /// The failure of the copy, if there was one; no reference to the environment is left after it.
  private func copy() -> LMDBError? {
    let environment = environment.withLock { $0.take() }
    do throws(LMDBError) {
      try environment?.copyCompacted(into: descriptor)
      return nil
    } catch { return error }
  }

  /// A reader that goes away is an error of this write, not the end of the process.
  private func blockBrokenPipe() {
    var signals = sigset_t()
    // All three only use the set, during the calls.
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
  }
}
