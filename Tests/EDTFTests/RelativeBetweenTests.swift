import EDTF
import Testing

@Suite struct `A relative date whose reference lies between two days` {
  private let yesterday = RelativeDate.day(offset: -1)

  @Test func `spans from its first reading to its last`() throws {
    let span = yesterday.resolve(from: Day("2025-10-01"), through: Day("2025-10-03"))
    #expect(span?.description == "2025-09-30/2025-10-02")
  }

  @Test func `is one date where both readings agree`() {
    let month = RelativeDate.month(offset: -1)
    let span = month.resolve(from: Day("2025-10-01"), through: Day("2025-10-03"))
    #expect(span?.description == "2025-09")
  }

  @Test func `is open where a side is unknown, and nothing where both are`() {
    #expect(
      yesterday.resolve(from: nil, through: Day("2025-10-03"))?.description == "../2025-10-02")
    #expect(
      yesterday.resolve(from: Day("2025-10-01"), through: nil)?.description == "2025-09-30/..")
    #expect(yesterday.resolve(from: nil, through: nil) == nil)
  }

  @Test func `is never narrower than its reading on any day between`() throws {
    let rules: [RelativeDate] = [
      .day(offset: 0), .week(offset: -1), .month(offset: 1), .weekday(2, .latest),
      .monthOfYear(9, .last), .part(.late, of: .month(offset: -1)), .running(.month, count: -3),
    ]
    let first = try #require(Day("2024-12-20"))
    for rule in rules {
      for length in 0..<40 {
        let last = first.advanced(by: length)
        let span = try #require(rule.resolve(from: first, through: last))
        for day in 0...length {
          let one = try #require(rule.resolve(against: first.advanced(by: day)))
          let start = try #require(span.bounds.earliest.day)
          let end = try #require(span.bounds.latest.day)
          #expect(try start <= #require(one.bounds.earliest.day), "\(rule) \(length) \(day)")
          #expect(try #require(one.bounds.latest.day) <= end, "\(rule) \(length) \(day)")
        }
      }
    }
  }
}
