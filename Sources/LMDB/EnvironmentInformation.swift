/// How large an environment is and who is using it.
public struct EnvironmentInformation: Hashable, Sendable {
  /// How long the data file is, in bytes.
  public let fileBytes: Int
  /// The size of the map, in bytes: how far the file can grow before the map has to.
  public let mapSize: Int
  /// What the file's pages take up to the last one, free pages included, in bytes.
  public let usedBytes: Int
  /// Pages that were given up and can be used again.
  public let freePages: Int
  /// The size of a page, in bytes.
  public let pageSize: Int
  /// The number of the last committed write transaction.
  public let lastTransaction: Int
  /// The greatest number of reader slots.
  public let readerLimit: Int
  /// The reader slots in use, over all processes.
  public let readers: [Reader]

  /// What the pages take that are not free, in bytes.
  public var liveBytes: Int { usedBytes - freePages * pageSize }

  /// A reader slot in use.
  public struct Reader: Hashable, Sendable {
    /// The process that holds it.
    public let process: Int32
    /// The write transaction whose state it is reading; `nil` while it reads nothing.
    ///
    /// Pages given up since can't be used again before this reader ends.
    public let transaction: Int?
  }
}
