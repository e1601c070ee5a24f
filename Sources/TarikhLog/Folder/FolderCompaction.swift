package import Foundation
internal import LMDB

/// Gives the space of free pages back to the system: a copy without them takes the file's place.
package enum FolderCompaction {
  /// The size of a file before and after.
  package struct Sizes: Hashable, Sendable {
    package var before: UInt64
    package var after: UInt64
  }

  private static let unfinished = "compact.part"

  /// Compacts the environment in `folder`, alone: nobody may have it open, in any process.
  ///
  /// Every page is checked before, and the copy is checked before it takes the place. Whenever
  /// it ends, by a power cut too, the old file or the new one is there, whole.
  ///
  /// - Throws: ``StorageFailure`` of kind `busy` that names who has it open, `damaged` where a
  ///   page is, `full`; and what `progress` throws.
  package static func compact(
    _ folder: URL, of subject: String, timeout: Duration,
    progress: (_ bytes: UInt64, _ of: UInt64) throws -> Void
  ) throws -> Sizes {
    let use = try UseLock.takeAlone(in: folder, of: subject, timeout: timeout)
    defer { withExtendedLifetime(use) {} }
    let part = folder.appending(path: unfinished)
    // What a run that was killed has left; it held the lock that we have now.
    try? FileManager.default.removeItem(at: part)
    defer { try? FileManager.default.removeItem(at: part) }
    do {
      try Folder.make(at: part.path)
      let copied = part.appending(path: LMDBFiles.data)
      let sizes = try copy(folder, to: copied, progress: progress)
      try swap(copied, into: folder)
      return sizes
    } catch let error as LMDBError {
      throw StorageFailure(error, doing: folder.path)
    }
  }

  private static func copy(
    _ folder: URL, to file: URL, progress: (_ bytes: UInt64, _ of: UInt64) throws -> Void
  ) throws -> Sizes {
    let source = try Environment(at: folder.path, options: options(.readOnly), tables: [])
    try source.copyCompacted(toFile: file.path, progress: progress)
    let copy = try Environment(
      at: file.deletingLastPathComponent().path, options: options(.readOnlyWithoutLocks),
      tables: [])
    guard try source.tableCount() == copy.tableCount() else { throw LMDBError.corrupted }
    return Sizes(
      before: UInt64(try source.information().fileBytes),
      after: UInt64(try copy.information().fileBytes))
  }

  /// Both environments are closed by now.
  private static func swap(_ file: URL, into folder: URL) throws(LMDBError) {
    // LMDB's lock file tells which of the two meta pages is current, and the copy counts its
    // transactions from one again: whoever opens the copy must find none.
    let lock = folder.appending(path: LMDBFiles.lock).path
    guard unlink(lock) == 0 || errno == ENOENT else { throw LMDBError(rawValue: errno) }
    guard rename(file.path, folder.appending(path: LMDBFiles.data).path) == 0 else {
      throw LMDBError(rawValue: errno)
    }
    try Folder.sync(folder.path)
  }

  private static func options(_ access: Environment.Access) -> Environment.Options {
    Environment.Options(
      mapSize: 1 << 20, tableLimit: 1, readerLimit: 126, durability: .everyCommit, access: access,
      pageChecking: .everyPage, fileMode: 0o644)
  }
}
