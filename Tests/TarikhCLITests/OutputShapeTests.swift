import Foundation
import Testing

@Suite struct `Everything that reads prints tables, JSON and CSV` {
  static let commands: [[String]] = [
    ["articles"], ["streams"], ["stats"], ["log"], ["read", "article/136e40832736a35d"],
    ["as-of", "2024-12-05"], ["timeline"], ["history", "actor:france"],
    ["diff", "2024-12-01", "2025-02-01"], ["blame", "actor:france", "troop-level", "2024-12-05"],
    ["gaps", "--from", "1990", "--to", "1990"], ["lag"], ["verify"], ["extract", "story.txt"],
    ["dates", "يوم 5 ديسمبر 2024"],
    ["lexicon", "check", "own.tsv"],
  ]

  @Test func `--csv is --format csv: one head, lines that end in CRLF, rows of one length`() throws
  {
    let tool = try demo()
    for command in Self.commands {
      let run = try tool.run(command + ["--csv"])
      #expect(run.status == 0, "\(command): \(run.errors)")
      if command != ["stats"] {
        #expect(try tool.run(command + ["--format", "csv"]).output == run.output, "\(command)")
      }
      let rows = records(run.output)
      let head = try #require(rows.first)
      #expect(rows.count > 1, "\(command) has no rows")
      #expect(Set(head).count == head.count, "\(command) has two columns of one name")
      #expect(rows.allSatisfy { $0.count == head.count }, "\(command)")
      let json = try tool.run(command + ["--json"])
      #expect(try !json.objects().isEmpty, "\(command)")
    }
  }

  @Test func `formats that contradict each other are refused`() throws {
    let tool = try demo()
    for options in [
      ["--json", "--csv"], ["--csv", "--format", "json"], ["--json", "--format", "csv"],
      ["--width", "3"],
    ] {
      #expect(try tool.run(["streams"] + options).status == 64, "\(options)")
    }
  }

  @Test func `the citation of an answer gives the same CSV`() throws {
    let tool = try demo()
    let citation = try #require(
      try tool.run("as-of", "2024-12-05", "--cite").lines.last { $0.hasPrefix("tarikh:") })
    let csv = try tool.run("cite", citation, "--csv").output
    #expect(try tool.run("as-of", "2024-12-05", "--csv").output == csv)
  }

  @Test func `a field with quotes, commas and line ends comes back as it was`() throws {
    let tool = try Tool()
    let title = "a \"b\", c"
    try tool.write("---\ntitle: '\(title)'\n---\n\(Stories.paragraph)\n", to: "a.txt")
    #expect(try tool.run("ingest", "a.txt").status == 0)
    let rows = records(try tool.run("articles", "--csv").output)
    #expect(rows.last?.last == title)
  }

  /// The fields of CSV, read as RFC 4180 says.
  private func records(_ text: String) -> [[String]] {
    var (rows, row, field, isQuoted) = ([[String]](), [String](), "", false)
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      switch scalar {
      case "\"" where isQuoted && next == "\"":
        field += "\""
        next = scalars.next()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(field)
        field = ""
      case "\r" where !isQuoted && next == "\n":
        rows.append(row + [field])
        (row, field) = ([], "")
        next = scalars.next()
      default: field.unicodeScalars.append(scalar)
      }
    }
    #expect(row.isEmpty && field.isEmpty && !isQuoted, "the last line has no CRLF")
    return rows
  }

  private func demo() throws -> Tool {
    let tool = try Tool()
    try tool.run("demo", "--keep", "tarikh.store")
    try tool.write(Stories.rival, to: "story.txt")
    try tool.write("actor:north-guard\tforce\tحرس الشمال\tNorth Guard\t\tiraq\n", to: "own.tsv")
    return tool
  }
}
