internal import TarikhLog
public import TarikhModel

/// How a store is opened.
public struct TimelineOptions: Sendable {
  public enum Access: Hashable, Sendable {
    /// The store must be there; nothing is appended and views are not brought up to date.
    case read
    /// The store must be there.
    case write
    /// The store is made where there is none.
    case create
  }

  public var access: Access
  /// How long an append waits for another process before it fails as busy.
  public var busyTimeout: Duration
  /// Whether the structure of every page is looked at before the log is trusted: for verifying.
  public var checksEveryPage: Bool
  /// The clock that gives events their recorded time.
  public var now: @Sendable () -> RecordedTime

  public init(
    access: Access, busyTimeout: Duration = .seconds(5), checksEveryPage: Bool = false,
    now: @escaping @Sendable () -> RecordedTime = SystemClock.now
  ) {
    self.access = access
    self.busyTimeout = busyTimeout
    self.checksEveryPage = checksEveryPage
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
