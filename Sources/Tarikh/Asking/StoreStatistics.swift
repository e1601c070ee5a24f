internal import Foundation
internal import TarikhInterchange
internal import TarikhLog
internal import TarikhModel
internal import TarikhProjections

/// How large a store is, and where its views are; as JSON it is the shape of `stats`.
public struct StoreStatistics: Encodable, Hashable, Sendable {
  /// Position of the last event.
  public var head: UInt64
  public var events: UInt64
  /// The Merkle tree's root over all events.
  public var root: String
  public var streams: UInt64
  public var articles: UInt64
  /// When the last event was recorded; `nil` in an empty log.
  public var recorded: String?
  /// Bytes of the files.
  public var logBytes: UInt64
  public var viewBytes: UInt64
  /// The position that each view has seen.
  public var views: [String: UInt64]
}

extension Timeline {
  /// How large the store is, and where its views are.
  ///
  /// - Complexity: O(*n*) in the number of streams.
  public func stats() throws -> StoreStatistics {
    let head = try log.head()
    var count: (streams: UInt64, articles: UInt64) = (0, 0)
    var last: StreamName?
    while let end = try log.streams(after: last, limit: 1000).map({ head in
      count.streams += 1
      if head.name.rawValue.hasPrefix("article/") { count.articles += 1 }
      return head.name
    }).last {
      last = end
    }
    let statuses = try runner.statuses()
    return StoreStatistics(
      head: head.position.rawValue, events: head.position.rawValue, root: head.root.description,
      streams: count.streams, articles: count.articles, recorded: head.recorded?.description,
      logBytes: bytes(in: "log"), viewBytes: bytes(in: "views"),
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
