import Foundation
import TestSupport
import Testing

@Suite struct `The demo and the benchmark` {
  @Test
  func `the demo shows three days, a rival, a misprint and its correction, and leaves nothing`()
    throws
  {
    let tool = try Tool()
    let run = try tool.run("demo")
    #expect(run.status == 0, "\(run.errors)")
    for words in [
      "as-of 2024-12-05", "as-of 2025-01-12", "as-of 2025-02-15", "conflict: measurement",
      "misprint-suspected", "--known-at",
    ] {
      #expect(run.output.contains(words), "the demo does not show: \(words)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: tool.folder.path).isEmpty)
  }

  @Test func `the demo can keep its store, which verifies`() throws {
    let tool = try Tool()
    #expect(try tool.run("demo", "--keep", "kept.store").status == 0)
    #expect(try tool.run("verify", "--store", "kept.store").status == 0)
    #expect(try tool.run("streams", "--json", "--store", "kept.store").lines.count >= 6)
  }

  @Test func `the soak runs at its smoke size`() throws {
    let run = try Tool().run(product: "tarikh-bench", ["soak", "--smoke"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("all of them and the log sound"), "\(run.output)")
  }

  @Test func `hostile articles are read with right quotations and a flat memory`() throws {
    let run = try Tool().run(product: "tarikh-bench", ["fuzz", "--smoke"])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("300 articles, seed 1"), "\(run.output)")
  }

  @Test func `the bench of texts runs at its smoke size`() throws {
    let run = try Tool().run(product: "tarikh-bench", ["text", "--smoke"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("\"metric\":\"extract\""), "\(run.output)")
  }

  @Test func `the benchmark runs at its smoke size`() throws {
    let run = try Tool().run(product: "tarikh-bench", ["--smoke"])
    #expect(run.status == 0, "\(run.errors)")
    for name in ["append", "scan", "replay", "as-of", "verify"] {
      #expect(run.output.contains(name), "\(run.output)")
    }
  }
}
