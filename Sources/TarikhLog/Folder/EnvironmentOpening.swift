package import Foundation
package import LMDB

/// Opens the environment of a log or of views, with locks or, where that can't be, without.
package enum EnvironmentOpening {
  /// Opens the environment in `folder`.
  ///
  /// A reader who may not write the lock files, or shall make none, reads without LMDB's locks
  /// and takes turns with writers (``ReaderTurn``).
  package static func open(
    in folder: URL, options: Environment.Options, tables: [String], leavesNoTrace: Bool,
    timeout: Duration
  ) throws(LMDBError) -> Environment {
    // Nobody has it open where LMDB's lock file is missing: everybody makes it.
    let isUnused = !FileManager.default.fileExists(
      atPath: folder.appending(path: "lock.mdb").path)
    if options.access == .readOnly, !(leavesNoTrace && isUnused) {
      do throws(LMDBError) {
        return try Environment(at: folder.path, options: options, tables: tables)
      } catch {
        guard error == .accessDenied || error == .notPermitted else { throw error }
      }
    } else if options.access == .readWrite {
      return try Environment(at: folder.path, options: options, tables: tables)
    }
    var options = options
    options.access = .readOnlyWithoutLocks
    return try Environment(
      at: folder.path, options: options, tables: tables,
      snapshotGuard: ReaderTurn(folder: folder, timeout: timeout))
  }
}
