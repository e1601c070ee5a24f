import Foundation
import LMDB
import Tarikh

/// What LMDB alone takes for the same commits: the line to stay close to.
///
/// The records' bytes by position, and an index from stream and revision to position.
struct BareLMDB {
  private let environment: Environment

  init(folder: URL) throws {
    let path = folder.appending(path: "bare-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
    environment = try Environment(
      at: path.path,
      options: .init(
        mapSize: 8 << 30, tableLimit: 4, readerLimit: 16, durability: .everyCommit,
        access: .readWrite, pageChecking: .whenCutShort, fileMode: 0o600),
      tables: ["events", "index"])
  }

  func put(_ workload: Workload) throws {
    var position: UInt64 = 0
    for (number, stream) in workload.streams.enumerated() {
      let records = try self.records(of: stream, after: position)
      try environment.write { transaction throws(LMDBError) in
        for (revision, record) in records.enumerated() {
          let place = BigEndianKey([position + UInt64(revision) + 1])
          let index = BigEndianKey([UInt64(number), UInt64(revision)])
          try transaction.put(
            record.span.bytes, forKey: place.bytes, in: environment.table("events"), .appending)
          try transaction.put(
            place.bytes, forKey: index.bytes, in: environment.table("index"), .appending)
        }
      }
      position += UInt64(records.count)
    }
  }

  private func records(of stream: Workload.Stream, after position: UInt64) throws -> [[UInt8]] {
    try stream.events.enumerated().map { revision, event in
      try EventRecord.encode(
        event, position: Position(rawValue: position + UInt64(revision) + 1), stream: stream.name,
        revision: Revision(rawValue: UInt64(revision)), recorded: RecordedTime(rawValue: 0)
      ).bytes
    }
  }
}
