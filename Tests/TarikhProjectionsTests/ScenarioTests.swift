import EDTF
import TarikhLog
import TarikhModel
import TarikhProjections
import Testing

/// Three invented articles about one presence: a misprint, two rival figures, a plan.
private struct Scenario {
  let world: World
  let misprint: EventAddress
  let about: EventAddress

  init() async throws {
    world = try World()
    let first = try Making.stream("article/first")
    try await world.append(
      Making.article(first, published: "2025-10-02", outlet: "صحيفة النهر"), to: first)
    misprint = try await world.append(
      .reported(
        Making.level(
          25000, .about, on: try Making.when("2025-01~"),
          quote: "كان في البلاد مطلع العام خمسة وعشرون ألف جندي")), to: first)
    try await world.append(
      .reported(
        Making.report(
          .withdrawal, try Making.when("2025-08-21/..", .after), modality: .planned,
          speaker: "source:security-sources", anonymous: true,
          [
            (.actor, "actor:us-military"), (.origin, "base:ain-al-asad"),
            (.origin, "base:victoria"), (.place, "place:iraq"),
          ], quote: "ستغادر القوات القاعدتين")), to: first)
    let second = try Making.stream("article/second")
    try await world.append(Making.article(second, published: "2025-10-01/2025-10-03"), to: second)
    about = try await world.append(
      .reported(
        Making.level(
          2500, .about, on: try Making.when("2025-10-01"), speaker: "source:reports",
          anonymous: true, quote: "تقدر تقارير عددهم بنحو ألفين وخمسمئة")), to: second)
    try await world.append(
      .reported(
        Making.level(
          3000, .greater, on: try Making.when("2025-10-01"), speaker: "source:iraqi-sources",
          anonymous: true, quote: "تقول مصادر إنهم يتجاوزون ثلاثة آلاف")), to: second)
    try await world.append(
      .reported(
        Making.level(700, .about, on: try Making.when("2025-10-01"), in: "place:syria")),
      to: second)
    try world.catchUp()
  }

  func level(_ day: String = "2025-10-02", knownAt: KnownAt = .head) throws -> State? {
    try world.state(day, subject: "actor:us", attribute: "troop-level", knownAt: knownAt)
      .states.first { $0.scope == EntityID(rawValue: "place:iraq") }
  }
}

@Suite struct `Rival figures of one variable` {
  @Test func `a figure is preferred to a bound and the misprint stays listed and flagged`()
    async throws
  {
    let scenario = try await Scenario()
    let state = try #require(try scenario.level())
    #expect(state.conflict == .measurement)
    #expect(state.certainty == .certain)
    #expect(
      state.claims.map(\.quote) == [
        "تقدر تقارير عددهم بنحو ألفين وخمسمئة", "تقول مصادر إنهم يتجاوزون ثلاثة آلاف",
        "كان في البلاد مطلع العام خمسة وعشرون ألف جندي",
      ])
    #expect(state.claims.map(\.preferred) == [true, false, false])
    #expect(state.claims[2].flags == [.misprintSuspected, .older])
    #expect(state.claims[0].flags == [])
    #expect(
      state.claims.map(\.article.rawValue) == ["article/second", "article/second", "article/first"])
    #expect(state.claims[2].event == scenario.misprint)
  }

  @Test func `before the second article was recorded the first one's figure is the state`()
    async throws
  {
    let scenario = try await Scenario()
    let state = try #require(try scenario.level(knownAt: .position(Position(rawValue: 3))))
    #expect(state.claims.count == 1)
    #expect(state.claims[0].preferred)
    #expect(state.claims[0].flags == [])
    #expect(state.conflict == .none)
    let instant = RecordedTime(rawValue: World.start + 3_500_000)
    #expect(try scenario.level(knownAt: .instant(instant)) == state)
  }

  @Test func `bases with a planned withdrawal are leaving-planned`() async throws {
    let scenario = try await Scenario()
    for base in ["base:ain-al-asad", "base:victoria"] {
      let answer = try scenario.world.state("2025-10-02", subject: base)
      #expect(answer.states.map(\.value) == [.status("leaving-planned")])
      #expect(answer.states[0].claims[0].flags == [.planned])
    }
  }

  @Test func `a day before all of it has no state, and the answer says what it left out`()
    async throws
  {
    let scenario = try await Scenario()
    let answer = try scenario.world.state("2024-07-24", subject: "actor:us")
    #expect(answer.states == [])
    #expect(answer.footing.leftOut == [.outsideValidTime: 5])
    #expect(answer.footing.head == answer.footing.viewPosition)
  }

  @Test func `a correction changes the answer from then on and not before`() async throws {
    let scenario = try await Scenario()
    let before = try scenario.world.log.head().position
    try await scenario.world.append(
      .corrected(
        target: scenario.misprint,
        report: Making.level(2500, .about, on: try Making.when("2025-01~")), note: Making.note),
      to: Making.stream("desk/main"))
    try scenario.world.catchUp()
    let state = try #require(try scenario.level())
    #expect(state.claims[2].flags == [.corrected, .older])
    #expect(state.claims[2].article.rawValue == "article/first")
    #expect(
      try scenario.level(knownAt: .position(before))?.claims[2].flags == [
        .misprintSuspected, .older,
      ])
  }

  @Test func `a retraction takes the figure away from then on and is counted`() async throws {
    let scenario = try await Scenario()
    let before = try scenario.world.log.head().position
    try await scenario.world.append(
      .retracted(target: scenario.about, note: Making.note), to: Making.stream("desk/main"))
    try scenario.world.catchUp()
    let answer = try scenario.world.state(
      "2025-10-02", subject: "actor:us", attribute: "troop-level")
    #expect(answer.footing.leftOut == [.retracted: 1])
    #expect(answer.states[0].claims.count == 2)
    #expect(try scenario.level(knownAt: .position(before))?.claims.count == 3)
  }

  @Test func `what was published after the day asked for is left out and counted`() async throws {
    let scenario = try await Scenario()
    let answer = try scenario.world.state(
      "2025-10-02", subject: "actor:us", attribute: "troop-level", publishedBy: "2025-10-01")
    #expect(answer.states.flatMap(\.claims).allSatisfy { $0.article.rawValue == "article/second" })
    #expect(answer.footing.leftOut == [.notYetPublished: 1])
  }

  @Test(arguments: ["صحيفة النهر", "source:reports", "reports"])
  func `one source can be asked for by outlet, id or name`(source: String) async throws {
    let scenario = try await Scenario()
    let answer = try scenario.world.state(
      "2025-10-02", subject: "actor:us", attribute: "troop-level", accordingTo: source)
    #expect(answer.states.flatMap(\.claims).count == 1)
    #expect(answer.footing.leftOut == [.otherSource: 3])
  }
}
