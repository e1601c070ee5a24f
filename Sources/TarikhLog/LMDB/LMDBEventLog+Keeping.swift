package import Foundation
internal import LMDB
internal import TarikhModel

extension LMDBEventLog {
  /// Writes a consistent copy of the log into `folder`, which is made, while others write.
  ///
  /// Every byte is on the disk when it returns, the folder's name is for the caller to sync.
  /// - Throws: a ``StorageFailure``, or what `progress` throws.
  package func copy(
    into folder: URL, progress: (_ bytes: UInt64, _ of: UInt64) throws -> Void
  ) throws {
    do {
      try Folder.make(at: folder.path)
      try environment.copyCompacted(
        toFile: folder.appending(path: LMDBFiles.data).path, progress: progress)
    } catch let error as LMDBError {
      throw StorageFailure(error, doing: folder.path)
    }
  }

  /// What is wrong with the pages of the log in `folder`, in words; `nil` where they are sound.
  package static func pageDamage(in folder: URL) -> String? {
    var options = LMDBEventLogOptions.usual(now: { RecordedTime(rawValue: 0) }).environment
    options.access = .readOnlyWithoutLocks
    return (try? Environment.findDamage(at: folder.path, options: options))?.description
  }
}

/// The files of an LMDB environment, in its folder.
package enum LMDBFiles {
  package static let data = "data.mdb"
  package static let lock = "lock.mdb"
}
