internal import Foundation
internal import LMDB
internal import Synchronization
internal import TarikhModel

/// Who writes to the log: one thread at a time.
///
/// Where nobody else writes, the caller commits its own job, without handing it to another thread
/// and back. While a commit waits for the disk, further jobs queue up; a thread of its own takes
/// all of them in the next commit, so that many share one sync (group commit), and goes on as
/// long as more are waiting. So a thread of the task pool is held up for one commit at most, and
/// never by another process.
final class LogWriter: Sendable {
  private struct State {
    var jobs: [LogJob] = []
    /// Whether a commit is under way, on whichever thread.
    var isCommitting = false
    /// Whether the last commit was of one job: else more are likely to come, and to be shared.
    var isAlone = true
    var isClosed = false
    var isFinished = false
    /// Let go when the thread ends, so that the environment closes with the log.
    var committer: LogCommitter?
  }

  /// What becomes of a job that is handed in.
  private enum Role {
    /// Its caller commits it.
    case committing(LogCommitter)
    case waiting
    case refused
  }

  private let state: Mutex<State>
  /// Signals changes of `state` that its thread waits for; always taken before it.
  private let condition = NSCondition()

  /// A writer whose thread is waiting for work.
  init(_ committer: LogCommitter) {
    state = Mutex(State(committer: committer))
    let thread = Thread { [self] in run() }
    thread.name = "tarikh log writer"
    thread.start()
  }

  /// Commits the job or queues it; its answer comes after its commit, or at once if the writer
  /// is closed.
  func submit(_ job: LogJob) {
    switch role(of: job) {
    case .committing(let committer): lead(job, committer)
    case .waiting: break
    case .refused: job.fail(StorageFailure(kind: .system, description: "the log is closed"))
    }
  }

  /// Writes what is queued, then ends the thread; returns when it has ended.
  func close() {
    changing { $0.isClosed = true }
    condition.lock()
    defer { condition.unlock() }
    while !state.withLock({ $0.isFinished }) { condition.wait() }
  }

  private func role(of job: LogJob) -> Role {
    let role = state.withLock { state -> Role in
      guard !state.isClosed, let committer = state.committer else { return .refused }
      if !state.isCommitting, state.isAlone, state.jobs.isEmpty {
        state.isCommitting = true
        return .committing(committer)
      }
      state.jobs.append(job)
      return .waiting
    }
    if case .waiting = role { changing { _ in } }
    return role
  }

  /// Commits the job on this thread, unless another process is writing: then it is queued, since
  /// waiting is for the writer's own thread.
  private func lead(_ job: LogJob, _ committer: LogCommitter) {
    let isMine = committer.lock.takeIfFree()
    if isMine { commit([job], committer) }
    let hasMore = state.withLock { state in
      if !isMine { state.jobs.insert(job, at: 0) }
      state.isCommitting = false
      state.isAlone = state.jobs.isEmpty
      return !state.jobs.isEmpty || state.isClosed
    }
    if hasMore { changing { _ in } }
  }

  private func commit(_ jobs: [LogJob], _ committer: LogCommitter) {
    committer.commit(jobs) { self.state.withLock { !$0.jobs.isEmpty } }
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
    commit(jobs, committer)
    state.withLock { state in
      state.isCommitting = false
      state.isAlone = jobs.count == 1
    }
    return true
  }

  /// The jobs of the next commit; none when the writer is closed and all is written.
  private func next() -> ([LogJob], LogCommitter?) {
    condition.lock()
    defer { condition.unlock() }
    while true {
      let (jobs, committer, isOver) = state.withLock { state in
        guard !state.isCommitting else { return ([LogJob](), state.committer, false) }
        let jobs = LogJob.takeBatch(from: &state.jobs)
        state.isCommitting = !jobs.isEmpty
        return (jobs, state.committer, state.isClosed && jobs.isEmpty)
      }
      if !jobs.isEmpty || isOver { return (jobs, committer) }
      condition.wait()
    }
  }

  /// Changes the state and wakes whoever waits for that.
  private func changing(_ change: (inout State) -> Void) {
    condition.lock()
    state.withLock { change(&$0) }
    condition.broadcast()
    condition.unlock()
  }
}
