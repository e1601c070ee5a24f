import Foundation
import LMDB
import Tarikh

/// A planted fault: views that are brought up to the log with the checkpoints in one transaction
/// and the rows in another.
struct SplitCheckpoint {
  let folder: ScenarioFolder
  let log: LMDBEventLog

  private static let checkpoints = "checkpoints"

  private static var names: [String] {
    [checkpoints] + Projections.builtIn.flatMap { ["\($0.name).0", "\($0.name).1"] }
  }

  func catchUp() throws {
    let scratch = FileManager.default.temporaryDirectory.appending(
      path: "tarikh-split-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: folder.views, to: scratch)
    defer { try? FileManager.default.removeItem(at: scratch) }
    do {
      let views = try ViewStore.open(
        at: scratch, projections: Projections.builtIn, options: .usual)
      _ = try ProjectionRunner(log: log, views: views, batchSize: 512).catchUp { _ in }
    }
    let from = try Self.open(scratch)
    let to = try Self.open(folder.views)
    try copy([Self.checkpoints], from, to)
    try copy(Self.names.filter { $0 != Self.checkpoints }, from, to)
  }

  private static func open(_ folder: URL) throws -> Environment {
    let options = Environment.Options(
      mapSize: 64 << 20, tableLimit: 32, readerLimit: 126, durability: .everyCommit,
      access: .readWrite, pageChecking: .whenCutShort, fileMode: 0o644)
    return try Environment(at: folder.path, options: options, tables: names)
  }

  /// Copies these tables in one transaction.
  private func copy(_ names: [String], _ from: Environment, _ to: Environment) throws {
    try from.read { source throws(LMDBError) in
      try to.write { target throws(LMDBError) in
        for name in names {
          try target.clear(to.table(name))
          var cursor = try source.cursor(over: from.table(name))
          while let entry = try cursor.next() {
            try target.put(entry.value, forKey: entry.key, in: to.table(name), .replacing)
          }
        }
      }
    }
  }
}
