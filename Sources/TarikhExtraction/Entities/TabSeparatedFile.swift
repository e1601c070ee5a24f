package import Foundation

/// Why a data file of the lexicon cannot be used.
package enum LexiconError: Error, Hashable {
  case unreadable(file: String)
  case wrongColumnCount(file: String, line: Int, expected: ClosedRange<Int>, found: Int)
  case badValue(file: String, line: Int, column: String, value: String)
  case duplicateID(file: String, line: Int, id: String)
}

/// A strict reader of tab-separated files: `#` begins a comment line, empty lines are skipped.
package struct TabSeparatedFile: Sendable {
  package struct Row: Sendable {
    package let line: Int
    package let fields: [String]

    /// The field of a column, empty where the row ends before it.
    package subscript(column: Int) -> String { column < fields.count ? fields[column] : "" }

    /// The parts of a field between bars.
    package func list(_ column: Int) -> [String] {
      self[column].utf8.split(separator: UInt8(ascii: "|")).map(\.trimmed)
    }
  }

  package let name: String
  package let rows: [Row]

  package init(name: String, text: String, columns: ClosedRange<Int>) throws(LexiconError) {
    var rows: [Row] = []
    // By bytes: looking for the ends of characters would take most of a short run.
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if line.isEmpty || line.first == UInt8(ascii: "#") || line.elementsEqual("\r".utf8) {
        continue
      }
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map(\.trimmed)
      guard columns.contains(fields.count) else {
        throw .wrongColumnCount(
          file: name, line: index + 1, expected: columns, found: fields.count)
      }
      rows.append(Row(line: index + 1, fields: fields))
    }
    self.name = name
    self.rows = rows
  }

  init(name: String, rows: [Row]) {
    self.name = name
    self.rows = rows
  }

  package init(contentsOf url: URL, columns: ClosedRange<Int>) throws(LexiconError) {
    guard let data = try? Data(contentsOf: url) else { throw .unreadable(file: url.path) }
    try self.init(
      name: url.lastPathComponent, text: String(decoding: data, as: UTF8.self), columns: columns)
  }
}
