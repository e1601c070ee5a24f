internal import Foundation
internal import TarikhLog

extension Timeline {
  /// Removes the store in `path` if its log has no events and nobody has it open.
  package static func removeIfEmpty(at path: String, keepingFolder: Bool) {
    let folder = URL(filePath: path, directoryHint: .isDirectory)
    let log = folder.appending(path: "log")
    let manager = FileManager.default
    // Whatever else is there is somebody's.
    guard StoreFormat.exists(in: folder) else { return }
    // A store that could not be made so far has no log yet.
    if manager.fileExists(atPath: log.path), !LMDBEventLog.removeIfEmpty(log) { return }
    for name in ["views", "format.json"] {
      try? manager.removeItem(at: folder.appending(path: name))
    }
    // Succeeds only where nothing else is in it.
    if !keepingFolder { rmdir(folder.path) }
  }
}
