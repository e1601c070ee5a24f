public import Foundation
internal import Synchronization
public import TarikhLog
internal import TarikhExtraction
internal import TarikhProjections

/// A store of news articles as a log of dated events, with views that answer what was the state
/// of things on a day, as known at another, according to whom, and which sentence says so.
///
///     let options = TimelineOptions(access: .create)
///     let timeline = try Timeline.open(at: "my.tarikh", options: options)
///     try await timeline.ingest(ArticleInput(text: text, publication: published))
///     try timeline.updateViews()
///     let asOf = AsOf(valid: day, knownAt: .head, publishedBy: nil, accordingTo: nil)
///     let answer = try timeline.state(
///       AsOfQuery(asOf: asOf, subject: nil, attribute: "troop-level", policy: .ontology))
///
/// Many processes may read a store; appends of several take turns.
public final class Timeline: Sendable {
  /// The folder that is the store.
  public let folder: URL
  /// The events, for readers who want them as they are.
  public var log: any EventLog { storage }
  /// The log as it lies on the disk.
  let storage: LMDBEventLog
  let views: ViewStore
  /// Those of the program's own projections.
  let ownViews: [ViewStore]
  /// Keeps views that lie outside the store for as long as they are used.
  private let temporaryViews: TemporaryViews?
  /// What was wrong with the views' file, so that opening threw it away; the log gives them back.
  public let viewDamage: StorageFailure?
  let options: TimelineOptions
  /// Made when it is first needed: reading lexicons takes time that questions need not wait for.
  let loadedExtractor = Mutex<Extractor?>(nil)
  let touched = TouchedEvents()

  private init(
    folder: URL, log: LMDBEventLog, views: OpenedViews, options: TimelineOptions
  ) {
    self.folder = folder
    storage = log
    self.views = views.store
    ownViews = views.own
    temporaryViews = views.temporary
    viewDamage = views.damage
    self.options = options
  }

  /// Opens the store in `path`, or makes it where the options say so.
  ///
  /// - Complexity: O(1): a log of any length opens in the same time.
  public static func open(
    at path: String, options: TimelineOptions
  ) throws(StoreError) -> Timeline {
    let folder = URL(filePath: path, directoryHint: .isDirectory)
    var format = StoreFormat.current
    if StoreFormat.exists(in: folder) {
      format = try StoreFormat.check(folder)
      try StoreFormat.checkLog(in: folder, access: options.access)
    } else if options.access == .create {
      try StoreFormat.create(in: folder)
    } else if FileManager.default.fileExists(atPath: path) {
      throw .notAStore(path: path, reason: "it has no format.json")
    } else {
      throw .missing(path: path)
    }
    let skipped = try SkippedEvents.read(in: folder)
    do throws(StorageFailure) {
      let log = try LMDBEventLog.open(
        at: folder.appending(path: "log"), options: options.logOptions)
      if format != .current {
        // Views of an earlier format are not read; the log gives them back.
        discardViews(in: folder.appending(path: "views"))
        StoreFormat.raise(folder)
      }
      let views = try openViews(of: folder, options)
      for store in [views.store] + views.own { store.skip(skipped) }
      return Timeline(folder: folder, log: log, views: views, options: options)
    } catch {
      throw .storage(path: path, error)
    }
  }

  /// A reader keeps the views up to the log too, where it may write them.
  ///
  /// Damaged views are set aside: the log gives them back. Where none can be made, they are made
  /// for this opening only.
  private static func openViews(
    of store: URL, _ options: TimelineOptions
  ) throws(StorageFailure) -> OpenedViews {
    var viewOptions = ViewStoreOptions.usual
    viewOptions.busyTimeout = options.busyTimeout
    viewOptions.checksEveryPage = options.checksEveryPage
    if let folder = options.viewsFolder {
      return OpenedViews(
        store: try ViewStore.open(
          at: folder, projections: Projections.builtIn + options.projections,
          options: viewOptions))
    }
    var opened = try openViews(in: store.appending(path: "views"), options, viewOptions)
    opened.own = try OwnViews.open(in: store, options.projections, options: viewOptions)
    return opened
  }

  private static func openViews(
    in folder: URL, _ options: TimelineOptions, _ viewOptions: ViewStoreOptions
  ) throws(StorageFailure) -> OpenedViews {
    var viewOptions = viewOptions
    if options.discardsViews { discardViews(in: folder) }
    let open = { (options: ViewStoreOptions) throws(StorageFailure) in
      try ViewStore.open(at: folder, projections: Projections.builtIn, options: options)
    }
    do {
      return OpenedViews(store: try open(viewOptions))
    } catch {
      switch error.kind {
      case .damaged:
        // Another process may be making the file at this moment: look again before it goes.
        Thread.sleep(forTimeInterval: 0.1)
        if let views = try? open(viewOptions) { return OpenedViews(store: views) }
        discardViews(in: folder)
        return OpenedViews(store: try open(viewOptions), damage: error)
      case .readOnly where options.access == .read, .full where options.access == .read:
        viewOptions.isReadOnly = true
        if let views = try? open(viewOptions) { return OpenedViews(store: views) }
        let temporary = try TemporaryViews(options: viewOptions)
        return OpenedViews(store: temporary.views, temporary: temporary)
      default: throw error
      }
    }
  }

  /// Other processes that have the files open go on with what they have.
  private static func discardViews(in folder: URL) {
    for name in ["data.mdb", "lock.mdb"] {
      try? FileManager.default.removeItem(at: folder.appending(path: name))
    }
  }
}

/// The views that were opened, and what stands behind them.
private struct OpenedViews {
  var store: ViewStore
  var own: [ViewStore] = []
  var temporary: TemporaryViews?
  var damage: StorageFailure?
}
