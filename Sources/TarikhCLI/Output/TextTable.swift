/// A table of aligned columns for people.
struct TextTable {
  struct Heading {
    var title: String
    var isNumber: Bool
    var mayBeCut: Bool
  }

  private let columns: [Heading]
  private let rows: [[String]]
  private let widths: [Int]
  private let screen: Screen

  init(columns: [Heading], rows: [[String]], screen: Screen) {
    self.columns = columns
    self.rows = rows
    self.screen = screen
    var widths = columns.indices.map { index in
      rows.reduce(DisplayWidth.of(columns[index].title)) {
        max($0, DisplayWidth.of($1[index]))
      }
    }
    if let width = screen.width {
      for index in columns.indices where columns[index].mayBeCut {
        let others = widths.reduce(0, +) - widths[index] + 2 * (columns.count - 1)
        widths[index] = min(widths[index], max(12, width - others))
      }
      TextTable.shrink(&widths, to: width - 2 * (columns.count - 1))
    }
    self.widths = widths
  }

  /// A narrow terminal cuts the widest columns first, none below eight.
  private static func shrink(_ widths: inout [Int], to width: Int) {
    var excess = widths.reduce(0, +) - width
    while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > 8
    {
      widths[widest] -= 1
      excess -= 1
    }
  }

  var lines: [String] {
    [Emphasis.bold(line(columns.map(\.title)), on: screen)] + rows.map(line)
  }

  private func line(_ cells: [String]) -> String {
    let padded = cells.indices.map { index in
      let text = DisplayWidth.cut(cells[index], to: widths[index])
      let padding = DisplayWidth.padding(after: text, to: widths[index])
      let isolated = Bidirectional.isolate(text, on: screen)
      if columns[index].isNumber { return padding + isolated }
      return index == cells.count - 1 ? isolated : isolated + padding
    }
    return padded.joined(separator: "  ")
  }
}
