import Foundation
import Tarikh
import TestSupport
import Testing

/// The table of the documentation, row by row.
@Suite struct `Facts begin and end as the table of boundaries says` {
  @Test func `in every row, asked in both ways`() async throws {
    let rows = try Self.rows()
    #expect(rows.count >= 24)
    for row in rows {
      if row.answer == "an error" {
        #expect(throws: InterchangeError.self, "\(row)") { try Self.payloads(row.recorded) }
      } else {
        try await check(row)
      }
    }
  }

  struct Row {
    var recorded: [String]
    var day: String
    var position: UInt64
    var answer: String
  }

  private func check(_ row: Row) async throws {
    let folder = try TemporaryFolder()
    let timeline = try Timeline.open(
      at: folder.url.appending(path: "a.store").path, options: TimelineOptions(access: .create))
    for (number, payload) in zip(UInt64(1)..., try Self.payloads(row.recorded)) {
      try await timeline.log.append(
        [NewEvent(id: EventID(high: 0, low: number), payload: payload)], texts: [],
        to: Self.desk(), expecting: .any)
    }
    try timeline.updateViews()
    let day = try #require(Day(row.day))
    let position = Position(rawValue: row.position)
    let expected = row.answer == "–" ? nil : row.answer
    let fact = try timeline.facts { (facts) throws(ViewError) in
      try facts.fact(of: EntityID(rawValue: "place:a"), "flag", on: day, at: position)
    }
    #expect(fact?.value == expected, "\(row)")
    let answer = try timeline.state(
      AsOfQuery(
        asOf: AsOf(
          valid: day, knownAt: .position(position), publishedBy: nil, accordingTo: nil),
        subject: nil, attribute: nil, policy: .ontology))
    #expect(answer.states.first?.value == expected.map(ClaimValue.text), "\(row)")
  }

  private static func desk() throws -> StreamName { try StreamName("desk/a") }

  private static func payloads(_ recorded: [String]) throws -> [EventPayload] {
    try recorded.map { text in
      if text.hasPrefix("-"), let number = UInt64(text.dropFirst()) {
        return .retracted(
          target: EventAddress(stream: try desk(), revision: Revision(rawValue: number - 1)),
          note: EditorialNote(reason: "r", by: "b"))
      }
      let match = try #require(text.wholeMatch(of: /\[(.+), (.+)\) (?:= (\w+)|clear)/))
      let json = """
        {"subject":"place:a","attribute":"flag","value":\(match.3.map { "\"\($0)\"" } ?? "null"),
        "from":"\(match.1)","to":\(match.2 == "∞" ? "null" : "\"\(match.2)\"")}
        """
      return .fact(try JSONDecoder().decode(FactJSON.self, from: Data(json.utf8)).fact())
    }
  }

  private static func rows() throws -> [Row] {
    let here = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    let page = try String(
      contentsOf: here.appending(path: "../../Sources/Tarikh/Tarikh.docc/Boundaries.md"),
      encoding: .utf8)
    return page.split(separator: "\n").filter { $0.hasPrefix("| `") }.compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 4, let position = UInt64(cells[2]) else { return nil }
      let recorded = cells[0].matches(of: /`([^`]+)`/).map { String($0.1) }
      return Row(recorded: recorded, day: cells[1], position: position, answer: cells[3])
    }
  }
}
