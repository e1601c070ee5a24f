import Foundation
import TestSupport
import Testing

@Suite struct `Restoring a backup` {
  @Test func `gives the same export and the same answers, with views`() throws {
    let tool = try backedUp()
    let run = try tool.run("restore", "backup", "--store", "new.store")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try tool.content("new.store") == ["format.json", "log", "views"])
    for question in RoundTrip.questions + [["export"]] {
      #expect(
        try tool.run(question + ["--store", "new.store"]).output == tool.run(question).output,
        "\(question)")
    }
    // The backup is only read.
    #expect(try tool.content("backup/log") == ["data.mdb"])
    try tool.write(Stories.rival, to: "c.txt")
    #expect(try tool.run("ingest", "c.txt", "--store", "new.store").status == 0)
  }

  @Test func `never overwrites a store`() throws {
    let tool = try backedUp()
    let before = try tool.bytes("tarikh.store/log/data.mdb")
    let run = try tool.run("restore", "backup")
    #expect(run.status == 73)
    #expect(run.errors.contains("tarikh.store"))
    #expect(try tool.bytes("tarikh.store/log/data.mdb") == before)
    try tool.makeFolder("empty.store")
    #expect(try tool.run("restore", "backup", "--store", "empty.store").status == 0)
  }

  @Test func `of what is no backup is refused`() throws {
    let tool = try backedUp()
    try tool.makeFolder("hollow")
    #expect(try tool.run("restore", "none", "--store", "new.store").status == 66)
    #expect(try tool.run("restore", "hollow", "--store", "new.store").status == 74)
    #expect(try tool.run("restore", "backup/format.json", "--store", "new.store").status == 74)
    #expect(!tool.exists("new.store"))
  }

  @Test func `of a damaged backup is refused with the place, and makes nothing`() throws {
    let tool = try backedUp()
    try FileManager.default.copyItem(at: tool.url("backup"), to: tool.url("flipped"))
    try FileManager.default.copyItem(at: tool.url("backup"), to: tool.url("short"))
    try FileManager.default.copyItem(at: tool.url("backup"), to: tool.url("zeroed"))
    try tool.flipWord("الوادي", in: "flipped/log/data.mdb")
    let bytes = try tool.bytes("short/log/data.mdb")
    try bytes.prefix(bytes.count - 8192).write(to: tool.url("short/log/data.mdb"))
    var zeroed = bytes
    zeroed.replaceSubrange(8192..<12_288, with: Data(count: 4096))
    try zeroed.write(to: tool.url("zeroed/log/data.mdb"))
    for (name, word) in [("flipped", "position"), ("short", "page"), ("zeroed", "page")] {
      let run = try tool.run("restore", name, "--store", "new.store")
      #expect(run.status == 74, "\(name): \(run.errors)")
      #expect(run.errors.contains("damaged") && run.errors.contains(word), "\(run.errors)")
      #expect(!tool.exists("new.store"))
    }
    #expect(try tool.leftovers() == [])
  }

  @Test func `takes any whole store, also one that is written to`() throws {
    let tool = try backedUp()
    try tool.write(Stories.corpus(300), to: "corpus.ndjson")
    let (ingest, _, _) = try tool.start(["ingest", "corpus.ndjson", "--wait", "60"])
    let run = try tool.run("restore", "tarikh.store", "--store", "new.store")
    #expect(run.status == 0, "\(run.errors)")
    ingest.waitUntilExit()
    #expect(ingest.terminationStatus == 0)
    #expect(try tool.run("verify", "--store", "new.store").status == 0)
  }

  private func backedUp() throws -> Tool {
    let tool = try Tool()
    try tool.write(Stories.withdrawal, to: "a.txt")
    try tool.write(Stories.rival, to: "b.txt")
    try tool.run("ingest", "a.txt", "b.txt")
    try tool.run("backup", "backup")
    return tool
  }
}

/// Questions whose answers a copy must give too.
private enum RoundTrip {
  static let questions = [
    ["as-of", "2025-03-12", "--json"], ["timeline", "--json"], ["articles", "--json"],
    ["history", "actor:france", "--json"], ["streams", "--json"],
  ]
}
