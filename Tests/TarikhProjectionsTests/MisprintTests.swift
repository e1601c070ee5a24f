import EDTF
import TarikhLog
import TarikhModel
import TarikhProjections
import TestSupport
import Testing

@Suite struct `Suspected misprints` {
  private let desk: String = "desk/main"

  private func world(_ levels: [Report]) async throws -> World {
    let world = try World()
    let stream = try Making.stream(desk)
    let events = levels.enumerated().map { number, level in
      NewEvent(id: EventID(high: 0, low: UInt64(number + 1)), payload: .reported(level))
    }
    try await world.log.append(events, texts: [], to: stream, expecting: .any)
    try world.catchUp()
    return world
  }

  private func level(_ number: Double, _ day: String, _ speaker: String) throws -> Report {
    Making.level(number, on: try Making.when(day), speaker: speaker)
  }

  @Test func `are never the value, also when no other figure holds any more`() async throws {
    let world = try await world([
      level(120, "2024-06-01", "source:a"), level(125, "2024-06-02", "source:b"),
      level(5000, "2024-06-15", "source:c"),
    ])
    let state = try #require(try world.state("2025-06-10", subject: "actor:us").states.first)
    #expect(state.claims.map(\.flags) == [[.misprintSuspected]])
    #expect(state.claims.map(\.preferred) == [false])
    #expect(state.value == nil)
    #expect(state.certainty == .possible)
    #expect(state.conflict == .misprint)
  }

  @Test func `make nothing older, and are made older`() async throws {
    let world = try await world([
      level(120, "2024-06-01", "source:a"), level(120, "2024-06-01", "source:b"),
      level(5000, "2024-06-15", "source:c"),
    ])
    let state = try #require(try world.state("2024-07-01", subject: "actor:us").states.first)
    #expect(state.claims.map(\.flags) == [[], [], [.misprintSuspected]])
    #expect(state.claims.map(\.preferred) == [true, false, false])
    let later = try await self.world([
      level(5000, "2024-06-01", "source:c"), level(120, "2024-06-15", "source:a"),
      level(120, "2024-06-15", "source:b"),
    ])
    let other = try #require(try later.state("2024-07-01", subject: "actor:us").states.first)
    #expect(other.claims.map(\.flags) == [[], [], [.older, .misprintSuspected].sorted()])
  }

  /// Sources that come back after years, and figures near for some of them only.
  @Test func `over many years are those that the slow evaluator finds`() async throws {
    var suspected = 0
    for seed in UInt64(0)..<40 {
      var random = SplitMix64(seed: seed)
      let first = Making.day("2012-01-01")
      let world = try await world(
        (0..<Int.random(in: 3..<40, using: &random)).map { _ in
          let day = first.advanced(by: Int.random(in: 0..<4_000, using: &random))
          let last = day.advanced(by: [0, 0, 3, 10].randomElement(using: &random) ?? 0)
          return try level(
            [90, 100, 499, 500, 2500, 25000].randomElement(using: &random) ?? 1,
            "\(day)/\(last)", "person:\(Int.random(in: 0..<6, using: &random))")
        })
      let events = try world.log.events(after: .zero, limit: 1000)
      let past = OraclePast(events, at: try world.log.head().position, steps: [])
      for _ in 0..<8 {
        let day = first.advanced(by: Int.random(in: 0..<4_400, using: &random))
        let asOf = AsOf(
          valid: day, knownAt: .position(past.position), publishedBy: nil, accordingTo: nil)
        let answer = try world.engine.state(
          AsOfQuery(asOf: asOf, subject: nil, attribute: nil, policy: .ontology))
        let found = answer.states.map(ComparedState.init)
        #expect(found == Oracle(past: past, asOf: asOf).states().states, "seed \(seed), \(day)")
        suspected += found.flatMap(\.claims).count { $0.flags.contains(.misprintSuspected) }
      }
    }
    #expect(suspected > 20)
  }

  /// Four times the claims must not take sixteen times the time.
  @Test(arguments: [true, false])
  func `are found in many claims of one variable without comparing all with all`(
    bySameSource: Bool
  ) async throws {
    let (few, many) = (500, 2_000)
    var times: [Duration] = []
    for count in [few, many] {
      let first = Making.day("2024-01-01")
      let world = try await world(
        (0..<count).map { number in
          let day = first.advanced(by: number % 300)
          return try level(
            Double(1_000 + number * 7 % 5_000), "\(day)/\(day.advanced(by: number % 40))",
            bySameSource ? "source:a" : "source:a\(number)")
        })
      times.append(
        try ThreadTime.least { _ = try world.state("2024-12-01", subject: "actor:us") })
    }
    #expect(times[1] < times[0] * 8, "\(times)")
  }
}
