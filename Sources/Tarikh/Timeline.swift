public import Foundation
public import TarikhLog
internal import TarikhExtraction
internal import TarikhProjections

/// A store of news articles as a log of dated events, with views that answer what was the state
/// of things on a day, as known at another, according to whom, and which sentence says so.
///
///     let timeline = try Timeline.open(at: "my.tarikh", options: .init(access: .create))
///     try await timeline.ingest(ArticleInput(text: text, publication: published))
///     let answer = try await timeline.state(AsOfQuery(asOf: today, subject: "actor:us"))
///
/// Many processes may read a store; appends of several take turns.
public final class Timeline: Sendable {
  public let folder: URL
  /// The events, for readers who want them as they are.
  public let log: any EventLog
  let views: ViewStore
  let options: TimelineOptions
  let extractor = Extractor()

  private init(folder: URL, log: any EventLog, views: ViewStore, options: TimelineOptions) {
    self.folder = folder
    self.log = log
    self.views = views
    self.options = options
  }

  /// Opens the store in `path`, or makes it where the options say so.
  ///
  /// - Complexity: O(1): a log of any length opens in the same time.
  public static func open(
    at path: String, options: TimelineOptions
  ) throws(StoreError) -> Timeline {
    let folder = URL(filePath: path, directoryHint: .isDirectory)
    if StoreFormat.exists(in: folder) {
      try StoreFormat.check(folder)
    } else if options.access == .create {
      try StoreFormat.create(in: folder)
    } else if FileManager.default.fileExists(atPath: path) {
      throw .notAStore(path: path, reason: "it has no format.json")
    } else {
      throw .missing(path: path)
    }
    do {
      let log = try LMDBEventLog.open(
        at: folder.appending(path: "log"), options: options.logOptions)
      let views = try openViews(in: folder.appending(path: "views"), options)
      return Timeline(folder: folder, log: log, views: views, options: options)
    } catch {
      throw .storage(path: path, error)
    }
  }

  /// A reader keeps the views up to the log too, where it may write them.
  private static func openViews(
    in folder: URL, _ options: TimelineOptions
  ) throws(StorageFailure) -> ViewStore {
    var viewOptions = ViewStoreOptions.usual
    viewOptions.busyTimeout = options.busyTimeout
    do {
      return try ViewStore.open(at: folder, projections: Projections.builtIn, options: viewOptions)
    } catch {
      guard options.access == .read, error.kind == .readOnly else { throw error }
      viewOptions.isReadOnly = true
      return try ViewStore.open(at: folder, projections: Projections.builtIn, options: viewOptions)
    }
  }
}
