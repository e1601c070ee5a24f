/// A line of CSV (RFC 4180), without its CRLF's LF, which the console adds.
enum CSV {
  static func line(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\r"
  }

  /// Prints the rows below the titles of their columns.
  static func print<Row>(
    _ rows: [Row], _ columns: [Listing<Row>.Column], withHead: Bool = true
  ) throws {
    if withHead { try Console.line(line(columns.map(\.title))) }
    for row in rows { try Console.line(line(columns.map { $0.value(row) })) }
  }

  private static func field(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { [0x22, 0x2C, 0x0D, 0x0A].contains($0) }
    return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }
}
