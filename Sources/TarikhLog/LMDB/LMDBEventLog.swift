public import Foundation
internal import LMDB
public import TarikhModel

/// The log on disk: a folder with an LMDB environment and two lock files.
///
/// Any number of processes may have it open; their appends take turns, their reads wait for
/// nobody. Within a process, open it once and share it.
public final class LMDBEventLog: EventLog {
  let environment: Environment
  let tables: LogTables
  private let options: LMDBEventLogOptions
  /// `nil` when the log is read-only.
  private let writer: LogWriter?
  private let signal = HeadSignal()
  private let use: UseLock

  /// Opens the log in `folder`, which is made if it is missing, unless the log is read-only.
  ///
  /// - Throws: a failure of kind `busy` when this process has it open already or another one
  ///   holds it for too long, `missing` when there is none to read, `damaged` when it is not a
  ///   log, or one of an unknown format.
  public static func open(
    at folder: URL, options: LMDBEventLogOptions
  ) throws(StorageFailure) -> LMDBEventLog {
    if !options.isReadOnly { try makeFolder(folder) }
    let use = try UseLock.share(
      in: folder, of: "the log", isReadOnly: options.isReadOnly,
      makesFile: !options.leavesNoTrace, timeout: options.busyTimeout)
    let lock = WriterLock(in: folder, of: "the log", timeout: options.busyTimeout)
    // Opening makes tables in a write transaction, which must not wait for a stopped process.
    if !options.isReadOnly { try lock.take() }
    defer { lock.giveUp(keepingFor: { false }) }
    do throws(LogFailure) {
      do throws(LogFailure) {
        return try LMDBEventLog(at: folder, lock: lock, use: use, options: options)
      } catch {
        switch error {
        case .outdated: break
        case .storage(.notFound) where LogUpgrade.isDue(in: folder, options: options): break
        default: throw error
        }
      }
      try upgrade(folder, lock: lock, options: options)
      return try LMDBEventLog(at: folder, lock: lock, use: use, options: options)
    } catch {
      if case .storage(let error) = error {
        throw StorageFailure(error, opening: folder.path, options: options.environment)
      }
      var failure = error.storage
      failure.description = "\(folder.path): \(failure.description)"
      throw failure
    }
  }

  private init(
    at folder: URL, lock: WriterLock, use: UseLock, options: LMDBEventLogOptions
  ) throws(LogFailure) {
    do throws(LMDBError) {
      environment = try EnvironmentOpening.open(
        in: folder, options: options.environment, tables: LogTables.names,
        leavesNoTrace: options.leavesNoTrace, timeout: options.busyTimeout)
    } catch {
      throw .storage(error)
    }
    tables = LogTables(of: environment)
    self.options = options
    self.use = use
    try LMDBEventLog.checkFormat(of: environment, tables: tables, options: options)
    guard !options.isReadOnly else {
      writer = nil
      return
    }
    try LMDBEventLog.syncFoldersOfEmptyLog(in: environment, tables: tables)
    let readers = ReaderWatch(of: "the log", limit: options.heldBackLimit)
    writer = LogWriter(
      LogCommitter(
        environment: environment, tables: tables, lock: lock, readers: readers, signal: signal,
        now: options.now))
  }

  /// Writes what was appended so far and takes no more; reading goes on.
  public func close() { writer?.close() }

  deinit { writer?.close() }

  @discardableResult
  public func append(
    _ events: [NewEvent], texts: [ArticleText], to stream: StreamName,
    expecting expected: ExpectedRevision
  ) async throws(AppendError) -> AppendReceipt {
    let append = StreamAppend(events, texts: texts, to: stream, expecting: expected)
    let results = await self.append([append])
    return try results[0].get()
  }

  public func append(
    _ appends: [StreamAppend]
  ) async -> [Result<AppendReceipt, AppendError>] {
    await append(
      appends.map { append in
        Result { () throws(AppendError) in
          try PreparedAppend(append, eventByteLimit: options.eventByteLimit)
        }
      })
  }

  /// The same for appends that were prepared before, while others were being written.
  package func append(
    _ prepared: [Result<PreparedAppend, AppendError>]
  ) async -> [Result<AppendReceipt, AppendError>] {
    guard let writer else { return prepared.map { _ in .failure(.storage(.logIsReadOnly)) } }
    return await withCheckedContinuation { writer.submit(.append(prepared, $0)) }
  }

  @discardableResult
  public func restore(
    _ events: [Event], texts: [ArticleText]
  ) async throws(RestoreError) -> LogHead {
    guard let writer else { throw .storage(.logIsReadOnly) }
    let prepared = try PreparedRestore(events, texts: texts)
    let result = await withCheckedContinuation { writer.submit(.restore(prepared, $0)) }
    return try result.get()
  }

  public func follow(after position: Position) -> AsyncThrowingStream<FollowUpdate, any Error> {
    updates(after: position, signal: signal, interval: options.followInterval)
  }
}

extension StorageFailure {
  fileprivate static let logIsReadOnly = StorageFailure(
    kind: .readOnly, description: "the log was opened for reading only")
}
