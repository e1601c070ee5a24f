import ArabicDates
import Foundation
import Testing

/// The table that the documentation gives, row by row.
@Suite struct `The documented table of expressions` {
  struct Row: Sendable, CustomTestStringConvertible {
    var marked: String
    var edtf: String
    var testDescription: String { marked }
  }

  static let rows: [Row] = {
    let file = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "../../Sources/ArabicDates/ArabicDates.docc/Expressions.md")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 3, cells[0].contains("⟨") else { return nil }
      return Row(marked: cells[0], edtf: cells[1].replacing("`", with: ""))
    }
  }()

  @Test func `has a row for every family`() { #expect(Self.rows.count >= 45) }

  @Test(arguments: rows) func `says what the recogniser finds`(row: Row) {
    Expectation(row.marked, row.edtf, on: "2025-03-05").check()
  }
}
