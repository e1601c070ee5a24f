import EDTF
import TarikhLog
import TarikhModel
import TarikhProjections
import TestSupport

/// A random history of a small world: few subjects, few days, many ways to change one's mind.
struct RandomHistory {
  var random: SplitMix64
  private var written: [EventAddress] = []
  private var redactions: Set<EventAddress> = []
  private let articles: [StreamName]
  private let desk: StreamName

  init(seed: UInt64) throws {
    random = SplitMix64(seed: seed)
    articles = [try Making.stream("article/a"), try Making.stream("article/b")]
    desk = try Making.stream("desk/main")
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  private mutating func day() -> String { "2025-03-\(10 + Int.random(in: 0..<15, using: &random))" }

  /// Writes `count` random events into the world, which folds now and then.
  mutating func write(_ count: Int, into world: World) async throws {
    for article in articles {
      written.append(
        try await world.append(
          Making.article(
            article, published: pick([nil, day(), day(), "2025-03", "../2025-03-16"]),
            outlet: pick([nil, "o", "p"])), to: article))
    }
    for _ in 0..<count {
      if chance(30) { try world.catchUp() }
      let stream = pick(articles + [desk])
      let payload = try payload()
      let address = try await world.append(payload, to: stream)
      written.append(address)
      if case .redacted = payload { redactions.insert(address) }
    }
    try world.catchUp()
  }

  private mutating func payload() throws -> EventPayload {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<45: .reported(try report())
    case 45..<58: .corrected(target: target(), report: try report(), note: Making.note)
    case 58..<76: .retracted(target: target(), note: Making.note)
    case 76..<84:
      .articleRedated(
        try Making.publication(pick([nil, day(), "2025-03-12/2025-03-20"])), note: Making.note)
    case 84..<88:
      // The log refuses to redact a redaction.
      .redacted(target: pick(written.filter { !redactions.contains($0) }), note: Making.note)
    default: .fact(fact())
    }
  }

  /// Mostly an event that is there.
  private mutating func target() -> EventAddress {
    if chance(5) { return EventAddress(stream: desk, revision: Revision(rawValue: 999)) }
    return chance(50) ? pick(Array(written.suffix(4))) : pick(written)
  }

  private mutating func fact() -> Fact {
    let from = Making.day(day())
    let to = chance(25) ? nil : from.advanced(by: Int.random(in: -1..<6, using: &random))
    return Fact(
      subject: EntityID(rawValue: "actor:us"), attribute: pick(["flag", "troop-level"]),
      value: pick([nil, "x", "y"]), from: from, to: to)
  }

  private mutating func when() throws -> When? {
    let first = Making.day(day())
    let last = first.advanced(by: Int.random(in: 0..<5, using: &random))
    switch Int.random(in: 0..<14, using: &random) {
    case 0: return nil
    case 1: return try Making.when("\(first)/..", pick([.since, .after]))
    case 2: return try Making.when("../\(first)", pick([.before, .by]))
    case 3: return try Making.when("\(first)/", .on)
    case 4: return try Making.when("2025-03~", .on)
    case 5: return try Making.when("\(first)/\(last)", .since)
    case 6: return try Making.when("2024-03-\(10 + Int.random(in: 0..<15, using: &random))", .on)
    case 7, 8:
      return try Making.when(
        "\(first)", .on, relative: .day(offset: -Int.random(in: 0..<3, using: &random)))
    case 9, 10: return try Making.when("\(first)/\(last)", .near)
    default: return try Making.when("\(first)", .on)
    }
  }

  private mutating func report() throws -> Report {
    let speaker: String? = pick([nil, "person:a", "person:b", "source:c"])
    let anonymous = speaker == "source:c"
    let when = try when()
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<6:
      let comparators: [Quantity.Comparator] = [.equal, .equal, .about, .about, .less, .greater]
      let places: [(Participant.Role, String)] = pick([
        [(.place, "place:iraq")], [(.place, "place:iraq")], [],
      ])
      return Making.report(
        .forceLevel, when,
        modality: pick([.asserted, .asserted, .asserted, .asserted, .planned, .denied]),
        speaker: speaker, anonymous: anonymous, [(.actor, "actor:us-military")] + places,
        quantities: [
          Making.soldiers(pick([500, 2000, 2500, 2600, 3000, 25000]), pick(comparators))
        ])
    case 6..<9:
      return Making.report(
        .withdrawal, when, modality: pick([.asserted, .planned, .expected, .demanded]),
        aspect: pick([nil, .begin, .done]), speaker: speaker, anonymous: anonymous,
        [(.origin, "base:b")])
    default: return Making.report(.statement, when, speaker: speaker, anonymous: anonymous)
    }
  }

  mutating func question(upTo head: Position) -> AsOf {
    AsOf(
      valid: Making.day(pick(["2025-03-08", day(), day(), day(), "2026-03-15", "2024-03-20"])),
      knownAt: .position(Position(rawValue: UInt64.random(in: 0...head.rawValue, using: &random))),
      publishedBy: chance(30) ? Making.day(day()) : nil,
      accordingTo: chance(20) ? pick(["person:a", "c", "o"]) : nil)
  }
}
