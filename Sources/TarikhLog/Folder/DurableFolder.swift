package import Foundation
internal import LMDB

/// Folders and files that last through a power cut, their names included.
package enum DurableFolder {
  /// Makes the folder and those above it where they are missing, and syncs their names.
  package static func make(_ folder: URL) throws(StorageFailure) {
    do throws(LMDBError) { try Folder.make(at: folder.path) } catch {
      throw StorageFailure(error, doing: folder.path)
    }
  }

  /// Brings the names of what was made, renamed or removed in the folder to the disk.
  package static func sync(_ folder: URL) throws(StorageFailure) {
    do throws(LMDBError) { try Folder.sync(folder.path) } catch {
      throw StorageFailure(error, doing: folder.path)
    }
  }

  /// Brings the bytes of the file to the disk.
  package static func syncFile(_ file: URL) throws(StorageFailure) {
    do throws(LMDBError) { try Folder.syncFile(file.path) } catch {
      throw StorageFailure(error, doing: file.path)
    }
  }

  /// Puts a file with these bytes into the folder, whole or not at all.
  ///
  /// - Parameter unfinished: what it is called until it is whole.
  package static func write(
    _ bytes: Data, to file: URL, by unfinished: URL
  ) throws(StorageFailure) {
    do throws(LMDBError) {
      try Folder.write(Array(bytes), toNewFileAt: unfinished.path)
      do throws(LMDBError) { try Folder.rename(unfinished.path, to: file.path) } catch {
        try? FileManager.default.removeItem(at: unfinished)
        throw error
      }
    } catch { throw StorageFailure(error, doing: file.path) }
    try sync(file.deletingLastPathComponent())
  }
}
