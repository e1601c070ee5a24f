import Foundation
import TestSupport
import Testing

@Suite struct `Correcting, retracting and re-dating` {
  private static let figure =
    #"{"type":"reported","report":{"kind":"force-level","when":{"edtf":"2025-03-01"},"#
    + #""attribution":{"speaker":"source:desk"},"participants":[{"role":"actor","#
    + #""entity":"actor:france-military"},{"role":"place","entity":"place:chad"}],"#
    + #""quantities":[{"min":NUMBER,"max":NUMBER,"unit":"soldiers","measure":"stock"}]}}"#

  private static func figure(_ number: Int) -> String {
    figure.replacing("NUMBER", with: "\(number)")
  }

  @Test func `a correction changes the answer from then on and not before`() throws {
    let tool = try Tool()
    try tool.run("append", "desk/a", input: Self.figure(1000))
    #expect(try value(tool) == 1000)
    let report = try JSONSerialization.jsonObject(with: Data(Self.figure(1200).utf8))
    let inner = try #require((report as? [String: Any])?["report"])
    try JSONSerialization.data(withJSONObject: inner).write(
      to: tool.folder.url.appending(path: "new.json"))
    let run = try tool.run("correct", "desk/a@0", "new.json", "--reason", "recounted")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try value(tool) == 1200)
    #expect(try value(tool, "--known-at", "1") == 1000)
  }

  @Test func `a retraction takes the claim away from then on and not before`() throws {
    let tool = try Tool()
    try tool.run("append", "desk/a", input: Self.figure(1000))
    #expect(try tool.run("retract", "desk/a@0", "--reason", "withdrawn").status == 0)
    #expect(try value(tool) == nil)
    #expect(try value(tool, "--known-at", "1") == 1000)
    let left = try asOf(tool)["leftOut"] as? [String: Int]
    #expect(left?["retracted"] == 1)
    let again = try tool.run("retract", "desk/a@0", "--reason", "withdrawn", "--json")
    #expect(try again.objects()[0]["alreadyStored"] as? Bool == true, "\(again.errors)")
    try tool.run("retract", "desk/a@1", "--reason", "it was right after all")
    #expect(try value(tool) == 1000)
  }

  @Test func `re-dating an article moves what was dated by its day of publication`() throws {
    let tool = try Tool()
    try tool.write(Stories.withdrawal, to: "a.txt")
    try tool.run("ingest", "a.txt")
    let stream = try #require(try tool.run("streams", "--json").objects()[0]["stream"] as? String)
    #expect(try days(tool).contains("2025-03-09"))
    #expect(try tool.run("redate", stream, "2025-03-20", "--reason", "print edition").status == 0)
    let after = try days(tool)
    #expect(after.contains("2025-03-19"))
    #expect(!after.contains("2025-03-09"))
    let head = try tool.run("stats", "--json").objects()[0]["head"] as? Int ?? 0
    #expect(try days(tool, "--known-at", "\(head - 1)").contains("2025-03-09"))
  }

  @Test func `the same append again stores nothing, and a wrong expectation fails`() throws {
    let tool = try Tool()
    try tool.run("append", "desk/a", input: Self.figure(1000))
    let again = try tool.run("append", "desk/a", "--json", input: Self.figure(1000))
    #expect(try again.objects()[0]["alreadyStored"] as? Bool == true)
    let wrong = try tool.run("append", "desk/a", "-", "--expect", "7", input: Self.figure(5))
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("0"))
    let bad = try tool.run("append", "desk/a", input: "\n{\"report\":{\"kind\":\"gossip\"}}")
    #expect(bad.status == 65)
    #expect(bad.errors.contains("kind"))
  }

  private func asOf(_ tool: Tool, _ more: String...) throws -> [String: Any] {
    try tool.run(
      ["as-of", "2025-03-05", "--subject", "actor:france", "--attribute", "troop-level", "--json"]
        + more
    ).objects()[0]
  }

  private func value(_ tool: Tool, _ more: String...) throws -> Int? {
    let arguments =
      ["as-of", "2025-03-05", "--subject", "actor:france", "--attribute", "troop-level", "--json"]
    let answer = try tool.run(arguments + more).objects()[0]
    let states = answer["states"] as? [[String: Any]]
    return (states?.first?["value"] as? [String: Any])?["min"] as? Int
  }

  private func days(_ tool: Tool, _ more: String...) throws -> Set<String> {
    let reports = try tool.run(["timeline", "--json"] + more).objects()
    return Set(
      reports.compactMap { line in
        let report = line["report"] as? [String: Any]
        return (report?["when"] as? [String: Any])?["edtf"] as? String
      })
  }
}
