internal import TarikhModel

/// Something that waits for a commit, and where its answer goes.
enum LogJob: Sendable {
  /// Appends, or why one could not be prepared; each is answered.
  case append(
    [Result<PreparedAppend, AppendError>],
    CheckedContinuation<[Result<AppendReceipt, AppendError>], Never>)
  case restore(PreparedRestore, CheckedContinuation<Result<LogHead, RestoreError>, Never>)

  /// Limits of one commit, so that neither memory nor the wait of the first grows without end.
  private static let batchEventLimit = 10_000
  private static let batchByteLimit = 32 << 20

  /// Takes the jobs of the next commit from the front of the queue: at least one, if there is one.
  ///
  /// A restore is committed alone, because it takes its transaction back when it fails.
  static func takeBatch(from queue: inout [LogJob]) -> [LogJob] {
    var count = 0
    var events = 0
    var bytes = 0
    for job in queue {
      guard case .append(let appends, _) = job else {
        count = max(count, 1)
        break
      }
      for append in appends {
        guard case .success(let append) = append else { continue }
        events += append.events.count
        bytes += append.byteCount
      }
      if count > 0, events > batchEventLimit || bytes > batchByteLimit { break }
      count += 1
    }
    defer { queue.removeFirst(count) }
    return Array(queue.prefix(count))
  }

  /// Answers that the storage failed.
  func fail(_ failure: StorageFailure) {
    switch self {
    case .append(let appends, let answer):
      answer.resume(returning: appends.map { _ in .failure(.storage(failure)) })
    case .restore(_, let answer): answer.resume(returning: .failure(.storage(failure)))
    }
  }
}
