import Tarikh

/// Appends the whole workload, many events a commit.
struct BulkAppend {
  let options: LogBench

  /// Events that are decoded before the clock runs on.
  private static let window = 100_000

  func run() async throws {
    let log = try options.makeLog()
    var workload = try PeerWorkload(options.workload, events: options.events)
    var elapsed = Duration.zero
    var count = 0
    while case let events = try workload.next(Self.window), !events.isEmpty {
      let lists = PeerWorkload.batches(events, of: options.batch, producers: options.writers)
      count += events.count
      elapsed += try await ContinuousClock().measure { try await append(lists, to: log) }
    }
    log.close()
    let setting = "durable, \(options.batch)/commit, \(options.writers) producers"
    try Figure.show(setting, "append", Double(count) / elapsed.seconds, "events/s")
    let bytes = Double(try options.storedBytes())
    try Figure.show(setting, "disk", bytes / Double(count), "bytes/event")
    try Figure.show(setting, "disk / payload", bytes / Double(workload.payloadBytes), "x")
  }

  private func append(_ lists: [[[StreamAppend]]], to log: LMDBEventLog) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for batches in lists {
        group.addTask {
          for batch in batches {
            for result in await log.append(batch) { _ = try result.get() }
          }
        }
      }
      try await group.waitForAll()
    }
  }
}

extension Duration {
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
