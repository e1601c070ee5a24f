/// How a store of views is opened.
public struct ViewStoreOptions: Hashable, Sendable {
  /// The first size of the map, in bytes; it grows by itself.
  public var mapSize: Int
  /// The greatest number of readers at once, over all processes.
  public var readerLimit: Int
  /// Whether every commit reaches the disk; views can always be built again.
  public var isDurable: Bool
  /// Whether nothing is written; the views must be there.
  public var isReadOnly: Bool

  /// Whether the structure of every page is looked at before the file is trusted.
  public var checksEveryPage = false

  /// How long to wait for another process that writes, before failing as busy.
  public var busyTimeout: Duration
  /// How many bytes of given-up pages a reader may keep from being used again, or a quarter of
  /// the file where that is more, before writing fails as busy and names it.
  public var heldBackLimit = 64 << 20

  public init(
    mapSize: Int, readerLimit: Int, isDurable: Bool, isReadOnly: Bool, busyTimeout: Duration
  ) {
    self.busyTimeout = busyTimeout
    self.mapSize = mapSize
    self.readerLimit = readerLimit
    self.isDurable = isDurable
    self.isReadOnly = isReadOnly
  }

  /// What serves on a laptop and in a server alike: a power cut never leaves a damaged file.
  public static let usual = ViewStoreOptions(
    mapSize: 64 << 20, readerLimit: 126, isDurable: true, isReadOnly: false,
    busyTimeout: .seconds(5))
}
