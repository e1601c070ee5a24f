import Foundation
import Tarikh

/// Rows of one kind, which print as a table, as CSV, or as one JSON object a line.
struct Listing<Row> {
  struct Column {
    var title: String
    var isNumber: Bool
    /// Whether the table may cut it to the width of the terminal; CSV and JSON never do.
    var mayBeCut: Bool
    var value: (Row) -> String

    init(
      _ title: String, isNumber: Bool = false, mayBeCut: Bool = false,
      value: @escaping (Row) -> String
    ) {
      self.title = title
      self.isNumber = isNumber
      self.mayBeCut = mayBeCut
      self.value = value
    }
  }

  var columns: [Column]
  var json: (Row) throws -> any Encodable

  /// Prints the rows; nothing at all, not even a head, where there are none and a person reads.
  ///
  /// - Parameter withHead: `false` for a later piece of what was begun already.
  func print(_ rows: [Row], _ output: OutputOptions, withHead: Bool = true) throws {
    switch output.effective {
    case .json, .ndjson:
      for row in rows { try Console.write(JSONLine.encode(json(row))) }
    case .csv: try CSV.print(rows, columns, withHead: withHead)
    case .table:
      guard !rows.isEmpty else { return }
      let cells = rows.map { row in columns.map { Bidirectional.harmless($0.value(row)) } }
      let table = TextTable(
        columns: columns.map(\.heading), rows: cells, screen: output.screen)
      let lines = table.lines
      for line in lines.dropFirst(withHead ? 0 : 1) { try Console.line(line) }
    }
  }
}

extension Listing.Column {
  var heading: TextTable.Heading {
    TextTable.Heading(title: title, isNumber: isNumber, mayBeCut: mayBeCut)
  }
}
