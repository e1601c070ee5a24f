import Tarikh

/// Appends the whole workload, many events a commit.
struct BulkAppend {
  let options: LogBench

  /// Events that are decoded before the clock runs on.
  private static let window = 100_000

  func run() async throws {
    let log = try options.makeLog()
    var workload = try PeerWorkload(options.workload, events: options.events)
    var (preparing, appending) = (Duration.zero, Duration.zero)
    let clock = ContinuousClock()
    var count = 0
    while case let events = try workload.next(Self.window), !events.isEmpty {
      let lists = PeerWorkload.batches(events, of: options.batch, producers: options.writers)
      count += events.count
      guard options.prepared else {
        appending += try await clock.measure {
          try await Self.append(lists) { await log.append($0) }
        }
        continue
      }
      let start = clock.now
      let prepared = lists.map { $0.map { $0.map(Self.prepared) } }
      preparing += clock.now - start
      appending += try await clock.measure {
        try await Self.append(prepared) { await log.append($0) }
      }
    }
    log.close()
    let setting =
      "durable, \(options.batch)/commit, \(options.writers) producers"
      + (options.prepared ? ", bodies ready" : "")
    try Figure.show(setting, "append", Double(count) / appending.seconds, "events/s")
    if options.prepared {
      try Figure.show(
        "bodies encoded and hashed, 1 task", "prepare", Double(count) / preparing.seconds,
        "events/s")
    }
    let bytes = Double(try options.storedBytes())
    try Figure.show(setting, "disk", bytes / Double(count), "bytes/event")
    try Figure.show(setting, "disk / payload", bytes / Double(workload.payloadBytes), "x")
  }

  private static func prepared(_ append: StreamAppend) -> Result<PreparedAppend, AppendError> {
    Result { () throws(AppendError) in
      try PreparedAppend(append, eventByteLimit: EventLogLimits.eventByteLimit)
    }
  }

  /// Every list by a task of its own, one batch after another.
  private static func append<Append: Sendable>(
    _ lists: [[[Append]]],
    by append: @escaping @Sendable ([Append]) async -> [Result<AppendReceipt, AppendError>]
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for batches in lists {
        group.addTask {
          for batch in batches {
            for result in await append(batch) { _ = try result.get() }
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
