import Foundation
import TestSupport
import Testing

@Suite struct `Policies for rival claims` {
  @Test func `most-sources prefers what more speakers say, and latest what was said last`() throws {
    let tool = try Tool()
    try tool.write(
      """
      وقال وزير الدفاع التشادي إن عدد الجنود الفرنسيين في تشاد يبلغ 900 جندي.

      وقال المتحدث باسم الجيش التشادي إن عدد الجنود الفرنسيين في تشاد يبلغ 900 جندي.
      """, to: "a.txt")
    try tool.write(
      "قال وزير الخارجية الفرنسي إن عدد الجنود الفرنسيين في تشاد يبلغ 1000 جندي.", to: "b.txt")
    try tool.run("ingest", "a.txt", "--published", "2025-01-10")
    try tool.run("ingest", "b.txt", "--published", "2025-01-12")
    #expect(try value(tool, "most-sources") == 900)
    #expect(try value(tool, "latest") == 1000)
    #expect(try value(tool, "all") == nil)
    let claims = try claims(tool, "all")
    #expect(claims.count == 3)
    #expect(claims.allSatisfy { $0["preferred"] as? Bool == false })
    let wrong = try tool.run("as-of", "2025-01-20", "--policy", "best")
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("most-sources"))
  }

  private func state(_ tool: Tool, _ policy: String) throws -> [String: Any]? {
    let answer = try tool.run(
      "as-of", "2025-01-20", "--subject", "actor:france", "--attribute", "troop-level", "--policy",
      policy, "--json"
    ).objects().first
    return (answer?["states"] as? [[String: Any]])?.first
  }

  private func value(_ tool: Tool, _ policy: String) throws -> Int? {
    (try state(tool, policy)?["value"] as? [String: Any])?["min"] as? Int
  }

  private func claims(_ tool: Tool, _ policy: String) throws -> [[String: Any]] {
    try state(tool, policy)?["claims"] as? [[String: Any]] ?? []
  }
}
