import Foundation
import TestSupport
import Testing

/// A store of each released format, and what each command prints of it, byte for byte.
///
/// They hold the same articles: answers are the same, and only what shows a hash has a file of
/// its own for each format.
///
/// After a change that is meant, `TARIKH_UPDATE_GOLDEN=1` writes the files anew; read the
/// difference before committing it. The store itself is never written anew: old files must stay
/// openable for ever.
@Suite struct `A store of an earlier release` {
  private static let fixtures = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")

  private static let stream = "article/11dbaf45db67858e"
  /// What the head was after 17 events, in each format.
  private static let heads = [
    "1": "17:sha256:7caf8cc2192b85d4025dd2be8b827428c127ab824a599b7c5c5a11f3c8a4c395",
    "2": "17:sha256:219f3cdd5bd163c698a6819a1fdaef41da057e354721a3efa575d479b72e625e",
  ]
  private static let head = "HEAD"

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
    ("verify.csv", ["verify", "--sealed", head, "--csv"]),
    ("articles.txt", ["articles"]),
    ("streams.csv", ["streams", "--csv"]),
    ("streams.ndjson", ["streams", "--json"]),
    ("log.csv", ["log", "--csv"]),
    ("read.csv", ["read", stream, "--csv"]),
    ("timeline.txt", ["timeline"]),
    ("timeline-axis.txt", ["timeline", "--width", "140"]),
    ("timeline-narrow.txt", ["timeline", "--from", "2024-12", "--to", "2024-12", "--width", "60"]),
    ("as-of-columns.txt", ["as-of", "2024-12-05", "--width", "120"]),
    ("as-of-narrow.txt", ["as-of", "2024-12-05", "--width", "60"]),
    ("history.csv", ["history", "actor:france", "troop-level", "--csv"]),
    ("diff.json", ["diff", "2024-12-01", "2025-02-01", "--json"]),
    ("diff.ndjson", ["diff", "2024-12-01", "2025-02-01", "--format", "ndjson"]),
    ("diff.csv", ["diff", "2024-12-01", "2025-02-01", "--csv"]),
    ("diff.txt", ["diff", "2024-12-01", "2025-02-01"]),
    ("diff-wrapped.txt", ["diff", "2024-12-01", "2025-02-01", "--width", "80"]),
    ("diff-known-at.txt", ["diff", "2024-12-05", "--known-at", "28", "--known-at", "41"]),
    ("blame.ndjson", ["blame", "actor:france", "troop-level", "2024-12-05", "--json"]),
    ("blame.csv", ["blame", "actor:france", "troop-level", "2024-12-05", "--csv"]),
    ("blame.txt", ["blame", "actor:france", "troop-level", "2024-12-05"]),
    ("gaps.ndjson", ["gaps", "--from", "2024", "--to", "2025", "--json"]),
    ("gaps.csv", ["gaps", "--from", "2024", "--to", "2025", "--csv"]),
    ("lag.ndjson", ["lag", "--json"]),
    ("lag.csv", ["lag", "--csv"]),
    ("extract.ndjson", ["extract", "story.txt", "--json"]),
    ("extract.csv", ["extract", "story.txt", "--csv"]),
    ("dates.json", ["dates", "--reference", "2025-03-12", Stories.paragraph, "--json"]),
    ("dates.csv", ["dates", "--reference", "2025-03-12", Stories.paragraph, "--csv"]),
    ("lexicon.ndjson", ["lexicon", "check", "own.tsv", "--json"]),
    ("lexicon.csv", ["lexicon", "check", "own.tsv", "--csv"]),
  ]

  @Test(arguments: ["1", "2"])
  func `opens, verifies, and answers every question with the same bytes`(
    format: String
  ) throws {
    let tool = try store(format)
    let head = try #require(Self.heads[format])
    for (name, arguments) in Self.questions {
      let run = try tool.run(arguments.map { $0 == Self.head ? head : $0 })
      #expect(run.status == 0, "\(name): \(run.errors)")
      let golden = Self.golden(name, format)
      if ProcessInfo.processInfo.environment["TARIKH_UPDATE_GOLDEN"] != nil {
        try Data(run.output.utf8).write(to: golden)
      }
      #expect(try run.output == String(contentsOf: golden, encoding: .utf8), "\(name)")
    }
  }

  @Test(arguments: ["1", "2"])
  func `takes further events`(format: String) throws {
    let tool = try store(format)
    try tool.write(Stories.rival, to: "a.txt")
    #expect(try tool.run("ingest", "a.txt").status == 0)
    #expect(try tool.run("verify").status == 0)
  }

  private func store(_ format: String) throws -> Tool {
    let tool = try Tool()
    try FileManager.default.copyItem(
      at: Self.fixtures.appending(path: "Stores/\(format)"),
      to: tool.folder.url.appending(path: "tarikh.store"))
    try tool.write(Stories.rival, to: "story.txt")
    try tool.write(
      "actor:north-guard\tforce\tحرس الشمال\tNorth Guard\tقوات حرس الشمال\tiraq\n", to: "own.tsv")
    return tool
  }

  private static func golden(_ name: String, _ format: String) -> URL {
    let own = fixtures.appending(path: "Golden/\(format)/\(name)")
    let isOwn = FileManager.default.fileExists(atPath: own.path)
    return isOwn ? own : fixtures.appending(path: "Golden/\(name)")
  }
}
