import Foundation
import Testing

@Suite struct `The shell completes what a store knows` {
  @Test func `subjects, attributes, speakers and outlets`() throws {
    let tool = try demo()
    let ids = try complete(tool, "history", "positional@0", ["history", "actor:"])
    #expect(ids.contains("actor:france") && ids.allSatisfy { $0.hasPrefix("actor:") })
    #expect(
      try complete(tool, "as-of", "--subject", ["as-of", "2025-01-01", "--subject", "actor:f"])
        .contains("actor:france"))
    #expect(
      try complete(tool, "timeline", "--subject", ["timeline", "--subject", "فر"])
        == ["فرنسا"])
    #expect(try complete(tool, "blame", "positional@0", ["blame", "Fra"]) == ["France"])
    #expect(
      try complete(tool, "history", "positional@1", ["history", "actor:france", "troop"])
        == ["troop-level"])
    #expect(
      try complete(tool, "diff", "--according-to", ["diff", "--according-to", "موقع"])
        == ["موقع الأفق"])
  }

  @Test func `streams and the addresses of their events`() throws {
    let tool = try demo()
    let stream = "article/136e40832736a35d"
    #expect(try complete(tool, "read", "positional@0", ["read", "article/13"]) == [stream])
    #expect(
      try complete(tool, "correct", "positional@0", ["correct", "\(stream)@"])
        == ["\(stream)@0", "\(stream)@1", "\(stream)@2"])
    #expect(try complete(tool, "prove", "positional@0", ["prove", "article/13"]) == ["\(stream)@"])
  }

  @Test func `another store is named on the line; without one nothing is said`() throws {
    let tool = try Tool()
    try tool.run("demo", "--keep", "other.store")
    let words = ["--store", "other.store", "read", "article/13"]
    #expect(try complete(tool, "read", "positional@0", words).count == 1)
    for words in [
      ["read", "a"], ["--store=none", "read", "a"], ["--store", "/dev/null", "read", "a"],
    ] {
      let run = try run(tool, "read", "positional@0", words)
      #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty, "\(run.errors)")
    }
    #expect(!tool.exists("tarikh.store"))
  }

  @Test func `a name that a shell would run is not offered`() throws {
    let tool = try Tool()
    let fact =
      #"{"type":"fact","fact":{"subject":"actor:$(touch pwned)","attribute":"a`b`","#
      + #""value":"x","from":"2025-01-01","to":null}}"#
    for stream in ["desk/$(touch pwned)", "desk/mine"] {
      let run = try tool.run("append", stream, input: fact + "\n")
      #expect(run.status == 0, "\(run.errors)")
    }
    #expect(try complete(tool, "read", "positional@0", ["read", "desk/"]) == ["desk/mine"])
    #expect(try complete(tool, "history", "positional@0", ["history", "actor:"]).isEmpty)
    let attributes = try complete(tool, "history", "positional@1", ["history", "actor:a", ""])
    #expect(attributes.contains("troop-level") && !attributes.contains { $0.contains("`") })
  }

  private func complete(
    _ tool: Tool, _ command: String, _ argument: String, _ words: [String]
  ) throws -> [String] {
    let run = try run(tool, command, argument, words)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    return run.lines
  }

  /// As the generated scripts ask: which argument, which word, where the cursor is in it, the line.
  private func run(
    _ tool: Tool, _ command: String, _ argument: String, _ words: [String]
  ) throws -> Tool.Run {
    let cursor = words.last?.count ?? 0
    return try tool.run(
      ["---completion", command, "--", argument, "\(words.count)", "\(cursor)", "tarikh"] + words)
  }

  private func demo() throws -> Tool {
    let tool = try Tool()
    try tool.run("demo", "--keep", "tarikh.store")
    return tool
  }
}
