import EDTF
import Foundation
import Synchronization
import TarikhLog
import TarikhModel
import TarikhProjections
import TestSupport
import Testing

/// A log in memory, views in a temporary folder, and a clock that ticks a second an append.
final class World: Sendable {
  let log: MemoryEventLog
  let views: ViewStore
  let runner: ProjectionRunner
  let engine: QueryEngine
  private let folder: TemporaryFolder

  static let start: Int64 = 1_700_000_000_000_000

  init(projections: [any Projection] = Projections.builtIn, batchSize: Int = 512) throws {
    let ticks = Atomic<Int64>(0)
    let clock = Clock(ticks: ticks)
    log = MemoryEventLog(now: { clock.next() })
    folder = try TemporaryFolder()
    views = try World.views(in: folder, projections: projections)
    runner = ProjectionRunner(log: log, views: views, batchSize: batchSize)
    engine = QueryEngine(log: log, views: views)
  }

  static func views(
    in folder: TemporaryFolder, projections: [any Projection] = Projections.builtIn
  ) throws -> ViewStore {
    try ViewStore.open(
      at: folder.url, projections: projections,
      options: ViewStoreOptions(
        mapSize: 1 << 20, readerLimit: 16, isDurable: false, isReadOnly: false,
        busyTimeout: .seconds(5)))
  }

  /// Seconds since the start, one more each time.
  private final class Clock: Sendable {
    private let ticks: Atomic<Int64>
    init(ticks: consuming Atomic<Int64>) { self.ticks = ticks }
    func next() -> RecordedTime {
      RecordedTime(rawValue: World.start + ticks.add(1, ordering: .relaxed).newValue * 1_000_000)
    }
  }

  /// Appends one event; its identity is its number in the log.
  @discardableResult
  func append(_ payload: EventPayload, to stream: StreamName) async throws -> EventAddress {
    let number = try log.head().position.rawValue + 1
    var texts: [ArticleText] = []
    if case .articleReceived(let article) = payload {
      texts = [ArticleText(digest: article.text, text: stream.rawValue)]
    }
    let receipt = try await log.append(
      [NewEvent(id: EventID(high: 0, low: number), payload: payload)], texts: texts,
      to: stream, expecting: .any)
    return EventAddress(stream: stream, revision: try #require(receipt.revisions?.lowerBound))
  }

  func catchUp() throws { try runner.catchUp { _ in } }

  func state(
    _ day: String, subject: String? = nil, attribute: String? = nil, knownAt: KnownAt = .head,
    publishedBy: String? = nil, accordingTo: String? = nil
  ) throws -> AsOfAnswer {
    let asOf = AsOf(
      valid: Making.day(day), knownAt: knownAt, publishedBy: publishedBy.flatMap(Day.init),
      accordingTo: accordingTo)
    return try engine.state(
      AsOfQuery(
        asOf: asOf, subject: subject.map(EntityID.init(rawValue:)), attribute: attribute,
        policy: .ontology))
  }
}
