import Synchronization
import Tarikh

/// Appends one event a call, from one task or from many at once, which share commits.
struct SingleAppends {
  let options: LogBench

  /// More than a run of some seconds can store.
  private static let most = 400_000

  func run() async throws {
    let log = try options.makeLog()
    var workload = try PeerWorkload(options.workload, events: options.events)
    let events = try workload.next(min(options.events, Self.most))
    let turns = Turns()
    let clock = ContinuousClock()
    let start = clock.now
    let end = start + .seconds(options.seconds)
    let stored = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<options.writers {
        group.addTask { [events] in
          var count = 0
          while clock.now < end {
            let place = turns.next()
            guard place < events.count else { break }
            let (stream, event) = events[place]
            try await log.append([event], texts: [], to: stream, expecting: .any)
            count += 1
          }
          return count
        }
      }
      return try await group.reduce(0, +)
    }
    let seconds = (clock.now - start).seconds
    log.close()
    try Figure.show(
      "durable, \(options.writers) tasks, 1/append", "append", Double(stored) / seconds,
      "events/s")
  }
}

/// Which event is whose.
private final class Turns: Sendable {
  private let last = Atomic<Int>(-1)

  func next() -> Int { last.add(1, ordering: .relaxed).newValue }
}
