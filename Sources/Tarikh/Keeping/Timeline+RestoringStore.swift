internal import Foundation
public import TarikhLog

extension Timeline {
  /// Makes a store from a backup: copies its log, verifies the copy, and builds the views.
  ///
  /// Any store that is whole serves as a backup; it is only read, whatever its layout. The store
  /// appears at `path` when it is whole, verified and on the disk; nothing is left behind
  /// otherwise, and nothing is overwritten.
  ///
  /// - Parameters:
  ///   - backup: the folder of the backup.
  ///   - progress: told of bytes, events, and events again; what it throws ends the restore.
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
      try unfinished.mark()
      try copyLog(from: source, of: backup, into: unfinished.folder, of: path, progress: progress)
      try unfinished.copySettings(of: source)
      let timeline = try openCopy(at: unfinished.folder, of: backup)
      let head = try StoredCopy.verify(timeline.log, of: backup, progress: progress)
      try timeline.updateViewsOrFail(progress: progress)
      try unfinished.finish()
      return head
    } catch {
      unfinished.discard()
      throw error
    }
  }

  private static func copyLog(
    from source: URL, of backup: String, into folder: URL, of path: String,
    progress: (KeepingProgress) throws -> Void
  ) throws {
    do {
      try LMDBEventLog.copy(
        of: source.appending(path: "log"), into: folder.appending(path: "log"),
        timeout: .seconds(5)
      ) { done, total in try progress(.copying(bytes: done, of: total)) }
    } catch let error as StorageFailure {
      throw KeepingError(error, copying: error.kind == .full ? path : backup)
    }
  }

  /// A log of an earlier layout is raised here, not in the backup.
  private static func openCopy(at folder: URL, of backup: String) throws -> Timeline {
    do throws(StoreError) {
      return try Timeline.open(
        at: folder.path, options: TimelineOptions(access: .write, checksEveryPage: true))
    } catch {
      guard case .storage(_, let failure) = error else { throw error }
      throw KeepingError(failure, copying: backup)
    }
  }

  private func updateViewsOrFail(progress: (KeepingProgress) throws -> Void) throws {
    var failure: (any Error)?
    try updateViews { step in
      guard failure == nil else { return }
      do {
        try progress(
          .buildingViews(events: step.position.rawValue, of: step.head.rawValue))
      } catch { failure = error }
    }
    if let failure { throw failure }
  }
}
