internal import Foundation
internal import LMDB
internal import Synchronization
internal import TarikhModel

/// The one thread that writes to the log.
///
/// A thread of its own, because LMDB's write transactions belong to threads and a commit waits
/// for the disk, which would hold up a thread of the task pool. While it waits, appends queue up;
/// the next commit takes all of them, so that many share one sync (group commit).
final class LogWriter: Sendable {
  private struct State {
    var jobs: [LogJob] = []
    var isClosed = false
    var isFinished = false
    /// Let go when the thread ends, so that the environment closes with the log.
    var committer: LogCommitter?
  }

  private let state: Mutex<State>
  /// Signals changes of `state`; always taken before it.
  private let condition = NSCondition()

  /// A writer whose thread is waiting for work.
  init(_ committer: LogCommitter) {
    state = Mutex(State(committer: committer))
    let thread = Thread { [self] in run() }
    thread.name = "tarikh log writer"
    thread.start()
  }

  /// Queues the job; its answer comes after its commit, or at once if the writer is closed.
  func submit(_ job: LogJob) {
    let isAccepted = changing { state in
      if !state.isClosed { state.jobs.append(job) }
      return !state.isClosed
    }
    if !isAccepted {
      job.fail(StorageFailure(kind: .system, description: "the log is closed"))
    }
  }

  /// Writes what is queued, then ends the thread; returns when it has ended.
  func close() {
    changing { $0.isClosed = true }
    condition.lock()
    defer { condition.unlock() }
    while !state.withLock({ $0.isFinished }) { condition.wait() }
  }

  private func run() {
    while commitNext() {}
    changing { $0.committer = nil }
    changing { $0.isFinished = true }
  }

  /// Waits for jobs and commits them; `false` when there will be no more.
  private func commitNext() -> Bool {
    let (jobs, committer) = next()
    guard let committer, !jobs.isEmpty else { return false }
    committer.commit(jobs) { self.state.withLock { !$0.jobs.isEmpty } }
    return true
  }

  private func next() -> ([LogJob], LogCommitter?) {
    condition.lock()
    defer { condition.unlock() }
    while true {
      let (jobs, committer, isClosed) = state.withLock { state in
        (LogJob.takeBatch(from: &state.jobs), state.committer, state.isClosed)
      }
      if !jobs.isEmpty || isClosed { return (jobs, committer) }
      condition.wait()
    }
  }

  private func changing<Result>(_ change: (inout sending State) -> sending Result) -> Result {
    condition.lock()
    defer {
      condition.broadcast()
      condition.unlock()
    }
    return state.withLock(change)
  }
}
