import Foundation
import TestSupport
import Testing

@Suite struct `Compacting a store` {
  @Test func `gives space back and changes no answer`() throws {
    let tool = try filled()
    let before = try tool.run("export").output
    let answer = try tool.run("as-of", "2025-03-12", "--json").output
    let run = try tool.run("compact", "--json")
    #expect(run.status == 0, "\(run.errors)")
    let done = try #require(try run.objects().first)
    for (part, folder) in [("log", "log"), ("views", "views")] {
      let sizes = try #require(done[part] as? [String: Int])
      #expect((sizes["after"] ?? 0) < (sizes["before"] ?? 0), "\(part)")
      #expect(try tool.bytes("tarikh.store/\(folder)/data.mdb").count == sizes["after"])
      #expect(!tool.exists("tarikh.store/\(folder)/compact.part"))
    }
    #expect(try tool.run("verify").status == 0)
    #expect(try tool.run("export").output == before)
    #expect(try tool.run("as-of", "2025-03-12", "--json").output == answer)
    try tool.write(Stories.rival, to: "b.txt")
    #expect(try tool.run("ingest", "b.txt").status == 0)
    #expect(try tool.run("verify").status == 0)
  }

  @Test func `works on a store without views, and says where there is none`() throws {
    let tool = try filled()
    try FileManager.default.removeItem(at: tool.url("tarikh.store/views"))
    let run = try tool.run("compact")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.lines.count == 1)
    #expect(try tool.run("compact", "--store", "none").status == 66)
    try tool.makeFolder("hollow")
    #expect(try tool.run("compact", "--store", "hollow").status == 74)
    #expect(try tool.content("hollow") == [])
  }

  @Test func `is busy, with the process's number, while another has the store open`() throws {
    let tool = try filled()
    let before = try tool.bytes("tarikh.store/log/data.mdb")
    let (follower, _, _) = try tool.start(["log", "--follow", "--json"])
    defer { follower.terminate() }
    try tool.awaitHolder(of: "tarikh.store/log/in-use.lock")
    let run = try tool.run("compact", "--wait", "0.1")
    #expect(run.status == 75, "\(run.errors)")
    #expect(run.errors.contains("process \(follower.processIdentifier)"), "\(run.errors)")
    #expect(try tool.bytes("tarikh.store/log/data.mdb") == before)
  }

  @Test func `keeps others out meanwhile, who wait for it`() throws {
    let tool = try filled()
    let (holder, _, _) = try tool.start(
      product: "/usr/bin/flock",
      ["--exclusive", tool.url("tarikh.store/log/in-use.lock").path, "sleep", "1"])
    try tool.awaitHolder(of: "tarikh.store/log/in-use.lock")
    for arguments in [["stats", "--wait", "0.1"], ["replay", "--wait", "0.1"]] {
      let run = try tool.run(arguments)
      #expect(run.status == 75, "\(run.errors)")
    }
    #expect(try tool.run("stats", "--wait", "20").status == 0)
    holder.waitUntilExit()
  }

  @Test func `that is killed leaves a whole store, and the next one cleans up`() throws {
    let tool = try filled()
    let before = try tool.run("export").output
    for wait in [10_000, 20_000, 30_000, 50_000, 80_000] as [UInt32] {
      let (compact, _, _) = try tool.start(["compact"])
      usleep(wait)
      kill(compact.processIdentifier, SIGKILL)
      compact.waitUntilExit()
      #expect(try tool.run("verify").status == 0)
      #expect(try tool.run("export").output == before)
    }
    try tool.write("rest", to: "tarikh.store/log/compact.part/data.mdb")
    #expect(try tool.run("compact").status == 0)
    #expect(!tool.exists("tarikh.store/log/compact.part"))
  }

  @Test func `of a damaged log touches nothing`() throws {
    let tool = try filled()
    var bytes = try tool.bytes("tarikh.store/log/data.mdb")
    bytes.replaceSubrange(16_384..<20_480, with: Data(repeating: 0xFF, count: 4096))
    bytes.replaceSubrange(32_768..<36_864, with: Data(repeating: 0xFF, count: 4096))
    try bytes.write(to: tool.url("tarikh.store/log/data.mdb"))
    #expect(try tool.run("compact").status == 74)
    #expect(try tool.bytes("tarikh.store/log/data.mdb") == bytes)
  }

  private func filled() throws -> Tool {
    let tool = try Tool()
    try tool.write(Stories.withdrawal, to: "a.txt")
    try tool.write(Stories.corpus(200), to: "corpus.ndjson")
    try tool.run("ingest", "corpus.ndjson", "a.txt")
    try tool.run("replay", "--from-scratch")
    return tool
  }
}
