import Foundation
import TestSupport
import Testing

@Suite struct `Ingesting articles` {
  @Test func `stores an article once however often it is given`() throws {
    let tool = try Tool()
    try tool.write(Stories.withdrawal, to: "a.txt")
    try tool.write(Stories.rival, to: "b.txt")
    #expect(try tool.run("ingest", "a.txt", "b.txt").status == 0)
    let before = try tool.run("export").output
    #expect(try tool.run("ingest", "a.txt", "b.txt").status == 0)
    #expect(try tool.run("export").output == before)
    #expect(try tool.run("streams", "--json").lines.count == 2)
  }

  @Test func `keeps what front matter says of an article`() throws {
    let tool = try Tool()
    try tool.write(Stories.withdrawal, to: "a.txt")
    try tool.run("ingest", "a.txt")
    let stream = try #require(try tool.run("articles", "--json").objects().first)
    #expect(stream["title"] as? String == "انسحاب من قاعدة الوادي")
    #expect(stream["outlet"] as? String == "وكالة المدى")
    #expect(stream["published"] as? String == "2025-03-10")
  }

  @Test func `reads a folder with its manifest, and a date given on the command line before it`()
    throws
  {
    let tool = try Tool()
    try tool.write("قال المتحدث باسم الجيش أمس إن القوات انسحبت.", to: "in/a.txt")
    try tool.write(
      #"[{"file":"a.txt","published":"2025-03-10/2025-03-11"}]"#, to: "in/manifest.json")
    try tool.run("ingest", "in")
    let first = try #require(try tool.run("articles", "--json").objects().first)
    #expect(first["published"] as? String == "2025-03-10/2025-03-11")
    try tool.run("ingest", "in", "--published", "2025-04-01", "--store", "other.store")
    let second = try tool.run("articles", "--json", "--store", "other.store").objects().first
    #expect(second?["published"] as? String == "2025-04-01")
  }

  @Test func `reads a corpus of one article a line from standard input, and names bad lines`()
    throws
  {
    let tool = try Tool()
    let run = try tool.run(
      ["ingest", "-"], input: Data((Stories.corpus(30) + "{\"id\":1}\n").utf8))
    #expect(run.status == 4)
    #expect(run.errors.contains("standard input:31"))
    #expect(try tool.run("streams", "--json").lines.count == 30)
  }

  @Test func `reads a saved page, from a file or from standard input, as the same article`() throws
  {
    let tool = try Tool()
    let page = "<!doctype html><title>العنوان</title><article><p>\(Stories.paragraph)</p></article>"
    try tool.write(page, to: "page.html")
    #expect(try tool.run("ingest", "page.html").status == 0)
    #expect(try tool.run(["ingest", "-"], input: Data(page.utf8)).status == 0)
    let articles = try tool.run("articles", "--json").objects()
    #expect(articles.compactMap { $0["title"] as? String } == ["العنوان"])
  }

  @Test func `stores the good and says why it rejects the bad`() throws {
    let tool = try Tool()
    try tool.write(Stories.rival, to: "good.txt")
    try tool.write("", to: "empty.txt")
    let run = try tool.run("ingest", "good.txt", "empty.txt", "missing.txt")
    #expect(run.status == 4)
    #expect(run.errors.contains("empty.txt"))
    #expect(run.errors.contains("missing.txt"))
    #expect(try tool.run("streams", "--json").lines.count == 1)
  }

  @Test func `two processes take turns and store everything once`() throws {
    let tool = try Tool()
    try tool.write(Stories.corpus(120), to: "corpus.ndjson")
    let processes = try (0..<2).map { _ in
      try tool.start(["ingest", "corpus.ndjson", "--wait", "60"]).0
    }
    for process in processes {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    #expect(try tool.run("streams", "--json").lines.count == 120)
    #expect(try tool.run("verify").status == 0)
  }

  @Test func `Ctrl-C stops with whole articles and its own exit code`() throws {
    let tool = try Tool()
    try tool.write(Stories.corpus(4000), to: "corpus.ndjson")
    let (process, _, _) = try tool.start(["ingest", "corpus.ndjson"])
    while !tool.exists("tarikh.store/log/data.mdb") { usleep(1000) }
    usleep(100_000)
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(try tool.run("verify").status == 0)
  }
}
