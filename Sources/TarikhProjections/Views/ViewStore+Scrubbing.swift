internal import Foundation
internal import LMDB
public import TarikhLog

extension ViewStore {
  /// Zeroes every byte of the views' file that holds nothing current.
  ///
  /// Waits at most for `patience` for readers of an older state.
  /// - Complexity: O(*n*) in the bytes of the file.
  public func scrub(
    patience: Duration, progress: (_ done: UInt64, _ of: UInt64) -> Void
  ) throws(StorageFailure) -> Scrubbing {
    writing.lock()
    defer { writing.unlock() }
    try lock.take()
    defer { lock.giveUp { false } }
    do throws(LMDBError) {
      return Scrubbing(try environment.scrub(patience: patience, progress: progress))
    } catch {
      throw StorageFailure(error, doing: "views")
    }
  }
}
