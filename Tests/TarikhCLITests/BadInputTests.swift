import Foundation
import TestSupport
import Testing

@Suite struct `Bad input gets a message with its place, the right exit code, and harms nothing` {
  /// What is done, the exit code, and words that the message must hold.
  struct Case: Sendable, CustomStringConvertible {
    var description: String
    var arguments: [String]
    var status: Int32
    var words: [String]
  }

  static let cases = [
    Case(
      description: "a missing file", arguments: ["ingest", "nowhere.txt"], status: 66,
      words: ["nowhere.txt"]),
    Case(
      description: "a folder without articles", arguments: ["ingest", "hollow"], status: 66,
      words: ["hollow"]),
    Case(
      description: "an empty file", arguments: ["ingest", "empty.txt"], status: 65,
      words: ["empty.txt"]),
    Case(
      description: "binary data", arguments: ["ingest", "binary.txt"], status: 65,
      words: ["binary.txt", "byte 4"]),
    Case(
      description: "invalid UTF-8", arguments: ["ingest", "latin.txt"], status: 65,
      words: ["latin.txt", "byte 2", "UTF-8"]),
    Case(
      description: "a line of fifty megabytes", arguments: ["ingest", "long.txt"], status: 65,
      words: ["long.txt", "52428800"]),
    Case(
      description: "a page without text", arguments: ["ingest", "page.html"], status: 65,
      words: ["page.html", "no running text"]),
    Case(
      description: "another format", arguments: ["ingest", "a.pdf"], status: 65,
      words: ["a.pdf", ".html"]),
    Case(
      description: "broken front matter", arguments: ["ingest", "front.txt"], status: 65,
      words: ["front.txt", "front matter"]),
    Case(
      description: "an impossible date in front matter", arguments: ["ingest", "dated.txt"],
      status: 65, words: ["dated.txt", "2025-02-30"]),
    Case(
      description: "an invalid date", arguments: ["as-of", "2025-13-45"], status: 64,
      words: ["2025-13-45"]),
    Case(
      description: "an invalid date of publication",
      arguments: ["ingest", "good.txt", "--published", "soon"], status: 64, words: ["soon"]),
    Case(
      description: "an unknown flag", arguments: ["as-of", "2025-01-01", "--colour"], status: 64,
      words: ["--colour"]),
    Case(description: "an unknown command", arguments: ["injest"], status: 64, words: ["injest"]),
    Case(
      description: "no store", arguments: ["as-of", "2025-01-01", "--store", "none"], status: 66,
      words: ["none", "ingest"]),
    Case(
      description: "a folder that is no store", arguments: ["stats", "--store", "hollow"],
      status: 74, words: ["hollow"]),
    Case(
      description: "an unwritable store",
      arguments: ["ingest", "good.txt", "--store", "/proc/tarikh"], status: 73,
      words: ["/proc/tarikh"]),
    Case(
      description: "no such stream", arguments: ["read", "article/none"], status: 65,
      words: ["article/none"]),
    Case(
      description: "no such event", arguments: ["retract", "article/none@3", "--reason", "x"],
      status: 65, words: ["article/none@3"]),
    Case(
      description: "a correction without words",
      arguments: ["retract", "article/none@3", "--reason", " "], status: 64, words: ["--reason"]),
    Case(
      description: "an import that is none", arguments: ["import", "good.txt"], status: 65,
      words: ["good.txt:1"]),
    Case(
      description: "a position beyond the head",
      arguments: ["as-of", "2025-01-01", "--known-at", "99999"], status: 65, words: ["99999"]),
    Case(
      description: "reversed bounds",
      arguments: ["timeline", "--from", "2025-02", "--to", "2025-01"], status: 64, words: ["before"]
    ),
    Case(
      description: "contradicting formats", arguments: ["streams", "--json", "--format", "csv"],
      status: 64, words: ["--json"]),
    Case(
      description: "nothing found", arguments: ["as-of", "1900-01-01", "--fail-if-empty"],
      status: 3, words: []),
  ]

  @Test func `each case`() throws {
    let tool = try prepared()
    let before = try tool.run("export").output
    for item in Self.cases {
      let run = try tool.run(item.arguments)
      #expect(run.status == item.status, "\(item): \(run.errors)")
      for word in item.words { #expect(run.errors.contains(word), "\(item): \(run.errors)") }
      #expect(run.errors.utf8.count < 4000, "\(item): too many words")
    }
    #expect(try tool.run("export").output == before)
    #expect(try tool.run("verify").status == 0)
  }

  @Test func `a store of another format version is left alone`() throws {
    let tool = try prepared()
    try tool.write(#"{"format":"tarikh-store","version":99}"#, to: "tarikh.store/format.json")
    for arguments in [["stats"], ["ingest", "good.txt"], ["replay"], ["verify"]] {
      let run = try tool.run(arguments)
      #expect(run.status == 74)
      #expect(run.errors.contains("99"))
    }
  }

  @Test func `a store that another process holds is busy, not broken`() throws {
    let tool = try prepared()
    try tool.write(Stories.rival, to: "b.txt")
    let holder = try Tool().start(
      product: "/usr/bin/flock",
      ["--exclusive", tool.folder.path + "/tarikh.store/log/write.lock", "sleep", "30"])
    defer { holder.0.terminate() }
    usleep(300_000)
    let run = try tool.run("ingest", "b.txt", "--wait", "0.3")
    #expect(run.status == 75, "\(run.errors)")
    #expect(try tool.run("as-of", "2025-03-10", "--json").status == 0)
  }

  @Test(.enabled(if: SmallDisk.isPossible, "needs the right to mount a small file system"))
  func `a full disk is said, and the store stays whole`() throws {
    let tool = try Tool()
    let disk = try SmallDisk(megabytes: 3, at: tool.folder.url.appending(path: "disk"))
    try tool.write(Stories.corpus(6000), to: "corpus.ndjson")
    let run = try tool.run("ingest", "corpus.ndjson", "--store", "disk/full.store")
    #expect(run.status == 74, "\(run.status) \(run.errors)")
    #expect(run.errors.lowercased().contains("space"), "\(run.errors)")
    #expect(try tool.run("verify", "--store", "disk/full.store").status == 0)
    _ = disk
  }

  private func prepared() throws -> Tool {
    let tool = try Tool()
    try tool.write(Stories.withdrawal, to: "good.txt")
    try tool.run("ingest", "good.txt")
    try FileManager.default.createDirectory(
      at: tool.folder.url.appending(path: "hollow"), withIntermediateDirectories: true)
    try tool.write("", to: "empty.txt")
    try tool.write("<html></html>", to: "page.html")
    try tool.write("%PDF-1.7", to: "a.pdf")
    try tool.write("---\ntitle: [\n---\nنص", to: "front.txt")
    try tool.write("---\npublished: 2025-02-30\n---\nنص", to: "dated.txt")
    let bytes: [(String, Data)] = [
      ("binary.txt", Data([0x61, 0x62, 0x63, 0x64, 0, 1, 2])),
      ("latin.txt", Data([0x61, 0x62, 0xE9, 0x20])),
      ("long.txt", Data(repeating: 0x61, count: 50 << 20)),
    ]
    for (name, data) in bytes { try data.write(to: tool.folder.url.appending(path: name)) }
    return tool
  }
}
