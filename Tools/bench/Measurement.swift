import Foundation
import LMDB
import Tarikh
import TestSupport

/// One pass over everything that is measured, on a store of its own.
struct Measurement {
  let workload: Workload
  private let clock = ContinuousClock()

  init(workload: Workload) { self.workload = workload }

  func run(into table: inout ResultTable) async throws {
    let folder = try TemporaryFolder()
    let timeline = try Timeline.open(
      at: folder.url.appending(path: "bench.store").path,
      options: TimelineOptions(access: .create))
    let count = Double(workload.count)

    let append = try await seconds { try await self.append(to: timeline) }
    let bare = try await seconds { try BareLMDB(folder: folder.url).put(self.workload) }
    table.add("append, a stream a commit, durable", count / append, "events/s")
    table.add("bare LMDB, the same commits", count / bare, "events/s")
    table.add("append / bare LMDB", bare / append, "×")

    let scan = try await seconds { try self.scan(timeline) }
    table.add("scan, decoded and checked", count / scan, "events/s")

    let replay = try await seconds {
      try timeline.replay(Timeline.viewNames, fromScratch: true) { _ in }
    }
    table.add("replay, all views", count / replay, "events/s")

    let questions = 200
    let asOf = try await seconds { try self.ask(timeline, questions) }
    table.add("as-of, one subject", asOf / Double(questions) * 1_000_000, "µs")
    let verify = try await seconds { _ = try timeline.log.verify { _, _ in } }
    table.add("verify", count / verify, "events/s")
  }

  private func append(to timeline: Timeline) async throws {
    for stream in workload.streams {
      _ = try await timeline.log.append(
        stream.events, texts: [stream.text], to: stream.name, expecting: .noStream)
    }
  }

  private func scan(_ timeline: Timeline) throws {
    var position = Position.zero
    while let last = try timeline.log.events(after: position, limit: 1000).last {
      position = last.position
    }
    precondition(position.rawValue == UInt64(workload.count), "the scan missed events")
  }

  private func ask(_ timeline: Timeline, _ count: Int) throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<count {
      let day = Day(rawValue: 19_000 + Int(random.next() % 1000))
      let subject = EntityID(rawValue: "actor:state\(random.next() % 200)")
      _ = try timeline.state(
        AsOfQuery(
          asOf: AsOf(valid: day, knownAt: .head, publishedBy: nil, accordingTo: nil),
          subject: subject, attribute: "troop-level", policy: .ontology))
    }
  }

  private func seconds(_ body: () async throws -> Void) async throws -> Double {
    let elapsed = try await clock.measure { try await body() }
    return Double(elapsed.components.seconds)
      + Double(elapsed.components.attoseconds) / 1e18
  }
}
