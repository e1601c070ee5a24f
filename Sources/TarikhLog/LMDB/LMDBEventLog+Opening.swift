internal import Foundation
internal import LMDB
internal import TarikhModel

extension LMDBEventLog {
  static func makeFolder(_ folder: URL) throws(StorageFailure) {
    do throws(LMDBError) { try Folder.make(at: folder.path) } catch {
      throw StorageFailure(error, doing: folder.path)
    }
  }

  /// Raises a log of an earlier layout, which a reader needs the right to write for, once.
  static func upgrade(
    _ folder: URL, lock: WriterLock, options: LMDBEventLogOptions
  ) throws(LogFailure) {
    do throws(StorageFailure) { try lock.take() } catch { throw .unavailable(error) }
    defer { if options.isReadOnly { lock.giveUp(keepingFor: { false }) } }
    try LogUpgrade.run(in: folder, options: options)
  }

  /// Writes the layout's version into a new log, and refuses a log of another version.
  static func checkFormat(
    of environment: Environment, tables: LogTables, options: LMDBEventLogOptions
  ) throws(LogFailure) {
    let key = MetaKey.format
    let version = try environment.read { transaction throws(LogFailure) -> UInt64? in
      guard let value = try transaction.bytes(under: key.span.bytes, in: tables.meta) else {
        guard try tables.lastPosition(in: transaction) == 0 else {
          throw .damaged(place: "format", reason: "the log has events and no layout version")
        }
        return nil
      }
      return try tables.number(value, place: "format")
    }
    if let version {
      guard version != LogTables.version else { return }
      if version == LogUpgrade.version { throw .outdated }
      throw .damaged(
        place: "format",
        reason: "the log has layout \(version), this program knows \(LogTables.version)")
    }
    guard !options.isReadOnly else { return }
    try environment.write { transaction throws(LogFailure) in
      try transaction.store(
        BigEndianKey([LogTables.version]).bytes, under: key.span.bytes, in: tables.meta,
        .inserting)
    }
  }
}

extension LMDBEventLogOptions {
  var environment: Environment.Options {
    Environment.Options(
      mapSize: mapSize, tableLimit: LogTables.names.count, readerLimit: readerLimit,
      durability: durability == .everyCommit ? .everyCommit : .unsafeNoSync,
      access: isReadOnly ? .readOnly : .readWrite,
      // Positions tell where an event is missing; nothing but the pages tells where a stream is.
      pageChecking: pageChecking == .everyPage ? .everyPage : .branchPages(of: ["chunks"]),
      fileMode: 0o644)
  }
}
