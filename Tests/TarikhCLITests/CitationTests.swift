import Foundation
import TestSupport
import Testing

@Suite struct `Citing an answer` {
  @Test func `gives the same answer again, whatever was appended since`() throws {
    let tool = try prepared()
    let first = try tool.run(
      "as-of", "2025-03-12", "--subject", "تشاد", "--policy", "most-sources", "--cite", "--json")
    let citation = try #require(try first.objects().first?["citation"] as? String)
    #expect(!citation.contains(" "))
    let before = try answer(tool.run("cite", citation, "--json"))
    try tool.write(Stories.withdrawal, to: "b.txt")
    try tool.run("ingest", "b.txt")
    let again = try tool.run("cite", citation, "--json")
    #expect(again.status == 0, "\(again.errors)")
    #expect(try answer(again) == before)
    #expect(try answer(first) == before)
    let page = try tool.run("as-of", "2025-03-12", "--cite").lines.last
    #expect(page?.hasPrefix("tarikh:as-of?day=2025-03-12&") == true)
  }

  @Test func `of another history, or with another answer, fails and says so`() throws {
    let tool = try prepared()
    let line = try #require(try tool.run("as-of", "2025-03-12", "--cite").lines.last)
    let other = try tool.run("cite", line.replacing("tree=sha256:", with: "tree=sha256:0"))
    #expect(other.status == 64)
    let parts = line.split(separator: "&").map(String.init)
    let forged = parts.map { part in
      part.hasPrefix("tree=") ? "tree=sha256:" + String(repeating: "0", count: 64) : part
    }.joined(separator: "&")
    let refuted = try tool.run("cite", forged)
    #expect(refuted.status == 1)
    #expect(refuted.errors.contains("NOT A CONTINUATION"), "\(refuted.errors)")
    let changed = parts.map { part in
      part.hasPrefix("answer=") ? "answer=sha256:" + String(repeating: "0", count: 64) : part
    }.joined(separator: "&")
    let differs = try tool.run("cite", changed)
    #expect(differs.status == 1)
    #expect(differs.errors.contains("the log is the one that was cited"), "\(differs.errors)")
    for text in ["tarikh:as-of?", "tarikh:as-of?day=x", line + "&more=1", line + "&day=2025-01-01"]
    {
      #expect(try tool.run("cite", text).status == 64, "\(text)")
    }
  }

  /// The states, as text that can be compared.
  private func answer(_ run: Tool.Run) throws -> String {
    let states = try #require(try run.objects().first?["states"])
    let data = try JSONSerialization.data(withJSONObject: states, options: .sortedKeys)
    return String(decoding: data, as: UTF8.self)
  }

  private func prepared() throws -> Tool {
    let tool = try Tool()
    try tool.write(Stories.rival, to: "a.txt")
    try tool.run("ingest", "a.txt")
    return tool
  }
}
