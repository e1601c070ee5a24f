internal import LMDB
internal import TarikhModel

/// Commits jobs and answers them; used by the writer's thread alone.
struct LogCommitter: Sendable {
  let environment: Environment
  let tables: LogTables
  let lock: WriterLock
  let readers: ReaderWatch
  let signal: HeadSignal
  let now: @Sendable () -> RecordedTime

  /// Commits the jobs in one transaction and answers each of them.
  ///
  /// `hasMore` tells whether further jobs are waiting: then the lock is kept for them, unless
  /// another process wants it.
  func commit(_ jobs: [LogJob], hasMore: () -> Bool) {
    do throws(StorageFailure) {
      try readers.check(environment)
      try lock.take()
    } catch {
      for job in jobs { job.fail(error) }
      return
    }
    let answers = outcome(of: jobs)
    lock.giveUp(keepingFor: hasMore)
    signal.announce()
    for answer in answers { answer() }
  }

  /// What the jobs are answered, once the lock is given up.
  private func outcome(of jobs: [LogJob]) -> [() -> Void] {
    do throws(LogFailure) {
      if case .restore(let restore, let answer) = jobs.first {
        let head = try write(restore)
        try expectFile()
        return [{ answer.resume(returning: .success(head)) }]
      }
      let answers = try write(jobs)
      try expectFile()
      return zip(jobs, answers).map { job, results in
        {
          guard case .append(_, let answer) = job else { return }
          answer.resume(returning: results)
        }
      }
    } catch {
      if case .refused(let reason) = error, case .restore(_, let answer) = jobs.first {
        return [{ answer.resume(returning: .failure(reason)) }]
      }
      return jobs.map { job in { job.fail(error.storage) } }
    }
  }

  /// Throws when the file was removed meanwhile: what was committed to it is lost with it.
  private func expectFile() throws(LogFailure) {
    do throws(LMDBError) { try environment.checkFile() } catch { throw .storage(error) }
  }

  /// What each append of each job is answered, once they are durable.
  private func write(
    _ jobs: [LogJob]
  ) throws(LogFailure) -> [[Result<AppendReceipt, AppendError>]] {
    // Before the body, which runs again when the map has to grow.
    let instants = jobs.map { _ in now() }
    return try environment.write { transaction throws(LogFailure) in
      var commit = try LogCommit(tables: tables, in: transaction)
      let start = commit.position
      var answers: [[Result<AppendReceipt, AppendError>]] = []
      for (job, instant) in zip(jobs, instants) {
        guard case .append(let appends, _) = job else { continue }
        var results: [Result<AppendReceipt, AppendError>] = []
        for append in appends {
          switch append {
          case .failure(let error): results.append(.failure(error))
          case .success(let append):
            results.append(try commit.place(append, at: instant, in: &transaction))
          }
        }
        answers.append(results)
      }
      if commit.position > start { try commit.finish(in: &transaction) }
      return answers
    }
  }

  private func write(_ restore: PreparedRestore) throws(LogFailure) -> LogHead {
    try environment.write { transaction throws(LogFailure) in
      var commit = try LogCommit(tables: tables, in: transaction)
      let start = commit.position
      let head = try commit.place(restore, in: &transaction)
      if commit.position > start { try commit.finish(in: &transaction) }
      return head
    }
  }
}
