internal import Foundation
internal import LMDB

extension LMDBEventLog {
  /// Brings the names of the log's file and folders to the disk before the first append.
  ///
  /// Whoever made them may have been killed before it could. Once there are events, this was
  /// done before the first of them was acknowledged.
  static func syncFoldersOfEmptyLog(
    in environment: Environment, tables: LogTables
  ) throws(LogFailure) {
    guard environment.options.durability == .everyCommit else { return }
    let last = try environment.read { transaction throws(LogFailure) in
      try tables.lastPosition(in: transaction)
    }
    guard last == 0 else { return }
    do throws(LMDBError) {
      var path = URL(filePath: environment.path).standardizedFileURL.path
      for _ in 0..<3 {
        try Folder.sync(path)
        path = Folder.parent(of: path)
      }
    } catch {
      // The folder above may be somebody else's, who lets nobody look into it.
      guard error == .accessDenied else { throw .storage(error) }
    }
  }
}
