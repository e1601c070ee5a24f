import Foundation
import TestSupport
import Testing

@Suite struct `A backup` {
  @Test func `is a store with the same export, and a backup of it has the same bytes`() throws {
    let tool = try filled()
    #expect(try tool.run("backup", "one").status == 0)
    #expect(try tool.content("one") == ["format.json", "log"])
    #expect(try tool.content("one/log") == ["data.mdb"])
    #expect(try tool.run("backup", "two", "--store", "one").status == 0)
    for file in ["log/data.mdb", "format.json"] {
      #expect(try tool.bytes("one/\(file)") == tool.bytes("two/\(file)"))
    }
    #expect(try tool.run("export", "--store", "two").output == tool.run("export").output)
    #expect(try tool.run("verify", "--store", "two").status == 0)
  }

  @Test func `says as JSON what it holds`() throws {
    let tool = try filled()
    let object = try #require(try tool.run("backup", "b", "--json").objects().first)
    let stats = try #require(try tool.run("stats", "--json").objects().first)
    #expect(object["head"] as? Int == stats["head"] as? Int)
    #expect(object["root"] as? String == stats["root"] as? String)
    #expect(try object["bytes"] as? Int == tool.bytes("b/log/data.mdb").count)
  }

  @Test func `goes into an empty folder, and never over anything else`() throws {
    let tool = try filled()
    try tool.makeFolder("empty")
    #expect(try tool.run("backup", "empty").status == 0)
    let before = try tool.bytes("empty/log/data.mdb")
    try tool.write("a letter", to: "file")
    for target in ["empty", "file", "tarikh.store"] {
      let run = try tool.run("backup", target)
      #expect(run.status == 73)
      #expect(run.errors.contains(target))
    }
    #expect(try tool.bytes("empty/log/data.mdb") == before)
    #expect(try tool.run("backup", "/proc/none").status == 73)
    #expect(try tool.run("backup", "b", "--store", "none").status == 66)
    #expect(try tool.leftovers() == [])
  }

  @Test func `is whole while another process ingests`() throws {
    let tool = try filled()
    try tool.write(Stories.corpus(300), to: "corpus.ndjson")
    let (ingest, _, _) = try tool.start(["ingest", "corpus.ndjson", "--wait", "60"])
    var heads: [Int] = []
    repeat {
      let name = "backup\(heads.count)"
      let run = try tool.run("backup", name, "--json")
      #expect(run.status == 0, "\(run.errors)")
      heads.append(try run.objects().first?["head"] as? Int ?? 0)
    } while ingest.isRunning && heads.count < 6
    ingest.waitUntilExit()
    #expect(ingest.terminationStatus == 0)
    #expect(heads == heads.sorted())
    let all = try tool.run("export").lines
    for (turn, head) in heads.enumerated() {
      let run = try tool.run("verify", "--store", "backup\(turn)")
      #expect(run.status == 0, "\(run.errors)")
      // The first lines after the header are those of the whole log.
      let lines = try tool.run("export", "--store", "backup\(turn)").lines
      #expect(lines.dropFirst() == all.dropFirst().prefix(head))
    }
  }

  @Test func `of a damaged log is refused with the place, and leaves nothing`() throws {
    let tool = try filled()
    try tool.flipWord("الوادي", in: "tarikh.store/log/data.mdb")
    let run = try tool.run("backup", "b")
    #expect(run.status == 74)
    #expect(run.errors.contains("damaged"), "\(run.errors)")
    #expect(!tool.exists("b"))
    #expect(try tool.leftovers() == [])
  }

  @Test(.enabled(if: SmallDisk.isPossible, "needs the right to mount a small file system"))
  func `onto a full disk says so, and leaves nothing`() throws {
    let tool = try filled()
    try tool.write(Stories.corpus(600), to: "corpus.ndjson")
    try tool.run("ingest", "corpus.ndjson")
    let disk = try SmallDisk(megabytes: 1, at: tool.folder.url.appending(path: "disk"))
    let run = try tool.run("backup", "disk/b")
    #expect(run.status == 74, "\(run.errors)")
    #expect(run.errors.lowercased().contains("space"), "\(run.errors)")
    #expect(try tool.content("disk") == [])
    _ = disk
  }

  @Test func `that is interrupted leaves nothing`() throws {
    let tool = try filled()
    try tool.write(Stories.corpus(600), to: "corpus.ndjson")
    try tool.run("ingest", "corpus.ndjson")
    for wait in [20_000, 60_000, 150_000] as [UInt32] {
      let (backup, _, errors) = try tool.start(["backup", "b\(wait)"])
      usleep(wait)
      kill(backup.processIdentifier, SIGINT)
      backup.waitUntilExit()
      let words = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
      // Before it watches, the signal ends it; after it was done, there is nothing to stop.
      let isDone = backup.terminationReason == .exit && backup.terminationStatus == 0
      #expect(isDone == tool.exists("b\(wait)/format.json"), "\(words)")
    }
    #expect(try tool.leftovers() == [])
    #expect(try tool.run("verify").status == 0)
  }

  private func filled() throws -> Tool {
    let tool = try Tool()
    try tool.write(Stories.withdrawal, to: "a.txt")
    try tool.write(Stories.rival, to: "b.txt")
    try tool.run("ingest", "a.txt", "b.txt")
    return tool
  }
}
