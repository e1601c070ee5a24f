internal import Foundation
internal import LMDB
internal import TarikhModel

/// Raises a log of layout 1 to the current one, in one transaction.
///
/// The records stay as they are, byte for byte, and with them every hash; only the index of
/// streams is made anew from the three tables that it replaces.
struct LogUpgrade {
  /// The layout that is raised.
  static let version: UInt64 = 1

  private static let oldNames = ["streams", "revisions", "ids"]

  private let environment: Environment
  private let tables: LogTables

  /// Raises the log in `folder`, unless another process has done so meanwhile.
  ///
  /// The caller holds the writer's lock.
  static func run(
    in folder: URL, options: LMDBEventLogOptions
  ) throws(LogFailure) {
    var writing = options
    writing.isReadOnly = false
    var environmentOptions = writing.environment
    environmentOptions.tableLimit += oldNames.count
    let environment: Environment
    do throws(LMDBError) {
      environment = try Environment(
        at: folder.path, options: environmentOptions, tables: LogTables.names + oldNames)
    } catch {
      throw .storage(error)
    }
    let tables = LogTables(of: environment)
    try LogUpgrade(environment: environment, tables: tables).run()
  }

  /// Whether the log in `folder`, which lacks a table, lacks it because of its layout.
  static func isDue(in folder: URL, options: LMDBEventLogOptions) -> Bool {
    var reading = options.environment
    reading.access = .readOnly
    guard
      let environment = try? Environment(at: folder.path, options: reading, tables: ["meta"])
    else { return false }
    let layout = try? environment.read { transaction throws(LogFailure) in
      try Self.layout(environment.table("meta"), in: transaction)
    }
    return layout == version
  }

  /// The layout that the log says it has.
  private static func layout(
    _ meta: Table, in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(LogFailure) -> UInt64? {
    let key = MetaKey.format
    guard let bytes = try transaction.bytes(under: key.span.bytes, in: meta) else { return nil }
    return BigEndianKey<1>.numbers(in: bytes).map { $0[0] }
  }

  private func run() throws(LogFailure) {
    try environment.write { transaction throws(LogFailure) in
      let format = MetaKey.format
      guard try Self.layout(tables.meta, in: transaction) == Self.version else { return }
      let streams = try makeChunks(in: &transaction)
      try raiseHead(streams: streams, in: &transaction)
      try transaction.store(
        BigEndianKey([LogTables.version]).bytes, under: format.span.bytes, in: tables.meta,
        .replacing)
      for name in Self.oldNames {
        do throws(LMDBError) { try transaction.clear(environment.table(name)) } catch {
          throw .storage(error)
        }
      }
    }
  }

  /// Writes the chunks of every stream; tells how many streams there are.
  private func makeChunks(in transaction: inout WriteTransaction) throws(LogFailure) -> UInt64 {
    var count: UInt64 = 0
    var name: [UInt8] = []
    while let stream = try nextStream(after: name, in: transaction) {
      name = stream.name
      count += 1
      guard let text = String(validating: name, as: UTF8.self), let known = try? StreamName(text)
      else { throw .damaged(place: "streams", reason: "\(name.count) bytes are not a name") }
      try makeChunks(of: known, number: stream.number, in: &transaction)
    }
    return count
  }

  private func makeChunks(
    of stream: StreamName, number: UInt64, in transaction: inout WriteTransaction
  ) throws(LogFailure) {
    var index = StreamIndex(of: stream, behind: nil)
    var revision: UInt64 = 0
    while let position = try position(number, revision, in: transaction) {
      let id = try id(at: position, in: transaction)
      try index.append(id, at: position, to: tables, in: &transaction)
      revision += 1
    }
    guard revision > 0 else {
      throw .damaged(place: "stream \(stream)", reason: "it has no events")
    }
    try index.finish(to: tables, in: &transaction)
  }

  private func id(
    at position: UInt64, in transaction: borrowing WriteTransaction
  ) throws(LogFailure) -> EventID {
    try tables.view(at: position, try tables.record(at: position, in: transaction)).id
  }

  private func nextStream(
    after name: [UInt8], in transaction: borrowing WriteTransaction
  ) throws(LogFailure) -> (name: [UInt8], number: UInt64)? {
    var cursor = try transaction.walk(over: environment.table("streams"))
    let start = name + [0]
    let found = name.isEmpty ? try cursor.forward() : try cursor.move(atOrAfter: start.span.bytes)
    guard let entry = found else { return nil }
    return (entry.key.copied, try tables.number(entry.value, place: "streams"))
  }

  private func position(
    _ stream: UInt64, _ revision: UInt64, in transaction: borrowing WriteTransaction
  ) throws(LogFailure) -> UInt64? {
    let key = BigEndianKey([stream, revision])
    let revisions = environment.table("revisions")
    guard let value = try transaction.bytes(under: key.bytes, in: revisions) else { return nil }
    return try tables.number(value, place: "revisions")
  }

  private func raiseHead(
    streams: UInt64, in transaction: inout WriteTransaction
  ) throws(LogFailure) {
    let key = MetaKey.head
    let stored = try transaction.bytes(under: key.span.bytes, in: tables.meta)?.copied
    guard let stored else { return }
    guard let tree = LogHeadRecord.treeOfLayout1(stored.span.bytes) else {
      throw .damaged(place: "head", reason: "the root is not the one of the stored subtrees")
    }
    let head = LogHeadRecord(tree: tree, streams: streams).bytes
    try transaction.store(head.span.bytes, under: key.span.bytes, in: tables.meta, .replacing)
  }
}
