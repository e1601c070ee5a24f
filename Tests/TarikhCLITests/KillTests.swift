import Foundation
import TestSupport
import Testing

@Suite struct `An ingest that is killed` {
  @Test(arguments: [UInt64(1)])
  func `leaves a store that verifies, with whole articles only, fifty times over`(seed: UInt64)
    async throws
  {
    var random = SplitMix64(seed: seed)
    let (tool, clean) = (try Tool(), try Tool())
    for folder in [tool, clean] { try folder.write(Stories.corpus(400), to: "corpus.ndjson") }
    let duration = try ContinuousClock().measure { try clean.run("ingest", "corpus.ndjson") }
    let whole = try eventsByStream(clean)
    for round in 0..<50 {
      let (process, _, _) = try tool.start(["ingest", "corpus.ndjson", "--wait", "60"])
      try await Task.sleep(for: duration * Double(random.next() % 1000) / 1000)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      guard tool.exists("tarikh.store/log/data.mdb") else { continue }
      let verified = try tool.run("verify")
      #expect(verified.status == 0, "seed \(seed), round \(round): \(verified.errors)")
      for (stream, events) in try eventsByStream(tool) {
        #expect(events == whole[stream], "seed \(seed), round \(round): \(stream) is torn")
      }
    }
    let last = try tool.run("ingest", "corpus.ndjson", "--wait", "60")
    #expect(last.status == 0, "\(last.status): \(last.errors)")
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
