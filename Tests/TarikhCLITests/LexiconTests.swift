import Foundation
import TestSupport
import Testing

@Suite struct `Lexicons and reading again` {
  private let entries =
    "actor:north-guard\tforce\tحرس الشمال\tNorth Guard\tقوات حرس الشمال\tiraq\n"
  private let text = "قال قائد حرس الشمال إن قوات حرس الشمال انسحبت أمس من البلدة."

  @Test func `a dry run shows the difference, and appends nothing`() throws {
    let tool = try prepared()
    let before = try tool.run("export").output
    let shown = try tool.run("reextract", "--dry-run", "--lexicon", "mine.tsv", "--json")
    #expect(shown.status == 0, "\(shown.errors)")
    let difference = try #require(try shown.objects().first)
    let added = try #require(difference["added"] as? [[String: Any]])
    let retracted = try #require(difference["retracted"] as? [[String: Any]])
    #expect(added.count == 2 && retracted.count == 2)
    #expect(try tool.run("export").output == before)
  }

  @Test func `a lexicon in the store holds for what is read again, and for every ingest`() throws {
    let tool = try prepared()
    #expect(try tool.run("lexicon", "add", "mine.tsv").status == 0)
    #expect(try tool.run("reextract").status == 0)
    let once = try tool.run("export").output
    #expect(once.contains("actor:north-guard"))
    #expect(try tool.run("reextract").errors.contains("0 articles differ"))
    #expect(try tool.run("ingest", "a.txt").errors.contains("stored already"))
    #expect(try tool.run("export").output == once)
    #expect(try tool.run("verify").status == 0)
    #expect(try tool.run("backup", "copy").status == 0)
    #expect(try tool.run("restore", "copy", "--store", "again").status == 0)
    #expect(try tool.run("reextract", "--store", "again").errors.contains("0 articles differ"))
    let asOf = try tool.run("timeline", "--kind", "withdrawal", "--json")
    #expect(asOf.lines.count == 1)
  }

  @Test func `check names the file, the line and the remedy`() throws {
    let tool = try prepared()
    try tool.write("actor:a\tarmy\tاسم\tName\n", to: "bad.tsv")
    let run = try tool.run("lexicon", "check", "mine.tsv", "bad.tsv")
    #expect(run.status == 65)
    #expect(run.output.contains("mine.tsv: sound, 1 entries"))
    #expect(run.errors.contains("bad.tsv:1"))
    #expect(run.errors.contains("one of: state, force"))
    let ingest = try tool.run("ingest", "a.txt", "--lexicon", "bad.tsv", "--store", "other")
    #expect(ingest.status == 65)
    #expect(!tool.exists("other"))
    #expect(try tool.run("reextract", "article/none").status == 66)
  }

  private func prepared() throws -> Tool {
    let tool = try Tool()
    try tool.write(text, to: "a.txt")
    try tool.write(entries, to: "mine.tsv")
    try tool.run("ingest", "a.txt", "--published", "2025-03-05")
    return tool
  }
}
