internal import Foundation
internal import TarikhLog

/// What a compaction gave back.
public struct Compaction: Hashable, Sendable {
  /// The size of a file before and after, in bytes.
  public struct Sizes: Hashable, Sendable {
    public var before: UInt64
    public var after: UInt64
  }

  public var log: Sizes
  /// `nil` where there are no views.
  public var views: Sizes?
}

extension Timeline {
  /// Gives the space of free pages back to the system, in the log and in the views.
  ///
  /// Nobody else may have the store open, in any process. Whenever it ends, by a power cut too,
  /// each file is there, whole, as it was or compacted.
  ///
  /// - Parameter progress: told of bytes; what it throws ends the compaction.
  /// - Throws: ``StoreError`` where there is no store, ``KeepingError`` else: of kind `busy` when
  ///   somebody has the store open; and what `progress` throws.
  public static func compact(
    at path: String, busyTimeout: Duration, progress: (KeepingProgress) throws -> Void
  ) throws -> Compaction {
    let folder = URL(filePath: path, directoryHint: .isDirectory)
    guard FileManager.default.fileExists(atPath: path) else {
      throw StoreError.missing(path: path)
    }
    guard StoreFormat.exists(in: folder) else {
      throw StoreError.notAStore(path: path, reason: "it has no format.json")
    }
    try StoreFormat.check(folder)
    let log = try compact(folder.appending(path: "log"), "the log", busyTimeout, progress)
    let views = folder.appending(path: "views")
    guard FileManager.default.fileExists(atPath: views.appending(path: "data.mdb").path) else {
      return Compaction(log: log, views: nil)
    }
    return Compaction(log: log, views: try compact(views, "the views", busyTimeout, progress))
  }

  private static func compact(
    _ folder: URL, _ subject: String, _ timeout: Duration,
    _ progress: (KeepingProgress) throws -> Void
  ) throws -> Compaction.Sizes {
    do {
      let sizes = try FolderCompaction.compact(folder, of: subject, timeout: timeout) {
        try progress(.copying(bytes: $0, of: $1))
      }
      return Compaction.Sizes(before: sizes.before, after: sizes.after)
    } catch let error as StorageFailure {
      throw KeepingError.storage(path: folder.path, error)
    }
  }
}
