internal import CLMDB
internal import Foundation
internal import Synchronization

/// An LMDB environment: one folder with a data file and a lock file, mapped into memory.
///
/// One writer at a time, over all processes; any number of readers up to the limit, which never
/// wait for the writer, nor the writer for them.
///
/// All its tables are opened with it, once: `mdb_dbi_open` must not race with another
/// transaction that opens tables, and a handle opened once stays good until the end.
@safe public final class Environment: Sendable {
  // Shared without a lock: LMDB is "fully thread-aware" (lmdb.h, main page), the pointer is
  // written before anyone else can see it, and what is not safe beside open transactions,
  // resizing and opening anew, is behind the gate: only there is the pointer replaced.
  nonisolated(unsafe) var handle: OpaquePointer
  let gate = TransactionGate()
  /// Set when the map was lost while resizing: the pages are gone, every further use throws.
  let lostMap = Mutex<LMDBError?>(nil)
  /// Held only for a look or a change, inside the gate or not.
  let recovery = Mutex(RecoveryState())
  let number: UInt64
  let file: OpenEnvironments.File
  let tables: [String: Table]
  let snapshotGuard: (any SnapshotGuard)?
  /// How the environment was opened.
  public let options: Options
  /// The folder that holds the two files, as it was given.
  public let path: String

  private static let lastNumber = Atomic<UInt64>(0)

  /// Opens the environment in the folder at `path`, with exactly these tables.
  ///
  /// Slots of readers that died are cleared. For writing, files and tables that are missing are
  /// made; the folder has to be there. Read-only opening makes nothing.
  ///
  /// A new data file lasts from here on, its name included, where commits do.
  ///
  /// - Parameter snapshotGuard: holds writers off while ``Access/readOnlyWithoutLocks`` reads.
  /// - Precondition: the names differ and are at most `options.tableLimit`.
  /// - Throws: ``LMDBError/noSuchFile`` without a folder (or, read-only, without data),
  ///   ``LMDBError/alreadyOpen`` when this process has it open, ``LMDBError/notFound`` when it is
  ///   read-only and lacks a table, ``LMDBError/invalidFile`` and ``LMDBError/corrupted`` for a
  ///   damaged file, and what the system says.
  public init(
    at path: String, options: Options, tables names: [String],
    snapshotGuard: (any SnapshotGuard)? = nil
  ) throws(LMDBError) {
    precondition(Set(names).count == names.count, "table names must differ")
    precondition(names.count <= options.tableLimit, "more tables than the table limit")
    number = Self.lastNumber.add(1, ordering: .relaxed).newValue
    let held = try Self.hold(snapshotGuard)
    defer { withExtendedLifetime(held) {} }
    let isNew = !FileManager.default.fileExists(atPath: "\(path)/data.mdb")
    let (opened, file) = unsafe try Self.open(at: path, options: options)
    do throws(LMDBError) {
      unsafe try Self.checkPages(of: opened, options: options)
      unsafe tables = try Self.openTables(names, of: opened, options: options, number: number)
      if isNew, options.durability == .everyCommit, options.access == .readWrite {
        try Folder.sync(path)
      }
    } catch {
      unsafe OpenEnvironments.close(opened, file)
      throw error
    }
    unsafe handle = opened
    // Reads a constant of the library.
    longestKey = Int(unsafe mdb_env_get_maxkeysize(opened))
    self.file = file
    self.snapshotGuard = snapshotGuard
    self.options = options
    self.path = path
  }

  /// The table of that name.
  ///
  /// - Precondition: it is among the names given at opening.
  public func table(_ name: String) -> Table {
    guard let table = tables[name] else {
      preconditionFailure("no table \"\(name)\" was opened with this environment")
    }
    return table
  }

  /// The longest key that LMDB takes, in bytes; 511 in stock builds.
  public let longestKey: Int

  deinit {
    // No transaction can be open: each lives in a scope that holds this object.
    let isClosed = recovery.withLock { $0.closed != nil }
    unsafe OpenEnvironments.close(isClosed ? nil : handle, file)
  }
}
