import EDTF
import TarikhLog
import TarikhModel
import TarikhProjections
import Testing

/// How long claims hold, and what conflicts with what.
@Suite struct `How long a claim holds` {
  private func world(_ payloads: [EventPayload], published: String? = nil) async throws -> World {
    let world = try World()
    let stream = try Making.stream(published == nil ? "desk/main" : "article/a")
    if let published {
      try await world.append(Making.article(stream, published: published), to: stream)
    }
    for payload in payloads { try await world.append(payload, to: stream) }
    try world.catchUp()
    return world
  }

  private func summary(_ world: World, _ day: String, _ subject: String = "actor:us") throws
    -> [String]
  {
    try world.state(day, subject: subject).states.flatMap { state in
      state.claims.map { claim in
        let value =
          switch claim.value {
          case .quantity(let quantity): "\(Int(quantity.min ?? quantity.max ?? 0))"
          case .status(let status): status
          case .date(let date): date.description
          case .text(let text): text
          case .cleared: "cleared"
          }
        return "\(state.attribute) \(value) \(claim.certainty) \(state.conflict)"
      }
    }
  }

  @Test func `a level holds for a year after it was seen and not a day longer`() async throws {
    let world = try await world([.reported(Making.level(2500, on: try Making.when("2025-03-10")))])
    #expect(try summary(world, "2025-03-09") == [])
    #expect(try summary(world, "2025-03-10") == ["troop-level 2500 certain none"])
    #expect(try summary(world, "2026-03-10") == ["troop-level 2500 certain none"])
    #expect(try summary(world, "2026-03-11") == [])
  }

  @Test func `within an uncertain month it holds possibly`() async throws {
    let world = try await world([.reported(Making.level(2500, on: try Making.when("2025-03")))])
    #expect(try summary(world, "2025-03-10") == ["troop-level 2500 possible none"])
    #expect(try summary(world, "2025-03-31") == ["troop-level 2500 certain none"])
    #expect(try summary(world, "2026-03-10") == ["troop-level 2500 possible none"])
  }

  @Test func `the same source's later figure ends the earlier, another's makes it older`()
    async throws
  {
    let levels = [
      Making.level(900, on: try Making.when("2025-01-10"), speaker: "person:a"),
      Making.level(700, on: try Making.when("2025-06-10"), speaker: "person:a"),
      Making.level(650, on: try Making.when("2025-07-10"), speaker: "person:b"),
    ]
    let world = try await world(levels.map { .reported($0) })
    #expect(try summary(world, "2025-02-01") == ["troop-level 900 certain none"])
    let answer = try world.state("2025-08-01", subject: "actor:us")
    #expect(answer.states[0].claims.map(\.flags) == [[], [.older]])
    #expect(answer.states[0].conflict == .none)
    #expect(answer.footing.leftOut == [.outsideValidTime: 1])
  }

  @Test func `an undated report holds on no day and is counted`() async throws {
    let world = try await world([.reported(Making.level(2500, on: nil))])
    let answer = try world.state("2025-03-10")
    #expect(answer.states == [])
    #expect(answer.footing.leftOut == [.undated: 1])
    let entries = try world.engine.history(
      HistoryQuery(
        asOf: AsOf(valid: nil, knownAt: .head, publishedBy: nil, accordingTo: nil),
        subject: EntityID(rawValue: "actor:us"), attribute: nil)
    ).entries
    #expect(entries.map(\.claim.valid.bounds.earliest) == [.unknown])
  }

