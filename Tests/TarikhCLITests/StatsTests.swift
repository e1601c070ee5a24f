import Foundation
import TestSupport
import Testing

@Suite struct `The statistics of a store` {
  @Test func `tell sizes, readers and growth, and agree with the files`() throws {
    let tool = try Tool()
    #expect(try tool.run("demo", "--keep", "tarikh.store").status == 0)
    let stats = try #require(try tool.run("stats", "--json").objects().first)
    #expect(stats["events"] as? Int == 41)
    #expect(stats["streams"] as? Int == 7)
    #expect(stats["articles"] as? Int == 7)
    #expect(abs((stats["eventsPerArticle"] as? Double ?? 0) - 41.0 / 7) < 0.001)
    for (key, folder) in [("logFile", "log"), ("viewFile", "views")] {
      let file = try #require(stats[key] as? [String: Any])
      let bytes = try #require(file["fileBytes"] as? Int)
      let live = try #require(file["liveBytes"] as? Int)
      let free = try #require(file["freeBytes"] as? Int)
      #expect(try tool.bytes("tarikh.store/\(folder)/data.mdb").count == bytes)
      #expect(live > 0 && live + free <= bytes + 2 * 4096)
      #expect(file["freePages"] as? Int == free / 4096)
      #expect((file["mapBytes"] as? Int ?? 0) >= bytes)
      #expect((file["readers"] as? [Any])?.isEmpty == true)
    }
    let log = try #require(stats["logFile"] as? [String: Any])
    let perEvent = try #require(stats["bytesPerEvent"] as? Double)
    #expect(abs(perEvent * 41 - Double(log["liveBytes"] as? Int ?? 0)) < 1)
  }

  @Test func `tell the growth by the days on which something was recorded`() throws {
    let tool = try Tool()
    #expect(try tool.run("demo", "--keep", "tarikh.store").status == 0)
    let stats = try #require(try tool.run("stats", "--json").objects().first)
    let growth = try #require(stats["growth"] as? [String: Any])
    #expect(growth["until"] as? String == "2025-01-31")
    let amounts = ["lastDay", "lastWeek", "lastMonth"].map { key in
      (growth[key] as? [String: Int])?["events"]
    }
    #expect(amounts == [10, 10, 18])
    let days = try #require(growth["days"] as? [[String: Any]])
    #expect(days.map { $0["day"] as? String } == ["2025-01-12", "2025-01-14", "2025-01-31"])
    #expect(days.map { $0["events"] as? Int } == [5, 3, 10])
  }

  @Test func `of an empty store have no growth`() throws {
    let tool = try Tool()
    try tool.write("", to: "none.ndjson")
    try tool.run("append", "desk/me", "none.ndjson")
    guard tool.exists("tarikh.store") else { return }
    let run = try tool.run("stats", "--json")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try run.objects().first?["growth"] == nil)
    #expect(try tool.run("stats").status == 0)
  }

  @Test func `are a page of figures for people`() throws {
    let tool = try Tool()
    #expect(try tool.run("demo", "--keep", "tarikh.store").status == 0)
    let run = try tool.run("stats")
    for words in [
      "an article    5.9 events", "last 30 days  18 events, about", "free pages of 4096",
      "views on disk", "view state is at 41",
    ] {
      #expect(run.output.contains(words), "\(run.output)")
    }
  }
}

@Suite struct `A command that stores nothing` {
  static let commands = [
    ["ingest", "nowhere.txt"], ["ingest", "empty.txt"], ["import", "empty.txt"],
    ["append", "desk/me", "--expect", "exists", "events.ndjson"],
  ]

  @Test(arguments: commands) func `leaves no store behind`(arguments: [String]) throws {
    let tool = try Tool()
    try tool.write("", to: "empty.txt")
    try tool.write(#"{"report":{"kind":"statement"}}"#, to: "events.ndjson")
    #expect(try tool.run(arguments).status != 0)
    #expect(!tool.exists("tarikh.store"))
    // Nor does it take away what was there: a folder of the user, or a store without events.
    try tool.makeFolder("tarikh.store")
    #expect(try tool.run(arguments).status != 0)
    #expect(try tool.content("tarikh.store") == [])
    try tool.write("mine", to: "tarikh.store/views/letter.txt")
    #expect(try tool.run(arguments).status != 0)
    #expect(try tool.content("tarikh.store") == ["views"])
    #expect(tool.exists("tarikh.store/views/letter.txt"))
  }
}
