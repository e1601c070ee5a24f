internal import Foundation
public import TarikhLog

extension Timeline {
  /// Makes a store from a backup: verifies it, copies its log, and builds the views.
  ///
  /// Any store that is whole serves as a backup; it is read and never written to. The store
  /// appears at `path` when it is whole and on the disk; nothing is left behind otherwise, and
  /// nothing is overwritten.
  ///
  /// - Parameters:
  ///   - backup: the folder of the backup.
  ///   - progress: told of events, bytes, and events again; what it throws ends the restore.
  /// - Throws: ``StoreError`` where `backup` is no store, ``KeepingError`` else, and what
  ///   `progress` throws.
  /// - Returns: the head of the restored log.
  @discardableResult
  public static func restoreStore(
    at path: String, from backup: String, progress: (KeepingProgress) throws -> Void
  ) throws -> LogHead {
    let source = URL(filePath: backup, directoryHint: .isDirectory)
    guard FileManager.default.fileExists(atPath: backup) else {
      throw StoreError.missing(path: backup)
    }
    guard StoreFormat.exists(in: source) else {
      throw StoreError.notAStore(path: backup, reason: "it has no format.json")
    }
    try StoreFormat.check(source)
    // Before the long work: whether there is room for what it makes.
    let unfinished = try UnfinishedStore(for: path)
    do {
      let copy = try StoredCopy(at: source.appending(path: "log"), of: backup)
      let head = try copy.verify(progress: progress)
      do {
        try StoreFormat.create(in: unfinished.folder)
        try copy.log.copy(into: unfinished.folder.appending(path: "log")) { done, total in
          try progress(.copying(bytes: done, of: total))
        }
      } catch let error as StorageFailure {
        throw KeepingError.storage(path: path, error)
      }
      try buildViews(in: unfinished.folder, progress: progress)
      try unfinished.finish()
      return head
    } catch {
      unfinished.discard()
      throw error
    }
  }

  private static func buildViews(
    in folder: URL, progress: (KeepingProgress) throws -> Void
  ) throws {
    let timeline = try Timeline.open(at: folder.path, options: TimelineOptions(access: .write))
    var failure: (any Error)?
    try timeline.updateViews { step in
      guard failure == nil else { return }
      do {
        try progress(
          .buildingViews(events: step.position.rawValue, of: step.head.rawValue))
      } catch { failure = error }
    }
    if let failure { throw failure }
  }
}
