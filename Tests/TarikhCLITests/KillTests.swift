import Foundation
import TestSupport
import Testing

@Suite struct `An ingest that is killed` {
  @Test(arguments: [UInt64(1)])
  func `leaves a store that verifies, with whole articles only, fifty times over`(seed: UInt64)
    throws
  {
    var random = SplitMix64(seed: seed)
    let tool = try Tool()
    let count = 300
    try tool.write(Stories.corpus(count), to: "corpus.ndjson")
    let clean = try Tool()
    try clean.write(Stories.corpus(count), to: "corpus.ndjson")
    try clean.run("ingest", "corpus.ndjson")
    let whole = try eventsByStream(clean)
    for round in 0..<50 {
      let (process, _, _) = try tool.start(["ingest", "corpus.ndjson", "--wait", "30"])
      usleep(UInt32(5_000 + random.next() % 120_000))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      guard tool.exists("tarikh.store/log/data.mdb") else { continue }
      let verified = try tool.run("verify")
      #expect(verified.status == 0, "seed \(seed), round \(round): \(verified.errors)")
      for (stream, events) in try eventsByStream(tool) {
        #expect(events == whole[stream], "seed \(seed), round \(round): \(stream) is torn")
      }
    }
    #expect(try tool.run("ingest", "corpus.ndjson").status == 0)
    #expect(try eventsByStream(tool) == whole)
  }

  private func eventsByStream(_ tool: Tool) throws -> [String: Int] {
    let streams = try tool.run("streams", "--json").objects()
    return Dictionary(
      uniqueKeysWithValues: streams.compactMap { stream in
        guard let name = stream["stream"] as? String, let events = stream["events"] as? Int else {
          return nil
        }
        return (name, events)
      })
  }
}
