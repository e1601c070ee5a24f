internal import Foundation
internal import TarikhLog

extension StoreFormat {
  /// Refuses a store whose log is gone: opening would put an empty one in its place.
  ///
  /// A store whose making was cut off has neither log nor views, and may be made to its end.
  static func checkLog(
    in folder: URL, access: TimelineOptions.Access
  ) throws(StoreError) {
    let manager = FileManager.default
    func exists(_ path: String) -> Bool {
      manager.fileExists(atPath: folder.appending(path: path).path)
    }
    guard !exists("log/data.mdb") else { return }
    if access == .create, !exists("views/data.mdb") { return }
    throw .storage(
      path: folder.path,
      StorageFailure(
        kind: .missing,
        description: "log/data.mdb is not there, and with it the events; make the store anew "
          + "from a backup with: tarikh restore"))
  }
}
