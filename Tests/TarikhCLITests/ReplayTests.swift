import Foundation
import TestSupport
import Testing

@Suite struct `Replaying by command` {
  @Test func `builds views elsewhere, which answer as of then and are not brought up`() throws {
    let tool = try filled()
    let made = try tool.run("replay", "--to", "then.views", "--until", "3", "--json")
    #expect(made.status == 0, "\(made.errors)")
    #expect(try made.objects().first?["state"] as? Int == 3)
    for _ in 0..<2 {
      let then = try tool.run("as-of", "2025-03-12", "--views", "then.views", "--json")
      let known = try tool.run("as-of", "2025-03-12", "--known-at", "3", "--json")
      let (a, b) = (try #require(try then.objects().first), try #require(try known.objects().first))
      #expect(a["viewPosition"] as? Int == 3)
      let states = try #require(a["states"] as? NSArray)
      #expect(states.count > 0)
      #expect(states == b["states"] as? NSArray)
    }
    #expect(try tool.run("replay", "--to", "then.views").status == 73)
    #expect(try tool.run("replay", "--to", "later.views", "--until", "٩٩٩").status == 65)
    #expect(!tool.exists("later.views"))
  }

  @Test func `refuses what makes no sense, with what to do`() throws {
    let tool = try filled()
    for arguments in [
      ["--skip", "article/x@1"], ["--reason", "why"], ["--until", "3"],
      ["--to", "a", "--prove"], ["--to", "a", "state"], ["--skip", "nonsense", "--reason", "why"],
    ] {
      let run = try tool.run(["replay"] + arguments)
      #expect(run.status == 64, "\(arguments): \(run.errors)")
    }
    let skip = try tool.run("replay", "--skip", "article/x@1", "--reason", "why")
    #expect(skip.status == 65)
    #expect(skip.errors.contains("stops no view"))
    #expect(try tool.run("as-of", "2025-03-12", "--views", "nowhere").status == 66)
    #expect(try tool.run("ingest", "a.txt", "--views", "a").status == 64)
  }

  @Test func `names a file of decisions that cannot be read, and touches nothing`() throws {
    let tool = try filled()
    try tool.write("[{\"projection\":", to: "tarikh.store/skipped.json")
    let run = try tool.run("as-of", "2025-03-12")
    #expect(run.status == 74, "\(run.errors)")
    #expect(run.errors.contains("skipped.json"))
  }

  private func filled() throws -> Tool {
    let tool = try Tool()
    try tool.write(Stories.rival, to: "a.txt")
    let run = try tool.run("ingest", "a.txt", "--published", "2025-03-10")
    #expect(run.status == 0, "\(run.errors)")
    return tool
  }
}
