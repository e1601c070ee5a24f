import Foundation
import TestSupport
import Testing

@Suite(
  .serialized,
  .enabled(if: SharedFolder.has("corpus/articles"), "the corpus is not beside the project"))
struct `The corpus of five articles` {
  @Test func `becomes five streams, dated by their manifest`() throws {
    let tool = try ingested()
    let articles = try tool.run("articles", "--json").objects()
    #expect(articles.count == 5)
    #expect(articles.contains { $0["published"] as? String == "2024-09-20/2024-09-22" })
  }

  @Test func `gives the troop level in Iraq with its rivals, the misprint flagged`() throws {
    let tool = try ingested()
    let states = try troopLevels(tool)
    let iraq = try #require(states.first { $0["scope"] as? String == "place:iraq" })
    let value = iraq["value"] as? [String: Any]
    #expect(value?["min"] as? Int == 2500)
    #expect(value?["comparator"] as? String == "~")
    #expect(iraq["conflict"] as? String == "measurement")
    let claims = try #require(iraq["claims"] as? [[String: Any]])
    let rival = try #require(claim(of: 3000, in: claims))
    #expect((rival["value"] as? [String: Any])?["comparator"] as? String == ">")
    let misprint = try #require(claim(of: 25000, in: claims))
    #expect((misprint["flags"] as? [String])?.contains("misprint-suspected") == true)
    #expect(misprint["preferred"] as? Bool == false)
    for claim in claims {
      #expect((claim["quote"] as? String)?.isEmpty == false)
      #expect((claim["article"] as? String)?.hasPrefix("article/") == true)
    }
  }

  @Test func `says that the two bases are to be left`() throws {
    let tool = try ingested()
    for base in ["base:ain-al-asad", "base:victoria"] {
      let answer = try tool.run("as-of", "2025-10-02", "--subject", base, "--json").objects()[0]
      let states = answer["states"] as? [[String: Any]] ?? []
      let status = states.first { $0["attribute"] as? String == "base-status" }
      let text = String(describing: status?["claims"] ?? "")
      #expect(text.contains("leaving-planned"), "\(base): \(text)")
    }
  }

  @Test func `answers as it was known before the last article came`() throws {
    let tool = try Tool()
    let folder = try #require(SharedFolder.url("corpus/articles"))
    let last = "004_7f8585892e9f9958.txt"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".txt") && $0 != last }.sorted()
    for file in files { try tool.run("ingest", folder.appending(path: file).path) }
    let before = try states(tool, "2025-10-02")
    let head = try tool.run("stats", "--json").objects()[0]["head"] as? Int ?? 0
    try tool.run("ingest", folder.appending(path: last).path)
    #expect(try states(tool, "2025-10-02") != before)
    #expect(try states(tool, "2025-10-02", "--known-at", "\(head)") == before)
    #expect(try states(tool, "2024-07-25") != states(tool, "2025-10-02"))
  }

  private func ingested() throws -> Tool {
    let tool = try Tool()
    let folder = try #require(SharedFolder.url("corpus/articles"))
    let run = try tool.run("ingest", folder.path)
    #expect(run.status == 0, "\(run.errors)")
    return tool
  }

  private func troopLevels(_ tool: Tool) throws -> [[String: Any]] {
    let answer = try tool.run(
      "as-of", "2025-10-02", "--subject", "actor:us", "--attribute", "troop-level", "--json")
    return try answer.objects()[0]["states"] as? [[String: Any]] ?? []
  }

  private func claim(of number: Int, in claims: [[String: Any]]) -> [String: Any]? {
    claims.first { claim in
      let value = claim["value"] as? [String: Any]
      return value?["min"] as? Int == number || value?["max"] as? Int == number
    }
  }

  private func states(_ tool: Tool, _ day: String, _ more: String...) throws -> String {
    let answer = try tool.run(["as-of", day, "--json"] + more).objects()[0]
    let data = try JSONSerialization.data(
      withJSONObject: answer["states"] ?? [], options: [.sortedKeys])
    return String(decoding: data, as: UTF8.self)
  }
}