  @Test func `a plan does not override a deed of later valid time`() async throws {
    let planned = Making.report(
      .withdrawal, try Making.when("2025-03-01/..", .after), modality: .planned,
      speaker: "person:a", [(.origin, "base:b")])
    let done = Making.report(
      .withdrawal, try Making.when("2025-04-10"), aspect: .done, [(.origin, "base:b")])
    let world = try await world([.reported(done), .reported(planned)], published: "2025-05-01")
    #expect(
      try summary(world, "2025-03-20", "base:b") == ["base-status leaving-planned certain none"])
    #expect(
      try summary(world, "2025-04-20", "base:b") == [
        "base-status vacated certain none", "base-status leaving-planned certain none",
      ])
  }

  @Test func `planned and begun at one time is a conflict of fact`() async throws {
    let reports = [
      Making.report(
        .drawdown, try Making.when("2025-03-10/..", .after), modality: .planned,
        speaker: "person:a", [(.actor, "actor:us"), (.place, "place:iraq")]),
      Making.report(
        .drawdown, try Making.when("2025-03-09/2025-03-11", .near), aspect: .begin,
        [(.actor, "actor:us"), (.place, "place:iraq")]),
    ]
    let world = try await world(reports.map { .reported($0) }, published: "2025-03-11")
    #expect(
      try summary(world, "2025-03-12") == [
        "presence-policy drawdown-begun certain factuality",
        "presence-policy drawdown-planned certain factuality",
      ])
  }

  @Test func `deadlines lie side by side until each has passed`() async throws {
    let reports = try [("../2025-09", "person:a"), ("../2026", "person:b")].map { edtf, speaker in
      Making.report(
        .mission, try Making.when(edtf, .by), modality: .planned, detail: .end, speaker: speaker,
        [(.mission, "mission:m")])
    }
    let world = try await world(reports.map { .reported($0) }, published: "2025-03-11")
    let deadlines = { (day: String) in
      try summary(world, day, "mission:m").filter { $0.hasPrefix("mission-end") }
    }
    #expect(
      try deadlines("2025-04-01") == [
        "mission-end 2025-09-30 certain date", "mission-end 2026-12-31 certain date",
      ])
    #expect(try deadlines("2025-10-01") == ["mission-end 2026-12-31 certain none"])
    #expect(try deadlines("2025-03-10") == [])
  }

  @Test func `counts of unequal periods are no conflict, of equal ones they are`() async throws {
    let counts = try [("2024-01/2024-06", 153.0), ("2024", 121), ("2024", 140)].map {
      edtf, number in
      Making.report(
        .attack, try Making.when(edtf, .during), speaker: "person:\(Int(number))",
        [(.actor, "actor:isis"), (.place, "place:iraq")],
        quantities: [
          Quantity(
            min: number, max: number, comparator: .equal, unit: "attacks", measure: .count,
            of: nil, expression: "")
        ])
    }
    let unequal = try await world(counts.prefix(2).map { .reported($0) })
    #expect(
      try unequal.state("2024-03-01", subject: "actor:isis").states.map(\.conflict) == [.none])
    let equal = try await world(counts.suffix(2).map { .reported($0) })
    #expect(
      try equal.state("2024-03-01", subject: "actor:isis").states.map(\.conflict) == [.measurement])
    #expect(try equal.state("2025-01-01", subject: "actor:isis").states == [])
  }

  @Test func `of facts that cover a day the one recorded later holds, and clearing leaves nothing`()
    async throws
  {
    let fact = { (value: String?, from: String, to: String?) in
      EventPayload.fact(
        Fact(
          subject: EntityID(rawValue: "contract:1"), attribute: "cost", value: value,
          from: Making.day(from), to: to.map(Making.day)))
    }
    let world = try await world([
      fact("10", "2024-01-01", nil), fact("20", "2024-02-01", "2024-03-01"),
      fact(nil, "2024-02-10", "2024-02-20"), fact("30", "2024-02-15", "2024-02-15"),
    ])
    let expected = [
      ("2023-12-31", nil), ("2024-01-31", "10"), ("2024-02-01", "20"), ("2024-02-10", nil),
      ("2024-02-19", nil), ("2024-02-20", "20"), ("2024-02-29", "20"), ("2024-03-01", "10"),
      ("2999-01-01", "10"),
    ]
    for (day, value) in expected {
      let found = try summary(world, day, "contract:1")
      #expect(found == (value.map { ["cost \($0) certain none"] } ?? []), "\(day)")
    }
    #expect(
      try world.state("2024-02-01", knownAt: .position(Position(rawValue: 1))).states.count == 1)
  }

  @Test func `a redating moves what depends on it and keeps what does not`() async throws {
    let world = try World()
    let stream = try Making.stream("article/a")
    try await world.append(Making.article(stream, published: "2025-03-10"), to: stream)
    try await world.append(
      .reported(
        Making.level(
          2500, on: try Making.when("2025-03-09", relative: .day(offset: -1)),
          speaker: "person:a")), to: stream)
    try await world.append(
      .reported(Making.level(700, on: try Making.when("2025-03-01"), in: "place:syria")), to: stream
    )
    let before = try world.log.head().position
    let redating = try await world.append(
      .articleRedated(Making.publication("2025-04-01/2025-04-02"), note: Making.note), to: stream)
    try world.catchUp()
    let dates = { (knownAt: KnownAt) in
      try world.engine.timeline(
        TimelineQuery(
          asOf: AsOf(valid: nil, knownAt: knownAt, publishedBy: nil, accordingTo: nil), from: nil,
          to: nil, kind: nil, subject: nil)
      ).entries.map { $0.report.when?.edtf.description }
    }
    #expect(try dates(.head) == ["2025-03-01", "2025-03-31/2025-04-01"])
    #expect(try dates(.position(before)) == ["2025-03-01", "2025-03-09"])
    #expect(
      try world.state("2025-03-20", publishedBy: "2025-03-20").footing.leftOut == [
        .notYetPublished: 2
      ])
    let history = try world.engine.history(
      HistoryQuery(
        asOf: AsOf(valid: nil, knownAt: .head, publishedBy: nil, accordingTo: nil),
        subject: EntityID(rawValue: "actor:us"), attribute: "troop-level")
    ).entries.filter { $0.scope == EntityID(rawValue: "place:iraq") }
    #expect(history.map(\.superseded?.event) == [redating, nil])
    #expect(history.map(\.recorded.event.revision.rawValue) == [1, 3])
    try await world.append(.retracted(target: redating, note: Making.note), to: stream)
    try world.catchUp()
    #expect(try dates(.head) == ["2025-03-01", "2025-03-09"])
  }
}
