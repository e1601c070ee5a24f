internal import Foundation
public import TarikhLog
internal import TarikhModel
internal import TarikhProjections

/// How large a store is, what it grows by, who reads it, and where its views are; as JSON it is
/// the shape of `stats`.
public struct StoreStatistics: Encodable, Hashable, Sendable {
  /// Position of the last event.
  public var head: UInt64
  public var events: UInt64
  /// The Merkle tree's root over all events.
  public var root: String
  public var streams: UInt64
  /// Articles whose text is stored.
  public var articles: UInt64
  /// When the last event was recorded; `nil` in an empty log.
  public var recorded: String?
  /// Bytes of the files.
  public var logBytes: UInt64
  public var viewBytes: UInt64
  /// What an event takes of the log, texts and indexes included; `nil` in an empty log.
  public var bytesPerEvent: Double?
  /// Events for each article, those of desks included; `nil` without articles.
  public var eventsPerArticle: Double?
  /// What was recorded of late; `nil` in an empty log.
  public var growth: StoreGrowth?
  public var logFile: FileStatistics
  public var viewFile: FileStatistics
  /// The position that each view has seen.
  public var views: [String: UInt64]
}

extension Timeline {
  /// How large the store is, and where its views are.
  ///
  /// - Complexity: O(*f* + *r* log *n*): *f* being the commits whose pages are free, *r* the days
  ///   of the growth, *n* the events.
  public func stats() throws -> StoreStatistics {
    let head = try log.head()
    let counts = try storage.counts()
    let statuses = try statuses()
    let events = head.position.rawValue
    let logFile = try storage.fileStatistics()
    let bytesPerEvent = events == 0 ? nil : Double(logFile.liveBytes) / Double(events)
    return StoreStatistics(
      head: events, events: events, root: head.root.description, streams: counts.streams,
      articles: counts.texts, recorded: head.recorded?.description, logBytes: bytes(in: "log"),
      viewBytes: bytes(in: "views"), bytesPerEvent: bytesPerEvent,
      eventsPerArticle: counts.texts == 0 ? nil : Double(events) / Double(counts.texts),
      growth: try StoreGrowth(of: log, head: head, bytesPerEvent: bytesPerEvent ?? 0),
      logFile: logFile, viewFile: try views.fileStatistics(),
      views: Dictionary(uniqueKeysWithValues: statuses.map { ($0.name, $0.position.rawValue) }))
  }

  private func bytes(in part: String) -> UInt64 {
    let folder = folder.appending(path: part)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.reduce(0) { sum, name in
      let path = folder.appending(path: name).path
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      return sum + ((attributes?[.size] as? UInt64) ?? 0)
    }
  }
}

extension FileStatistics: Encodable {
  private enum Key: String, CodingKey {
    case fileBytes, liveBytes, freePages, freeBytes, pageBytes, mapBytes, readers, clearedReaders
  }

  private struct ReaderJSON: Encodable {
    var process: Int32
    var program: String?
    var behind: UInt64
    var heldBackBytes: UInt64
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(fileBytes, forKey: .fileBytes)
    try container.encode(liveBytes, forKey: .liveBytes)
    try container.encode(freePages, forKey: .freePages)
    try container.encode(freePages * pageBytes, forKey: .freeBytes)
    try container.encode(pageBytes, forKey: .pageBytes)
    try container.encode(mapBytes, forKey: .mapBytes)
    try container.encode(clearedReaders, forKey: .clearedReaders)
    let readers = readers.map { reader in
      ReaderJSON(
        process: reader.process, program: reader.program, behind: reader.behind,
        heldBackBytes: reader.heldBackBytes)
    }
    try container.encode(readers, forKey: .readers)
  }
}
