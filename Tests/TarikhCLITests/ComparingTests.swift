import Foundation
import TestSupport
import Testing

@Suite struct `Comparing states, and following values to their words` {
  @Test func `diff of two positions names the event that changed what is known`() throws {
    let tool = try demo()
    let log = try tool.run("log", "--json", "--type", "corrected").objects()
    let correction = try #require(log.first?["position"] as? Int)
    let run = try tool.run(
      "diff", "2024-12-05", "--known-at", "\(correction - 1)", "--known-at", "\(correction)",
      "--subject", "actor:france", "--json")
    #expect(run.status == 0, "\(run.errors)")
    let difference = try #require(try run.objects().first)
    let variables = try #require(difference["variables"] as? [[String: Any]])
    let gained = variables.flatMap { $0["gained"] as? [[String: Any]] ?? [] }
    #expect(gained.contains { $0["position"] as? Int == correction })
    #expect(variables.allSatisfy { $0["subject"] as? String == "actor:france" })
  }

  @Test func `diff of two days shows what appeared, went and changed, as as-of has it`() throws {
    let tool = try demo()
    let run = try tool.run("diff", "2024-11-01", "2025-02-01", "--json")
    let variables = try #require(
      try run.objects().first?["variables"] as? [[String: Any]])
    #expect(!variables.isEmpty)
    func states(_ day: String) throws -> Set<String> {
      let answer = try #require(try tool.run("as-of", day, "--json").objects().first)
      return Set(
        (answer["states"] as? [[String: Any]] ?? []).map {
          "\($0["subject"] ?? "") \($0["attribute"] ?? "") \($0["scope"] ?? "")"
        })
    }
    let (before, after) = (try states("2024-11-01"), try states("2025-02-01"))
    for variable in variables {
      let key =
        "\(variable["subject"] ?? "") \(variable["attribute"] ?? "") \(variable["scope"] ?? "")"
      switch variable["change"] as? String {
      case "appeared": #expect(!before.contains(key) && after.contains(key))
      case "gone": #expect(before.contains(key) && !after.contains(key))
      default: #expect(before.contains(key) && after.contains(key))
      }
    }
    let same = try tool.run("diff", "2025-02-01", "2025-02-01")
    #expect(same.status == 0 && same.errors.contains("Nothing differs."))
  }

  @Test func `diff refuses what it cannot compare`() throws {
    let tool = try demo()
    #expect(try tool.run("diff", "2025-02-01").status == 64)
    #expect(try tool.run("diff", "2025-02-01", "2025-02-02", "2025-02-03").status == 64)
    #expect(
      try tool.run("diff", "2025-02-01", "2025-02-02", "--known-at", "1", "--known-at", "2").status
        == 64)
    #expect(try tool.run("diff", "--known-at", "1", "--known-at", "999999").status != 0)
  }

  @Test func `blame gives the quote within the words of its article`() throws {
    let tool = try demo()
    let run = try tool.run("blame", "actor:france", "troop-level", "2024-12-05", "--json")
    let found = try run.objects()
    #expect(found.count >= 2)
    let first = try #require(found.first)
    let claim = try #require(first["claim"] as? [String: Any])
    #expect(claim["preferred"] as? Bool == true)
    let quote = try #require(claim["quote"] as? String)
    let address = try #require(claim["event"] as? String)
    let read = try tool.run("read", String(address.prefix { $0 != "@" }), "--json").output
    #expect(read.contains(address))
    let page = try tool.run("blame", "actor:france", "troop-level", "2024-12-05").output
    #expect(page.contains(quote))
    #expect(try tool.run("blame", "actor:nobody", "troop-level", "--fail-if-empty").status == 3)
  }

  @Test func `gaps and lag are data`() throws {
    let tool = try demo()
    let gaps = try tool.run("gaps", "--subject", "actor:france", "--json").objects()
    for gap in gaps {
      #expect((gap["days"] as? Int ?? 0) > 0)
      #expect(gap["before"] is String && gap["after"] is String)
    }
    let year = try tool.run("gaps", "--from", "1990", "--to", "1990", "--json").objects()
    #expect(year.compactMap { $0["days"] as? Int } == [365])
    let lags = try tool.run("lag", "--json").objects()
    #expect(lags.count >= 2)
    #expect(lags.allSatisfy { ($0["reports"] as? Int ?? 0) > 0 })
    #expect(try tool.run("gaps", "--from", "2025", "--to", "2024").status == 64)
  }

  private func demo() throws -> Tool {
    let tool = try Tool()
    try tool.run("demo", "--keep", "tarikh.store")
    return tool
  }
}
