import Foundation
import TestSupport
import Testing

/// A store written by release 0.1.0 (format 1), and what each command prints of it, byte for byte.
///
/// After a change that is meant, `TARIKH_UPDATE_GOLDEN=1` writes the files anew; read the
/// difference before committing it. The store itself is never written anew: old files must stay
/// openable for ever.
@Suite struct `A store of format 1` {
  private static let fixtures = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")

  private static let stream = "article/11dbaf45db67858e"
  /// What its head was after 17 events.
  private static let head =
    "17:sha256:7caf8cc2192b85d4025dd2be8b827428c127ab824a599b7c5c5a11f3c8a4c395"

  static let questions: [(name: String, arguments: [String])] = [
    ("articles.ndjson", ["articles", "--json"]),
    ("articles.csv", ["articles", "--format", "csv"]),
    ("streams.txt", ["streams"]),
    ("log.ndjson", ["log", "--json"]),
    ("log.txt", ["log", "--limit", "5"]),
    ("read.ndjson", ["read", stream, "--json", "--text"]),
    ("read-backwards.txt", ["read", stream, "--backwards", "--limit", "3"]),
    ("timeline.ndjson", ["timeline", "--json"]),
    ("timeline.csv", ["timeline", "--format", "csv"]),
    ("as-of.json", ["as-of", "2024-12-05", "--json"]),
    ("as-of.ndjson", ["as-of", "2024-12-05", "--format", "ndjson"]),
    ("as-of.csv", ["as-of", "2024-12-05", "--format", "csv"]),
    ("as-of.txt", ["as-of", "2025-01-12"]),
    ("as-of-known-at.json", ["as-of", "2024-12-05", "--known-at", "2025-01-13", "--json"]),
    ("as-of-published-by.json", ["as-of", "2024-12-05", "--published-by", "2024-11-30", "--json"]),
    ("history.ndjson", ["history", "actor:france", "troop-level", "--json"]),
    ("history.txt", ["history", "actor:france", "troop-level"]),
    ("verify.json", ["verify", "--json"]),
    ("export.ndjson", ["export"]),
    ("seal.json", ["seal"]),
    ("prove.json", ["prove", "\(stream)@2"]),
    ("prove-at.json", ["prove", "\(stream)@2", "--at", head]),
    ("prove-since.json", ["prove", "--since", head]),
    ("verify-sealed.json", ["verify", "--sealed", head, "--json"]),
    ("verify-sealed.txt", ["verify", "--sealed", head]),
  ]

  @Test func `opens, verifies, and answers every question with the same bytes`() throws {
    let tool = try Tool()
    let store = tool.folder.url.appending(path: "tarikh.store")
    try FileManager.default.copyItem(
      at: Self.fixtures.appending(path: "Stores/1"), to: store)
    for (name, arguments) in Self.questions {
      let run = try tool.run(arguments)
      #expect(run.status == 0, "\(name): \(run.errors)")
      let golden = Self.fixtures.appending(path: "Golden/\(name)")
      if ProcessInfo.processInfo.environment["TARIKH_UPDATE_GOLDEN"] != nil {
        try Data(run.output.utf8).write(to: golden)
      }
      #expect(try run.output == String(contentsOf: golden, encoding: .utf8), "\(name)")
    }
  }

  @Test func `takes further events`() throws {
    let tool = try Tool()
    try FileManager.default.copyItem(
      at: Self.fixtures.appending(path: "Stores/1"),
      to: tool.folder.url.appending(path: "tarikh.store"))
    try tool.write(Stories.rival, to: "a.txt")
    #expect(try tool.run("ingest", "a.txt").status == 0)
    #expect(try tool.run("verify").status == 0)
  }
}
