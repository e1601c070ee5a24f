public import Foundation
public import TarikhLog
public import TarikhModel
public import TarikhProjections

extension Timeline {
  /// The last position of the log that a question sees which is asked as of `knownAt`.
  ///
  /// - Complexity: O(log *n*).
  public func position(knownAt: KnownAt) throws(ReadError) -> Position {
    switch knownAt {
    case .head: try log.head().position
    case .position(let position): position
    case .instant(let instant): try log.position(at: instant)
    }
  }

  /// Builds all views, the program's own too, in another folder from the log up to `limit`, for
  /// experiments.
  ///
  /// The store is not touched. Open it with ``TimelineOptions/viewsFolder`` to ask them.
  /// - Throws: ``StoreError`` where the folder holds something already, ``QueryError`` where the
  ///   log has not come so far.
  @discardableResult
  public func replay(
    to folder: URL, upTo limit: Position?, progress: (ProjectionProgress) -> Void
  ) throws -> [ProjectionStatus] {
    let content = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    guard content.isEmpty else {
      throw StoreError.cannotCreate(path: folder.path, reason: "the folder holds other files")
    }
    let head = try log.head().position
    if let limit, limit > head { throw QueryError.beyondHead(limit, head: head) }
    var options = ViewStoreOptions.usual
    options.busyTimeout = self.options.busyTimeout
    let views = try ViewStore.open(
      at: folder, projections: Projections.builtIn + self.options.projections, options: options)
    views.skip(try skippedEvents())
    return try ProjectionRunner(log: log, views: views, upTo: limit).catchUp(progress: progress)
  }
}
