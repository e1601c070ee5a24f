public import Foundation
public import TarikhExtraction
internal import TarikhLog
public import TarikhModel
public import TarikhProjections

/// How a store is opened.
public struct TimelineOptions: Sendable {
  /// What is done with the store, and whether it must be there.
  public enum Access: Hashable, Sendable {
    /// The store must be there, and nothing can be appended to its log.
    ///
    /// Views are brought up to date only where ``Timeline/refreshViewsIfPossible()`` can.
    case read
    /// The store must be there.
    case write
    /// The store is made where there is none.
    case create
  }

  public var access: Access
  /// How long opening and an append wait for another process before they fail as busy.
  public var busyTimeout: Duration
  /// Whether the structure of every page is looked at before the log is trusted: for verifying.
  public var checksEveryPage: Bool
  /// Whether the views are thrown away first, to be built anew from the log.
  public var discardsViews: Bool
  /// Lexicons that this opening's ingest uses, after those of the store.
  public var lexicons: [UserLexicon]
  /// Projections of the program's own, beside the built-in ones; each has a folder of its own.
  ///
  /// Their names are made of letters, digits and hyphens, and are none of the built-in ones.
  public var projections: [any Projection]
  /// Where the views are that questions are answered from; `nil` for the store's own.
  ///
  /// Views elsewhere are those that ``Timeline/replay(to:upTo:progress:)`` made: they are read as
  /// they are, and not brought to the head. They have the projections that they were made with.
  public var viewsFolder: URL?
  /// The clock that gives events their recorded time.
  public var now: @Sendable () -> RecordedTime

  public init(
    access: Access, busyTimeout: Duration = .seconds(5), checksEveryPage: Bool = false,
    discardsViews: Bool = false, lexicons: [UserLexicon] = [],
    projections: [any Projection] = [], viewsFolder: URL? = nil,
    now: @escaping @Sendable () -> RecordedTime = SystemClock.now
  ) {
    self.access = access
    self.busyTimeout = busyTimeout
    self.checksEveryPage = checksEveryPage
    self.discardsViews = discardsViews
    self.lexicons = lexicons
    self.projections = projections
    self.viewsFolder = viewsFolder
    self.now = now
  }
}

extension TimelineOptions {
  var logOptions: LMDBEventLogOptions {
    var log = LMDBEventLogOptions.usual(now: now)
    log.isReadOnly = access == .read
    log.busyTimeout = busyTimeout
    if checksEveryPage { log.pageChecking = .everyPage }
    return log
  }
}
