import Foundation
import Tarikh
import TestSupport

/// Opens, scans, and reads streams of a log that is there.
struct LogReads {
  let options: LogBench
  private let clock = ContinuousClock()

  func run() throws {
    // Once before, so that the file is in memory.
    _ = try options.openLog(isReadOnly: true).head()
    let start = clock.now
    let log = try options.openLog(isReadOnly: true)
    _ = try log.head()
    try Figure.show("warm", "open", (clock.now - start).seconds * 1000, "ms")
    try Figure.show("after opening", "RSS (anon)", anonymousMegabytes(), "MB")
    // Once, so that the pages are mapped.
    _ = try scan(log)
    let (count, elapsed) = try scan(log)
    try Figure.show(
      "in place, checksum verified, every byte", "full scan", Double(count) / elapsed,
      "events/s")
    try readStreams(of: log)
    try Figure.show("after reading", "RSS (anon)", anonymousMegabytes(), "MB")
  }

  private func scan(_ log: LMDBEventLog) throws -> (Int, Double) {
    var (count, sum) = (0, UInt64(0))
    let elapsed = try clock.measure {
      var position = Position.zero
      while true {
        let last = try log.scan(after: position, limit: 100_000) { event in
          count += 1
          sum &+= event.revision.rawValue &+ UInt64(event.body.byteCount)
        }
        if last == position { break }
        position = last
      }
    }
    precondition(sum > 0 && count > 0, "the store is empty")
    return (count, elapsed.seconds)
  }

  private func readStreams(of log: LMDBEventLog) throws {
    var names: [StreamName] = []
    while let more = try? log.streams(after: names.last, limit: 10_000), !more.isEmpty {
      names += more.map(\.name)
    }
    var random = SplitMix64(seed: 99)
    var latencies: [Double] = []
    var events = 0
    for _ in 0..<20_000 {
      let name = names[Int(random.next() % UInt64(names.count))]
      let elapsed = try clock.measure {
        try log.scan(stream: name) { event in events += event.body.isEmpty ? 0 : 1 }
      }
      latencies.append(elapsed.seconds * 1_000_000)
    }
    latencies.sort()
    let setting = "whole article (mean \(events / 20_000) events), in place, checksum verified"
    try Figure.show(setting, "read stream p50", latencies[latencies.count / 2], "us")
    try Figure.show(setting, "read stream p99", latencies[latencies.count * 99 / 100], "us")
  }

  /// Memory that is the process's own, without the map.
  private func anonymousMegabytes() throws -> Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("RssAnon:") } ?? "0"
    return (Double(line.split(separator: " ").dropFirst().first ?? "0") ?? 0) / 1024
  }
}
