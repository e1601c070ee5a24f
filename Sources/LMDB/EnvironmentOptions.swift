extension Environment {
  /// How an environment is opened; every choice is made by the caller.
  public struct Options: Hashable, Sendable {
    /// The first size of the map, in bytes, rounded up to whole pages.
    ///
    /// It is address space, not disk space. A file that is larger already keeps its size, and
    /// the map doubles whenever the data outgrow it.
    public var mapSize: Int
    /// The greatest number of tables.
    public var tableLimit: Int
    /// The greatest number of read transactions open at once, over all processes.
    ///
    /// The first process that opens the environment decides for all of them.
    public var readerLimit: Int
    public var durability: Durability
    public var access: Access
    public var pageChecking: PageChecking
    /// The permission bits of files that have to be made, such as `0o600`.
    public var fileMode: UInt32
    /// Whether tables that are missing are made only where the file has none at all.
    ///
    /// Else a name that a damaged page hides would be answered by a new, empty table.
    public var makesTablesTogether = false

    /// Options, each stated.
    ///
    /// - Precondition: the three numbers are positive.
    public init(
      mapSize: Int, tableLimit: Int, readerLimit: Int, durability: Durability, access: Access,
      pageChecking: PageChecking, fileMode: UInt32
    ) {
      precondition(mapSize > 0 && tableLimit > 0 && readerLimit > 0, "limits must be positive")
      self.mapSize = mapSize
      self.tableLimit = tableLimit
      self.readerLimit = readerLimit
      self.durability = durability
      self.access = access
      self.pageChecking = pageChecking
      self.fileMode = fileMode
    }
  }

  /// What a commit promises.
  public enum Durability: Hashable, Sendable {
    /// Every commit reaches the disk before ``Environment/write(_:)`` returns.
    case everyCommit
    /// No commit waits for the disk; ``Environment/sync()`` does. LMDB's `MDB_NOSYNC`.
    ///
    /// - Warning: After a power cut the file can be corrupt, not merely old. For data that can
    ///   be built again from something else.
    case unsafeNoSync
  }

  /// Which pages are looked at before LMDB is allowed to believe them.
  public enum PageChecking: Hashable, Sendable {
    /// All that any table can reach; reads the whole file but for long values.
    case everyPage
    /// Those of these tables that lead to others, one of fifty or so; all of a file that ends too
    /// early.
    ///
    /// No page below is hidden then; ``Cursor/listsWholePage(of:)`` asks the leaves themselves.
    case branchPages(of: Set<String>)
    /// All, but only of a file that ends too early: there LMDB would fault.
    ///
    /// - Warning: LMDB 0.9 aborts the process, or worse, on pages that are damaged otherwise.
    case whenCutShort
  }

  /// Whether the environment may be written to.
  public enum Access: Hashable, Sendable {
    case readWrite
    /// Nothing is ever written to the data file. LMDB's `MDB_RDONLY`.
    ///
    /// The reader table beside it is written, unless the file system itself is read-only.
    case readOnly
    /// Nothing is written at all, and no writer knows of the readers: `MDB_RDONLY | MDB_NOLOCK`.
    ///
    /// - Warning: While somebody writes, a snapshot's pages are used again under its reader. For
    ///   files that nobody writes to, or with a ``SnapshotGuard``.
    case readOnlyWithoutLocks
  }
}
