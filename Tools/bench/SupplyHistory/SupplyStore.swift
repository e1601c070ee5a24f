import Foundation
import Synchronization
import Tarikh

/// SH1 in a store: each publication one append of facts, recorded on its own day.
///
/// A change is one fact: the figures of an item, in the order of their columns, over its days.
struct SupplyStore {
  let timeline: Timeline
  /// The digest of the lines that the rules make of the events.
  private(set) var digest = Digest.sha256(of: [])
  private(set) var count = 0

  static let attribute = "figures"
  /// 2024-01-01, day 0 of the benchmark.
  static let start = Day(rawValue: 19_723)

  static func day(_ number: Int) -> Day { start.advanced(by: number) }

  static func subject(_ item: SupplyEvent.Item, _ number: Int) -> EntityID {
    EntityID(rawValue: "\(item.rawValue):\(number)")
  }

  /// When a publication is recorded.
  static func recorded(_ epoch: Int) -> RecordedTime {
    RecordedTime(rawValue: Int64(day(15 * epoch).rawValue) * 86_400_000_000)
  }

  /// Makes the store, appends every publication, and brings the views to the head.
  init(in folder: URL, _ stream: SupplyStream) async throws {
    let clock = Mutex(SupplyStore.recorded(0))
    let now = SupplyClock(clock)
    timeline = try Timeline.open(
      at: folder.path, options: TimelineOptions(access: .create, now: { now.now }))
    let desk = try StreamName("desk/supply-history")
    var lines: [UInt8] = []
    for epoch in 0..<SupplyStream.epochs {
      now.set(SupplyStore.recorded(epoch))
      var events: [NewEvent] = []
      for event in stream.events(of: epoch) {
        lines += event.line.utf8
        count += 1
        events.append(
          NewEvent(id: EventID(high: 1, low: UInt64(count)), payload: .fact(Fact(event))))
      }
      try await timeline.log.append(events, texts: [], to: desk, expecting: .any)
    }
    digest = .sha256(of: lines)
    try timeline.updateViews()
  }

  /// The last position of a publication.
  func position(of epoch: Int) throws -> Position {
    try timeline.log.position(at: SupplyStore.recorded(epoch))
  }
}

/// A clock that stands where it was set.
private final class SupplyClock: Sendable {
  private let time: Mutex<RecordedTime>

  init(_ time: consuming Mutex<RecordedTime>) { self.time = time }

  var now: RecordedTime { time.withLock { $0 } }

  func set(_ time: RecordedTime) { self.time.withLock { $0 = time } }
}

extension Fact {
  fileprivate init(_ event: SupplyEvent) {
    self.init(
      subject: SupplyStore.subject(event.item, event.number), attribute: SupplyStore.attribute,
      value: event.figures.map { $0.map(String.init).joined(separator: " ") },
      from: SupplyStore.day(event.days.lowerBound), to: SupplyStore.day(event.days.upperBound))
  }
}
