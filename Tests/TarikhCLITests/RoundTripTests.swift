import Foundation
import TestSupport
import Testing

@Suite struct `Everything can be had again` {
  @Test func `an imported export gives the same positions, hashes and answers`() throws {
    let tool = try filled()
    try tool.run("export", "--to", "out.ndjson")
    #expect(try tool.run("import", "out.ndjson", "--store", "copy.store").status == 0)
    #expect(try tool.run("export", "--store", "copy.store").output == tool.run("export").output)
    for question in Self.questions {
      #expect(
        try tool.run(question + ["--store", "copy.store"]).output == tool.run(question).output,
        "\(question)")
    }
    #expect(try tool.run("verify", "out.ndjson").status == 0)
  }

  @Test func `an import that is run again stores nothing`() throws {
    let tool = try filled()
    try tool.run("export", "--to", "out.ndjson")
    #expect(try tool.run("import", "out.ndjson").status == 0)
    #expect(
      try tool.run("export").output == String(contentsOf: url(tool, "out.ndjson"), encoding: .utf8))
  }

  @Test func `a changed, shortened or reordered export is refused with its line`() throws {
    let tool = try filled()
    try tool.run("export", "--to", "out.ndjson")
    let lines = try String(contentsOf: url(tool, "out.ndjson"), encoding: .utf8)
      .split(separator: "\n").map(String.init)
    var changed = lines
    changed[2] = changed[2].replacing("asserted", with: "planned")
      .replacing("announcement", with: "statement")
    var swapped = lines
    swapped.swapAt(2, 3)
    for forged in [changed, Array(lines.dropLast()), swapped, Array(lines.dropFirst())] {
      try tool.write(forged.joined(separator: "\n") + "\n", to: "forged.ndjson")
      let run = try tool.run(
        "import", "forged.ndjson", "--store", "forged-\(UUID().uuidString).store")
      #expect(run.status == 65)
      #expect(run.errors.contains("forged.ndjson"), "\(run.errors)")
      #expect(try tool.run("import", "forged.ndjson", "--dry-run").status == 65)
    }
  }

  @Test func `a replay from scratch gives the same bytes to every question`() throws {
    let tool = try filled()
    let before = try Self.questions.map { try tool.run($0).output }
    #expect(before.allSatisfy { !$0.isEmpty })
    #expect(try tool.run("replay", "--from-scratch").status == 0)
    #expect(try Self.questions.map { try tool.run($0).output } == before)
  }

  @Test func `views that are thrown away come back by themselves`() throws {
    let tool = try filled()
    let before = try Self.questions.map { try tool.run($0).output }
    try FileManager.default.removeItem(at: url(tool, "tarikh.store/views"))
    #expect(try Self.questions.map { try tool.run($0).output } == before)
  }

  @Test func `views whose file is damaged come back by themselves`() throws {
    let tool = try filled()
    let before = try Self.questions.map { try tool.run($0).output }
    for damage in [Data(repeating: 0x5A, count: 100_000), Data(), Data([1, 2, 3])] {
      try damage.write(to: url(tool, "tarikh.store/views/data.mdb"))
      #expect(try Self.questions.map { try tool.run($0).output } == before)
      #expect(try tool.run("replay", "--from-scratch").status == 0)
      #expect(try tool.run("verify").status == 0)
    }
  }

  @Test func `a replay proves that the log gives the same views again`() throws {
    let tool = try filled()
    let first = try tool.run("replay", "--prove")
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.lines.count == 3)
    #expect(try tool.run("replay", "--prove").output == first.output)
  }

  @Test func `an export to a device is written there and does not take its place`() throws {
    let tool = try filled()
    #expect(try tool.run("export", "--to", "/dev/stdout").output == tool.run("export").output)
    #expect(try tool.run("export", "--to", "/dev/full").status == 74)
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/full")[.type]
    #expect(type as? FileAttributeType == .typeCharacterSpecial)
  }

  static let questions = [
    ["as-of", "2025-03-12", "--json"], ["timeline", "--json"], ["articles", "--json"],
    ["history", "actor:france", "--json"], ["streams", "--json"],
    ["as-of", "2025-03-12", "--known-at", "3", "--format", "csv"],
  ]

  private func filled() throws -> Tool {
    let tool = try Tool()
    try tool.write(Stories.withdrawal, to: "a.txt")
    try tool.write(Stories.rival, to: "b.txt")
    try tool.run("ingest", "a.txt", "b.txt")
    return tool
  }

  private func url(_ tool: Tool, _ name: String) -> URL { tool.folder.url.appending(path: name) }
}
