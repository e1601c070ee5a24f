internal import Foundation
package import LMDB

extension LMDBEventLog {
  /// Zeroes every byte of the log's file that holds nothing current: erased bodies and texts lie
  /// in free pages and in the room of others until then.
  ///
  /// Appends, of this and other processes, wait meanwhile. Waits at most for `patience` for
  /// readers of a state before the last commits.
  /// - Complexity: O(*n*) in the bytes of the file.
  /// - Throws: a failure of kind `busy` when another process writes for longer than `timeout`,
  ///   `damaged` when the file is, of which nothing is touched then.
  package func scrub(
    timeout: Duration, patience: Duration, progress: (_ done: UInt64, _ of: UInt64) -> Void
  ) throws(StorageFailure) -> Scrubbing {
    // A lock of its own: the writer's thread does not share the one that it holds.
    let lock = WriterLock(
      in: URL(filePath: environment.path, directoryHint: .isDirectory), of: "the log",
      timeout: timeout)
    try lock.take()
    defer { lock.giveUp(keepingFor: { false }) }
    do throws(LMDBError) {
      return Scrubbing(try environment.scrub(patience: patience, progress: progress))
    } catch {
      throw StorageFailure(error, doing: environment.path)
    }
  }
}

extension Scrubbing {
  package init(_ report: ScrubReport) {
    self.init(
      zeroedBytes: report.zeroedBytes, pinnedPages: report.pinnedPages,
      readers: Set(report.readers.map(\.process)))
  }
}
