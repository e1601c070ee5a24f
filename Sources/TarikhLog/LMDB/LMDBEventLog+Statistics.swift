package import LMDB
internal import TarikhModel

/// How much a log or a store of views takes on the disk, and who reads it.
public struct FileStatistics: Hashable, Sendable {
  /// How long the data file is, in bytes.
  public var fileBytes: UInt64
  /// What is in use of it, in bytes.
  public var liveBytes: UInt64
  /// Pages that were given up and can be used again, once nobody reads an old state.
  public var freePages: UInt64
  /// The size of a page, in bytes.
  public var pageBytes: UInt64
  /// How far the file can grow before the map does, in bytes; address space, not disk.
  public var mapBytes: UInt64
  /// Who is reading now, the oldest state first.
  public var readers: [Reader]
  /// How many slots of readers that had died were cleared by looking.
  public var clearedReaders: Int

  /// A snapshot that is being read.
  public struct Reader: Hashable, Sendable {
    public var process: Int32
    /// The name of the process's program, where the system gives it.
    public var program: String?
    /// How many commits came since its snapshot.
    public var behind: UInt64
    /// What those commits gave up and this reader keeps from being used again, in bytes; an
    /// older reader keeps it too.
    public var heldBackBytes: UInt64
  }
}

/// How much a log has, by its head and the counts of its tables.
package struct LogCounts: Hashable, Sendable {
  package var streams: UInt64
  /// Texts of articles.
  package var texts: UInt64
}

extension LMDBEventLog {
  /// How much the log takes on the disk, and who reads it; dead readers are cleared.
  ///
  /// - Complexity: O(*f*), *f* being the commits whose pages are free.
  package func fileStatistics() throws(StorageFailure) -> FileStatistics {
    try FileStatistics(of: environment)
  }

  /// How many streams and texts there are.
  ///
  /// - Complexity: O(1).
  package func counts() throws(ReadError) -> LogCounts {
    try reading { transaction throws(LogFailure) in
      LogCounts(
        streams: try tables.head(in: transaction).streams,
        texts: try transaction.count(of: tables.texts))
    }
  }
}

extension FileStatistics {
  /// The statistics of the environment; dead readers are cleared.
  package init(of environment: Environment) throws(StorageFailure) {
    do throws(LMDBError) {
      clearedReaders = try environment.clearStaleReaders()
      let information = try environment.information()
      fileBytes = UInt64(information.fileBytes)
      liveBytes = UInt64(information.liveBytes)
      freePages = UInt64(information.freePages)
      pageBytes = UInt64(information.pageSize)
      mapBytes = UInt64(information.mapSize)
      readers = try FileStatistics.readers(information, of: environment)
    } catch {
      throw StorageFailure(error)
    }
  }

  private static func readers(
    _ information: EnvironmentInformation, of environment: Environment
  ) throws(LMDBError) -> [Reader] {
    let reading = information.readers.compactMap { reader in
      reader.transaction.map { (process: reader.process, transaction: $0) }
    }
    var found: [Reader] = []
    for reader in reading.sorted(by: { $0.transaction < $1.transaction }) {
      let behind = max(0, information.lastTransaction - reader.transaction)
      let pages = behind == 0 ? 0 : try environment.freePages(since: reader.transaction)
      found.append(
        Reader(
          process: reader.process, program: ProcessName.name(of: reader.process),
          behind: UInt64(behind), heldBackBytes: UInt64(pages * information.pageSize)))
    }
    return found
  }
}
