internal import Foundation
public import TarikhLog

/// A backup that was made.
public struct Backup: Hashable, Sendable {
  /// The head of the log in it.
  public var head: LogHead
  /// Bytes of the copied log.
  public var bytes: UInt64
}

extension Timeline {
  /// Makes a checked copy of the store in a new folder, while others read and write.
  ///
  /// The copy is a store, with the log as it stood when the copying began and without views,
  /// which the log gives back. It appears at `path` when it is whole, checked and on the disk;
  /// nothing is left behind otherwise. A backup of a backup has the same bytes.
  ///
  /// - Parameter progress: told of bytes, then of events; what it throws ends the backup.
  /// - Throws: ``KeepingError``, and what `progress` throws.
  /// - Complexity: O(*n*) in the bytes of the log, which is read twice.
  @discardableResult
  public func backUp(
    to path: String, progress: (KeepingProgress) throws -> Void
  ) throws -> Backup {
    let unfinished = try UnfinishedStore(for: path)
    do {
      let copy = unfinished.folder.appending(path: "log")
      var bytes: UInt64 = 0
      do {
        try unfinished.mark()
        try storage.copy(into: copy) { done, total in
          bytes = done
          try progress(.copying(bytes: done, of: total))
        }
      } catch let error as StorageFailure {
        throw KeepingError.storage(path: path, error)
      }
      try unfinished.copySettings(of: folder)
      let head = try StoredCopy.verify(copy, of: folder.path, progress: progress)
      try unfinished.finish()
      return Backup(head: head, bytes: bytes)
    } catch {
      unfinished.discard()
      throw error
    }
  }
}
