import EDTF
import TarikhModel
import TarikhProjections
import Testing

@Suite struct `Redaction` {
  @Test func `of a re-dating leaves the dates that the article had without it`() async throws {
    let world = try World()
    let stream = try Making.stream("article/a")
    try await world.append(Making.article(stream, published: "2025-03-10"), to: stream)
    try await world.append(
      .reported(
        Making.level(2500, on: try Making.when("2025-03-09", relative: .day(offset: -1)))),
      to: stream)
    let first = try await world.append(
      .articleRedated(Making.publication("2025-04-10"), note: Making.note), to: stream)
    let second = try await world.append(
      .articleRedated(Making.publication("2025-05-10"), note: Making.note), to: stream)
    try await world.append(.retracted(target: second, note: Making.note), to: stream)
    try world.catchUp()
    let dates = {
      try world.engine.timeline(
        TimelineQuery(
          asOf: AsOf(valid: nil, knownAt: .head, publishedBy: nil, accordingTo: nil), from: nil,
          to: nil, kind: nil, subject: nil)
      ).entries.map { $0.report.when?.edtf.description }
    }
    #expect(try dates() == ["2025-04-09"])
    try await world.append(.redacted(target: first, note: Making.note), to: stream)
    try world.catchUp()
    #expect(try dates() == ["2025-03-09"])
    let hash = try world.runner.hash(of: "timeline")
    try world.runner.replay(nil, fromScratch: true) { _ in }
    #expect(try world.runner.hash(of: "timeline") == hash)
  }
}
