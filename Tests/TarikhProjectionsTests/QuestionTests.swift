import EDTF
import TarikhLog
import TarikhModel
import TarikhProjections
import Testing

/// Timeline, articles, history and policies beside the state of things.
@Suite struct `Other questions` {
  private let always = AsOf(valid: nil, knownAt: .head, publishedBy: nil, accordingTo: nil)

  private func timeline(
    _ world: World, from: String? = nil, to: String? = nil, kind: ReportKind? = nil,
    subject: String? = nil
  ) throws -> TimelineAnswer {
    try world.engine.timeline(
      TimelineQuery(
        asOf: always, from: from.map(Making.day), to: to.map(Making.day), kind: kind,
        subject: subject.map(EntityID.init(rawValue:))))
  }

  private func world() async throws -> World {
    let world = try World()
    let stream = try Making.stream("article/a")
    try await world.append(
      Making.article(stream, published: "2025-03-20", outlet: "جريدة"), to: stream)
    let reports = [
      Making.level(2500, on: try Making.when("2025-03-10")),
      Making.report(
        .meeting, try Making.when("2025-03"), speaker: "person:a", [(.actor, "actor:iraq")]),
      Making.report(.statement, nil, [(.actor, "person:b")]),
      Making.report(.attack, try Making.when("2025-02-01/..", .since), [(.actor, "actor:isis")]),
    ]
    for report in reports { try await world.append(.reported(report), to: stream) }
    try world.catchUp()
    return world
  }

  @Test func `a timeline is in the order of the first days and says what touches them how`()
    async throws
  {
    let answer = try timeline(try await world(), from: "2025-03-10", to: "2025-03-12")
    #expect(answer.entries.map(\.report.kind) == [.attack, .meeting, .forceLevel])
    #expect(answer.entries.map(\.certainty) == [.certain, .possible, .certain])
    #expect(answer.entries.map(\.outlet) == ["جريدة", "جريدة", "جريدة"])
    #expect(answer.footing.leftOut == [.undated: 1])
  }

  @Test func `a timeline of a kind or a subject counts only what concerns it`() async throws {
    let world = try await world()
    #expect(try timeline(world, kind: .meeting).entries.count == 1)
    #expect(try timeline(world, kind: .meeting).footing.leftOut == [:])
    for subject in ["actor:us", "actor:us-military", "place:iraq"] {
      #expect(try timeline(world, subject: subject).entries.map(\.report.kind) == [.forceLevel])
    }
    #expect(try timeline(world, subject: "person:a").entries.map(\.report.kind) == [.meeting])
    #expect(
      try timeline(world, to: "2025-02-28", subject: "actor:us").footing.leftOut
        == [.outsideValidTime: 1])
  }

  @Test func `a corrected report keeps its address and names the event that words it`()
    async throws
  {
    let world = try await world()
    let address = EventAddress(
      stream: try Making.stream("article/a"), revision: Revision(rawValue: 1))
    let correction = try await world.append(
      .corrected(
        target: address, report: Making.level(2600, on: try Making.when("2025-03-11")),
        note: Making.note), to: Making.stream("desk/main"))
    try world.catchUp()
    let entry = try #require(try timeline(world, kind: .forceLevel).entries.first)
    #expect(entry.address == address)
    #expect(entry.event == correction)
    let history = try world.engine.history(
      HistoryQuery(asOf: always, subject: EntityID(rawValue: "actor:us"), attribute: nil))
    #expect(history.entries.map(\.superseded?.event) == [correction, nil])
    #expect(history.entries.map(\.recorded.event) == [address, correction])
  }

  @Test func `articles are listed as they were known, with as many events as there were`()
    async throws
  {
    let world = try await world()
    let stream = try Making.stream("article/a")
    try await world.append(
      .articleRedated(Making.publication("2025-03-21"), note: Making.note), to: stream)
    try world.catchUp()
    let articles = { (asOf: AsOf) in try world.engine.articles(asOf).entries }
    #expect(try articles(always).map(\.events) == [6])
    #expect(try articles(always).map(\.publication?.date?.description) == ["2025-03-21"])
    var early = always
    early.knownAt = .position(Position(rawValue: 3))
    #expect(try articles(early).map(\.events) == [3])
    #expect(try articles(early).map(\.publication?.date?.description) == ["2025-03-20"])
    early.knownAt = .position(.zero)
    #expect(try articles(early) == [])
    var published = always
    published.publishedBy = Making.day("2025-03-20")
    let answer = try world.engine.articles(published)
    #expect(answer.entries == [])
    #expect(answer.footing.leftOut == [.notYetPublished: 1])
  }

  @Test func `a policy decides which rival is preferred`() async throws {
    let world = try World()
    let desk = try Making.stream("desk/main")
    let levels = [
      Making.level(2500, on: try Making.when("2025-03-10"), speaker: "person:a"),
      Making.level(
        2400, on: try Making.when("2025-03-12"), speaker: "source:b", anonymous: true),
    ]
    for level in levels { try await world.append(.reported(level), to: desk) }
    try world.catchUp()
    let preferred = { (policy: PreferencePolicy) in
      var asOf = always
      asOf.valid = Making.day("2025-03-13")
      return try world.engine.state(
        AsOfQuery(asOf: asOf, subject: nil, attribute: "troop-level", policy: policy)
      ).states.compactMap { $0.claims.first { $0.preferred }?.speaker?.rawValue }
    }
    #expect(try preferred(.ontology) == ["source:b"])
    #expect(try preferred(.latest) == ["source:b"])
    #expect(try preferred(.namedFirst) == ["person:a"])
    #expect(
      PreferencePolicy.builtIn.map { PreferencePolicy.named($0.name)?.name } == [
        "ontology", "latest", "most-sources", "named-first", "all",
      ])
    #expect(try preferred(.mostSources) == ["source:b"])
    #expect(try preferred(.everyClaim).isEmpty)
    #expect(PreferencePolicy.named("coin")?.name == nil)
  }
}
