internal import TarikhModel

/// Gives the events after a position, then each new one, then those of other processes.
///
/// Reads a batch only when the last one was taken: a slow reader costs no memory.
actor LogFollower {
  private let log: any EventLog
  private let signal: HeadSignal
  private let interval: Duration
  private var position: Position
  private var batch: ArraySlice<Event> = []
  private var hasSaidCaughtUp = false

  private static let batchLimit = 256

  init(_ log: any EventLog, after position: Position, signal: HeadSignal, interval: Duration) {
    self.log = log
    self.position = position
    self.signal = signal
    self.interval = interval
  }

  /// The next update; waits for one; `nil` once the task is cancelled.
  func next() async throws -> FollowUpdate? {
    while !Task.isCancelled {
      if let event = batch.popFirst() {
        position = event.position
        hasSaidCaughtUp = false
        return .event(event)
      }
      let generation = signal.generation
      batch = try log.events(after: position, limit: LogFollower.batchLimit)[...]
      guard batch.isEmpty else { continue }
      if !hasSaidCaughtUp {
        hasSaidCaughtUp = true
        return .caughtUp(position)
      }
      await signal.wait(after: generation, upTo: interval)
    }
    return nil
  }
}

extension EventLog {
  /// An endless sequence of updates that reads ahead by at most one batch.
  func updates(
    after position: Position, signal: HeadSignal, interval: Duration
  ) -> AsyncThrowingStream<FollowUpdate, any Error> {
    let follower = LogFollower(self, after: position, signal: signal, interval: interval)
    return AsyncThrowingStream { try await follower.next() }
  }
}
