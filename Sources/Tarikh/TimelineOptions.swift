public import TarikhLog
public import TarikhModel
internal import TarikhProjections

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
  /// The clock that gives events their recorded time.
  public var now: @Sendable () -> RecordedTime

  public init(
    access: Access, busyTimeout: Duration = .seconds(5),
    now: @escaping @Sendable () -> RecordedTime = SystemClock.now
  ) {
    self.access = access
    self.busyTimeout = busyTimeout
    self.now = now
  }
}
