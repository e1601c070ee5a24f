import Foundation
import TestSupport
import Testing

@Suite struct `A store that may only be read` {
  static let questions = [
    ["as-of", "2025-03-12", "--json"], ["timeline", "--json"], ["streams", "--json"],
    ["log", "--json"], ["verify", "--json"], ["export"],
  ]

  @Test(.enabled(if: SmallDisk.isPossible, "needs the right to mount a small file system"))
  func `on a read-only file system answers every question, also a backup without views`() throws {
    let tool = try Tool()
    let disk = try SmallDisk(megabytes: 8, at: tool.folder.url.appending(path: "disk"))
    try fill(tool, store: "disk/a.store")
    try tool.run("backup", "disk/backup", "--store", "disk/a.store")
    let before = try answers(tool, store: "disk/a.store")
    try disk.makeReadOnly()
    for store in ["disk/a.store", "disk/backup"] {
      #expect(try answers(tool, store: store) == before, "\(store)")
      #expect(try tool.run("stats", "--store", store).status == 0)
      #expect(try tool.run("backup", "copy-\(store.count)", "--store", store).status == 0)
      let ingest = try tool.run("ingest", "a.txt", "--store", store)
      #expect(ingest.status == 73, "\(ingest.errors)")
      #expect(try tool.run("compact", "--store", store).status == 74)
    }
    #expect(try tool.run("restore", "disk/backup", "--store", "new.store").status == 0)
  }

  @Test(.enabled(if: Stranger.isPossible, "needs root and setpriv"))
  func `of another user answers every question, and takes turns with its writer`() throws {
    let tool = try Tool()
    try fill(tool, store: "a.store")
    let before = try answers(tool, store: "a.store")
    let stranger = Stranger(tool: tool)
    for question in Self.questions {
      let run = try stranger.run(question + ["--store", "a.store"])
      #expect(run.status == 0, "\(question): \(run.errors)")
      #expect(before.contains(run.output), "\(question)")
    }
    #expect(try stranger.run(["ingest", "a.txt", "--store", "a.store"]).status == 73)
    // While somebody writes: a reader that LMDB's writer does not know of must wait for it.
    let (holder, _, _) = try tool.start(
      product: "/usr/bin/flock",
      ["--exclusive", tool.url("a.store/log/write.lock").path, "sleep", "30"])
    try tool.awaitHolder(of: "a.store/log/write.lock")
    let run = try stranger.run(["log", "--wait", "0.2", "--store", "a.store"])
    #expect(run.status == 75, "\(run.errors)")
    holder.terminate()
    holder.waitUntilExit()
    #expect(try stranger.run(["log", "--store", "a.store"]).status == 0)
  }

  @Test(.enabled(if: Stranger.isPossible, "needs root and setpriv"))
  func `is read whole by another user while it is written`() throws {
    let tool = try Tool()
    try fill(tool, store: "a.store")
    try tool.write(Stories.corpus(300), to: "corpus.ndjson")
    let (ingest, _, _) = try tool.start(
      ["ingest", "corpus.ndjson", "--store", "a.store", "--wait", "60"])
    let stranger = Stranger(tool: tool)
    repeat {
      let run = try stranger.run(["verify", "--store", "a.store", "--wait", "60"])
      #expect(run.status == 0, "\(run.errors) \(run.output)")
    } while ingest.isRunning
    ingest.waitUntilExit()
    #expect(ingest.terminationStatus == 0)
  }

  private func fill(_ tool: Tool, store: String) throws {
    try tool.write(Stories.withdrawal, to: "a.txt")
    try tool.write(Stories.rival, to: "b.txt")
    try tool.run("ingest", "a.txt", "b.txt", "--store", store)
  }

  private func answers(_ tool: Tool, store: String) throws -> [String] {
    try Self.questions.map { question in
      let run = try tool.run(question + ["--store", store])
      #expect(run.status == 0, "\(question): \(run.errors)")
      return run.output
    }
  }
}

/// A user who may read the files of others and write none.
private struct Stranger {
  let tool: Tool

  static let isPossible: Bool = {
    guard getuid() == 0, FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv"),
      let tool = try? Tool()
    else { return false }
    // The command itself must be within reach.
    return (try? Stranger(tool: tool).run(["--version"]).status) == 0
  }()

  func run(_ arguments: [String]) throws -> Tool.Run {
    let command = Tool.products.appending(path: "tarikh").path
    return try tool.run(
      product: "/usr/bin/setpriv",
      ["--reuid=65534", "--regid=65534", "--clear-groups", command] + arguments)
  }
}
