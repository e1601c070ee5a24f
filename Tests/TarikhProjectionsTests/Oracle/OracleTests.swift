import EDTF
import Foundation
import TarikhLog
import TarikhModel
import TarikhProjections
import TestSupport
import Testing

/// The engine against the slow evaluator.
///
/// The variable `TARIKH_HISTORIES` sets how many histories are tried.
@Suite struct `Random histories` {
  static let count = Int(ProcessInfo.processInfo.environment["TARIKH_HISTORIES"] ?? "") ?? 400

  @Test(arguments: 0..<8)
  func `are answered like the slow evaluator answers them, and rebuilt to the same bytes`(
    part: Int
  ) async throws {
    for seed in UInt64(part * Self.count / 8)..<UInt64((part + 1) * Self.count / 8) {
      try await compare(seed: seed)
    }
  }

  private func compare(seed: UInt64) async throws {
    let world = try World(batchSize: 7)
    var history = try RandomHistory(seed: seed)
    try await history.write(Int.random(in: 4..<26, using: &history.random), into: world)
    let events = try world.log.events(after: .zero, limit: 1000)
    let pasts = OraclePast.all(of: events)
    for _ in 0..<12 {
      let asOf = history.question(upTo: try world.log.head().position)
      guard case .position(let position) = asOf.knownAt else { continue }
      let oracle = Oracle(past: pasts[Int(position.rawValue)], asOf: asOf)
      let answer = try world.engine.state(
        AsOfQuery(asOf: asOf, subject: nil, attribute: nil, policy: .ontology))
      let expected = oracle.states()
      #expect(answer.states.map(ComparedState.init) == expected.states, "seed \(seed), \(asOf)")
      #expect(answer.footing.leftOut == expected.leftOut, "seed \(seed), \(asOf)")
    }
    try compareHistories(world, pasts, seed: seed)
    try compareTimelines(world, pasts, seed: seed)
    try rebuild(world, seed: seed)
  }

  /// At every position, the entries that stand are the claims that stand.
  private func compareHistories(_ world: World, _ pasts: [OraclePast], seed: UInt64) throws {
    for subject in ["actor:us", "base:b"].map(EntityID.init(rawValue:)) {
      let head = AsOf(valid: nil, knownAt: .head, publishedBy: nil, accordingTo: nil)
      let answer = try world.engine.history(
        HistoryQuery(asOf: head, subject: subject, attribute: nil))
      for past in pasts {
        let entries = answer.entries.filter { entry in
          entry.recorded.position <= past.position
            && entry.superseded.map { $0.position > past.position } ?? true
        }
        let expected = past.standing.flatMap { standing in
          standing.claims.filter { $0.subject == subject }.map { claim in
            "\(standing.content.address) \(claim.value) "
              + (standing.report?.when?.edtf.description ?? "")
          }
        }
        let found = entries.map { entry in
          "\(entry.claim.event) \(entry.claim.value) "
            + (entry.attribute == "flag" || entry.claim.modality == .asserted && isFact(entry)
              ? "" : entry.claim.valid.edtf?.description ?? "")
        }
        #expect(found.sorted() == expected.sorted(), "seed \(seed) at \(past.position)")
      }
    }
  }

  private func isFact(_ entry: HistoryEntry) -> Bool {
    switch entry.claim.value {
    case .text, .cleared: true
    case .quantity, .status, .date: false
    }
  }

  private func compareTimelines(_ world: World, _ pasts: [OraclePast], seed: UInt64) throws {
    for past in pasts where past.position.rawValue % 3 == 0 {
      let asOf = AsOf(
        valid: nil, knownAt: .position(past.position), publishedBy: nil, accordingTo: nil)
      let answer = try world.engine.timeline(
        TimelineQuery(
          asOf: asOf, from: Making.day("2025-03-14"), to: Making.day("2025-03-18"), kind: nil,
          subject: nil))
      let expected = past.standing.compactMap { standing -> String? in
        guard let report = standing.report, let bounds = report.when?.edtf.bounds else {
          return nil
        }
        let (first, last) = (bounds.earliest.day, bounds.latest.day)
        if let first, first > Making.day("2025-03-18") { return nil }
        if let last, last < Making.day("2025-03-14") { return nil }
        return
          "\(standing.root.address) \(standing.content.address) \(report.when?.edtf.description ?? "")"
      }
      let found = answer.entries.map {
        "\($0.address) \($0.event) \($0.report.when?.edtf.description ?? "")"
      }
      #expect(found.sorted() == expected.sorted(), "seed \(seed) at \(past.position)")
    }
  }

  private func rebuild(_ world: World, seed: UInt64) throws {
    let names = world.views.projections.map(\.name)
    let before = try names.map { try world.runner.hash(of: $0) }
    try world.runner.replay(nil, fromScratch: true) { _ in }
    #expect(try names.map { try world.runner.hash(of: $0) } == before, "seed \(seed)")
  }
}
