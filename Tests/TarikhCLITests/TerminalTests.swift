import Testing

@Suite struct `On a terminal` {
  @Test func `there are colours and an axis, unless they are refused`() throws {
    let tool = try demo()
    let shown = try terminal(tool, ["timeline"])
    #expect(shown.contains("█") && shown.contains("\u{1B}[33m") && shown.contains("\u{2068}"))
    let refused = try terminal(tool, ["timeline"], ["NO_COLOR": "1"])
    #expect(refused.contains("█") && !refused.contains("\u{1B}"))
    let table = try terminal(tool, ["timeline", "--format", "table"])
    #expect(!table.contains("█") && table.contains("address"))
    #expect(try !tool.run("timeline").output.contains("█"))
    #expect(try !tool.run("timeline", "--width", "100").output.contains("\u{1B}"))
  }

  @Test func `rivals stand side by side where there is room`() throws {
    let tool = try demo()
    let question = ["as-of", "2024-12-05", "--attribute", "troop-level"]
    #expect(try terminal(tool, question, ["COLUMNS": "120"]).contains(" │ "))
    #expect(try !terminal(tool, question, ["COLUMNS": "60"]).contains(" │ "))
  }

  @Test func `a diff is red and green, and blame keeps its emphasis whole`() throws {
    let tool = try demo()
    let diff = try terminal(tool, ["diff", "2024-12-01", "2025-02-01"])
    #expect(diff.contains("\u{1B}[31m- ") && diff.contains("\u{1B}[32m+ "))
    let blame = try terminal(tool, ["blame", "actor:france", "troop-level", "2024-12-05"])
    #expect(blame.contains("\u{1B}[1m"))
    #expect(!blame.replacing(/\u{1B}\[\d+m/, with: "").contains("[0m"))
  }

  private func demo() throws -> Tool {
    let tool = try Tool()
    try tool.run("demo", "--keep", "tarikh.store")
    return tool
  }

  private func terminal(
    _ tool: Tool, _ arguments: [String], _ environment: [String: String] = [:]
  ) throws -> String {
    try PseudoTerminal().run(tool, arguments, environment)
  }
}
