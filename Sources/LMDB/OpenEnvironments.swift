internal import Foundation
internal import Synchronization

/// The environments that this process has open, by the identity of their folders.
///
/// lmdb.h: "Do not have open an LMDB database twice in the same process at the same time. Not
/// even from a plain open() call – close()ing it breaks flock() advisory locking."
enum OpenEnvironments {
  /// A folder, whatever path led to it.
  struct Folder: Hashable, Sendable {
    let device: UInt64
    let file: UInt64

    init(at path: String) throws(LMDBError) {
      var status = stat()
      // The call only fills the struct that it is lent.
      guard unsafe stat(path, &status) == 0 else { throw LMDBError(rawValue: errno) }
      device = UInt64(status.st_dev)
      file = UInt64(status.st_ino)
    }
  }

  private static let folders = Mutex<Set<Folder>>([])

  static func claim(_ folder: Folder) throws(LMDBError) {
    let isNew = folders.withLock { $0.insert(folder).inserted }
    guard isNew else { throw .alreadyOpen }
  }

  static func release(_ folder: Folder) {
    folders.withLock { _ = $0.remove(folder) }
  }
}
