import Foundation
import TarikhLog
import TarikhModel
import TestSupport
import Testing

/// Runs the published table row by row on every backend.
@Suite struct `The append table` {
  private struct Table: Decodable {
    var append: [Row]
    var retry: [Row]
  }

  private struct Row: Decodable {
    var expected: String
    var state: String
    var append: [String]?
    var firstWrite: [String]?
    var thenOtherWriter: [String]?
    var retry: [String]?
    var outcome: String
    var first: UInt64?
    var last: UInt64?
    var actual: UInt64?
    var stored: UInt64?

    enum CodingKeys: String, CodingKey {
      case expected, state, append, retry, outcome, first, last, actual, stored
      case firstWrite = "first-write"
      case thenOtherWriter = "then-other-writer"
    }
  }

  private static let path = "suites/append/append-matrix.json"

  @Test(
    .enabled(if: SharedFolder.has(path), "needs the shared suites"), arguments: Backend.allCases)
  func `holds in every row`(_ backend: Backend) async throws {
    let url = try #require(SharedFolder.url(Self.path))
    let table = try JSONDecoder().decode(Table.self, from: try Data(contentsOf: url))
    var passed = 0
    for row in table.append + table.retry {
      try await backend.withLog { log, _ in
        if try await holds(row, log) { passed += 1 }
      }
    }
    let count = table.append.count + table.retry.count
    #expect(passed == count)
    #expect(count >= 27)
    print("append table, \(backend.testDescription): \(passed) of \(count) rows")
  }

  private func holds(_ row: Row, _ log: any EventLog) async throws -> Bool {
    let expected = try #require(expectation(row.expected))
    #expect(["never-existed", "exists-at-2"].contains(row.state))
    if row.state == "exists-at-2" { try await log.append(events("old0", "old1", "old2"), to: "s") }
    let before = try await log.append(events("other"), to: "another").position
    if let first = row.firstWrite {
      try await log.append(named(first), texts: [], to: stream("s"), expecting: expected)
    }
    if let other = row.thenOtherWriter { try await log.append(named(other), to: "s") }
    let answer: Result<AppendReceipt, AppendError>
    do {
      answer = .success(
        try await log.append(
          named(row.append ?? row.retry ?? []), texts: [], to: stream("s"), expecting: expected))
    } catch {
      answer = .failure(error)
    }
    let stored = try log.lastRevision(of: stream("s")).map { $0.rawValue + 1 } ?? 0
    if let count = row.stored, count != stored {
      Issue.record("\(row): \(stored) are stored")
      return false
    }
    let isRight = agrees(answer, with: row, new: before, stored: stored)
    if !isRight { Issue.record("\(row): \(answer)") }
    return isRight
  }

  private func agrees(
    _ answer: Result<AppendReceipt, AppendError>, with row: Row, new before: Position,
    stored: UInt64
  ) -> Bool {
    switch (row.outcome, answer) {
    case ("ok", .success(let receipt)), ("ok-idempotent", .success(let receipt)):
      return receipt.revisions?.lowerBound.rawValue == row.first
        && receipt.revisions?.upperBound.rawValue == row.last
        && receipt.wasAlreadyStored == (row.outcome == "ok-idempotent")
        && receipt.position > before
    case ("wrong-expected-revision", .failure(.wrongExpectedRevision(_, let actual))):
      // Retries say how many are stored instead of the actual revision.
      let last = row.append == nil ? stored - 1 : row.actual
      return actual?.rawValue == last
    default: return false
    }
  }

  private func named(_ names: [String]) -> [NewEvent] { names.map { event($0) } }

  private func expectation(_ text: String) -> ExpectedRevision? {
    switch text {
    case "any": .any
    case "no-stream": .noStream
    case "stream-exists": .streamExists
    default: text.split(separator: "-").last.flatMap { Revision(String($0)) }.map { .exactly($0) }
    }
  }
}
