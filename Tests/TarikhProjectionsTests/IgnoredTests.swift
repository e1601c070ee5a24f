import TarikhModel
import TarikhProjections
import Testing

@Suite struct `Events that change nothing` {
  @Test func `are found with their reasons, and erasing their target makes events such`()
    async throws
  {
    let world = try World()
    let desk = try Making.stream("desk/main")
    let missing = EventAddress(stream: desk, revision: Revision(rawValue: 99))
    let report = Making.level(2500, on: try Making.when("2025-03-10"))
    let first = try await world.append(.reported(report), to: desk)
    let correction = try await world.append(
      .corrected(target: first, report: report, note: Making.note), to: desk)
    let lost = try await world.append(.retracted(target: missing, note: Making.note), to: desk)
    let undated = try await world.append(
      .articleRedated(Making.publication("2025"), note: Making.note), to: desk)
    let taken = try await world.append(.retracted(target: correction, note: Making.note), to: desk)
    let unfit = try await world.append(
      .corrected(target: taken, report: report, note: Making.note), to: desk)
    try world.catchUp()
    let early = try world.engine.ignored()
    #expect(early.map(\.event) == [lost, undated, unfit])
    #expect(early.map(\.reason) == [.noTarget, .noArticle, .unfitTarget])
    try await world.append(.redacted(target: first, note: Making.note), to: desk)
    try world.catchUp()
    #expect(try world.engine.ignored().map(\.event) == [correction, lost, undated, taken, unfit])
    let answer = try world.state("2025-03-10")
    #expect(answer.states == [])
    #expect(answer.footing.leftOut == [.redacted: 1])
  }
}
