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

  /// Copies the log in `source`, of any layout, into `folder`, which is made.
  ///
  /// Only reads `source` and leaves no lock file there; looks at the structure of every page.
  /// - Throws: a ``StorageFailure``, of kind `damaged` with the page, or what `progress` throws.
  package static func copy(
    of source: URL, into folder: URL, timeout: Duration,
    progress: (_ bytes: UInt64, _ of: UInt64) throws -> Void
  ) throws {
    let use = try UseLock.share(
      in: source, of: "the log", isReadOnly: true, makesFile: false, timeout: timeout)
    defer { withExtendedLifetime(use) {} }
    var options = LMDBEventLogOptions.usual(now: { RecordedTime(rawValue: 0) }).environment
    options.access = .readOnly
    options.pageChecking = .everyPage
    do {
      let environment = try EnvironmentOpening.open(
        in: source, options: options, tables: [], leavesNoTrace: true, timeout: timeout)
      try Folder.make(at: folder.path)
      try environment.copyCompacted(
        toFile: folder.appending(path: LMDBFiles.data).path, progress: progress)
    } catch let error as LMDBError {
      options.access = .readOnlyWithoutLocks
      let damage =
        error == .corrupted ? try? Environment.findDamage(at: source.path, options: options) : nil
      guard let damage else { throw StorageFailure(error, doing: source.path) }
      throw StorageFailure(kind: .damaged, description: damage.description)
    }
  }
}

/// The files of an LMDB environment, in its folder.
package enum LMDBFiles {
  package static let data = "data.mdb"
  package static let lock = "lock.mdb"
}
