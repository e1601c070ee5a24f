public import Foundation
internal import LMDB
internal import Synchronization
public import TarikhLog
internal import TarikhModel

/// The views of a store: one LMDB environment, in which every projection has its rows twice, the
/// live ones and room to build the next beside them.
///
/// Disposable: everything in it can be built again from the log.
public final class ViewStore: Sendable {
  let environment: Environment
  /// The projections that the store was opened for.
  public let projections: [any Projection]

  let lock: WriterLock
  private let use: UseLock
  private let readers: ReaderWatch
  /// Held with `lock`, which does not tell the threads of this process apart.
  let writing = NSLock()
  private let skippedEvents = Mutex<[String: Set<Position>]>([:])

  private init(
    environment: Environment, in folder: URL, use: UseLock, projections: [any Projection],
    options: ViewStoreOptions
  ) {
    self.environment = environment
    self.use = use
    self.projections = projections
    lock = WriterLock(in: folder, of: "the views", timeout: options.busyTimeout)
    readers = ReaderWatch(of: "the views", limit: options.heldBackLimit)
  }

  /// Opens the views in the folder at `url`, which is made where it is missing.
  ///
  /// - Precondition: the projections have different names of 1 to 64 UTF-8 bytes.
  /// - Throws: ``StorageFailure`` of kind `busy` where this process has the folder open already.
  public static func open(
    at url: URL, projections: [any Projection], options: ViewStoreOptions
  ) throws(StorageFailure) -> ViewStore {
    let names = projections.map(\.name)
    precondition(Set(names).count == names.count, "projections must have different names")
    precondition(names.allSatisfy { (1...64).contains($0.utf8.count) }, "1 to 64 bytes a name")
    if !options.isReadOnly {
      do throws(LMDBError) { try Folder.make(at: url.path) } catch {
        throw StorageFailure(error, doing: "views")
      }
    }
    let use = try UseLock.share(
      in: url, of: "the views", isReadOnly: options.isReadOnly, makesFile: true,
      timeout: options.busyTimeout)
    let tables = names.flatMap {
      [Generation.first.table(of: $0), Generation.second.table(of: $0)]
    }
    let lmdb = lmdbOptions(options, tables: tables)
    do throws(LMDBError) {
      let environment = try EnvironmentOpening.open(
        in: url, options: lmdb,
        tables: [checkpointTable] + tables, leavesNoTrace: false, timeout: options.busyTimeout)
      return ViewStore(
        environment: environment, in: url, use: use, projections: projections, options: options)
    } catch { throw StorageFailure(error, opening: url.path, options: lmdb) }
  }

  private static func lmdbOptions(_ options: ViewStoreOptions, tables: [String])
    -> Environment.Options
  {
    var lmdb = Environment.Options(
      mapSize: options.mapSize, tableLimit: max(32, tables.count + 1),
      readerLimit: options.readerLimit,
      durability: options.isDurable ? .everyCommit : .unsafeNoSync,
      access: options.isReadOnly ? .readOnly : .readWrite,
      pageChecking: options.checksEveryPage ? .everyPage : .branchPages(of: Set(tables)),
      fileMode: 0o644)
    // Views of a release with other projections are built anew.
    lmdb.makesTablesTogether = true
    return lmdb
  }

  /// Writes in one transaction, unless another process writes for longer than the timeout.
  ///
  /// - Precondition: this thread is in no transaction of the views.
  func write<Result>(
    _ body: (inout WriteTransaction) throws(ViewError) -> Result
  ) throws(ViewError) -> Result {
    writing.lock()
    defer { writing.unlock() }
    do throws(StorageFailure) {
      try readers.check(environment)
      try lock.take()
    } catch { throw .busy(error) }
    defer { lock.giveUp { false } }
    return try environment.write(body)
  }

  /// Has its projections go on without these events, also when they are built anew.
  public func skip(_ events: [SkippedEvent]) {
    skippedEvents.withLock { skipped in
      for event in events { skipped[event.projection, default: []].insert(event.position) }
    }
  }

  /// The positions of the events that a projection is not given.
  func skipped(by projection: String) -> Set<Position> {
    skippedEvents.withLock { $0[projection] ?? [] }
  }

  /// How much the views take on the disk, and who reads them; dead readers are cleared.
  package func fileStatistics() throws(StorageFailure) -> FileStatistics {
    try FileStatistics(of: environment)
  }

  static let checkpointTable = "checkpoints"

  var checkpoints: RowTable { RowTable(environment.table(ViewStore.checkpointTable)) }

  func table(of projection: String, _ generation: Generation) -> RowTable {
    RowTable(environment.table(generation.table(of: projection)))
  }
}

/// Which of a projection's two tables.
enum Generation: UInt8, Hashable, Sendable {
  case first, second

  var other: Generation { self == .first ? .second : .first }

  func table(of projection: String) -> String { "\(projection).\(rawValue)" }
}
