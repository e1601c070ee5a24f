public import TarikhModel

/// How an LMDB log is opened; every choice is made by the caller.
public struct LMDBEventLogOptions: Sendable {
  /// The first size of the map, in bytes: address space, not disk.
  ///
  /// It doubles when it is full.
  public var mapSize: Int
  /// The most reads open at once, over all processes.
  public var readerLimit: Int
  public var durability: Durability
  public var pageChecking: PageChecking
  /// Nothing is written, made or locked; every append fails.
  public var isReadOnly: Bool
  /// How long to wait for another process that holds the log, before failing as busy.
  public var busyTimeout: Duration
  /// The most bytes that the encoded body of one event may take.
  public var eventByteLimit: Int
  /// How many bytes of given-up pages a reader may keep from being used again, or a quarter of
  /// the file where that is more, before appends fail as busy and name it.
  public var heldBackLimit = 64 << 20
  /// Whether a reader makes no lock files: for a copy that nobody has open.
  package var leavesNoTrace = false
  /// How often a follower looks for events of other processes.
  public var followInterval: Duration
  /// The clock.
  ///
  /// Recorded times never decrease, even if it does.
  public var now: @Sendable () -> RecordedTime

  /// What an acknowledged append promises.
  public enum Durability: Hashable, Sendable {
    /// It is on the disk.
    case everyCommit
    /// It is in the file, which the system writes to the disk when it likes.
    ///
    /// - Warning: After a power cut the log can be damaged, not merely shorter. For bulk loads
    ///   that can be run again from the start.
    case unsafeNoSync
  }

  /// What is looked at before a file is trusted, since LMDB's pages have no checksums.
  public enum PageChecking: Hashable, Sendable {
    /// Every page, if the file is shorter than it says; else those that lead to the index of
    /// streams, some hundreds in a log of ten million events.
    case whenCutShort
    /// Every page's structure: before verifying a log, or reading one of unknown origin.
    case everyPage
  }

  /// Options, each stated.
  public init(
    mapSize: Int, readerLimit: Int, durability: Durability, pageChecking: PageChecking,
    isReadOnly: Bool, busyTimeout: Duration, eventByteLimit: Int, followInterval: Duration,
    now: @escaping @Sendable () -> RecordedTime
  ) {
    self.mapSize = mapSize
    self.readerLimit = readerLimit
    self.durability = durability
    self.pageChecking = pageChecking
    self.isReadOnly = isReadOnly
    self.busyTimeout = busyTimeout
    self.eventByteLimit = eventByteLimit
    self.followInterval = followInterval
    self.now = now
  }

  /// The usual choices: durable, 1 GiB of map to begin with, 5 seconds of patience.
  public static func usual(now: @escaping @Sendable () -> RecordedTime) -> LMDBEventLogOptions {
    LMDBEventLogOptions(
      mapSize: 1 << 30, readerLimit: 126, durability: .everyCommit,
      pageChecking: .whenCutShort, isReadOnly: false, busyTimeout: .seconds(5),
      eventByteLimit: EventLogLimits.eventByteLimit, followInterval: .milliseconds(200), now: now)
  }
}
