internal import Synchronization
public import TarikhModel

/// A log in memory: the model that the other backends are compared with, and a log for tests.
///
/// Forgets everything when it goes. Safe to use from many tasks: every operation is one step.
public final class MemoryEventLog: EventLog {
  let state = Mutex(MemoryState())
  private let signal = HeadSignal()
  private let now: @Sendable () -> RecordedTime
  private let eventByteLimit: Int

  /// An empty log whose events are recorded at `now`, or at the time of the last, if later.
  public init(
    now: @escaping @Sendable () -> RecordedTime,
    eventByteLimit: Int = EventLogLimits.eventByteLimit
  ) {
    self.now = now
    self.eventByteLimit = eventByteLimit
  }

  @discardableResult
  public func append(
    _ events: [NewEvent], texts: [ArticleText], to stream: StreamName,
    expecting expected: ExpectedRevision
  ) async throws(AppendError) -> AppendReceipt {
    let append = StreamAppend(events, texts: texts, to: stream, expecting: expected)
    let prepared = try PreparedAppend(append, eventByteLimit: eventByteLimit)
    let instant = now()
    let answer = state.withLock {
      $0.append(prepared, payloads: events.map(\.payload), at: instant)
    }
    let receipt = try answer.get()
    signal.announce()
    return receipt
  }

  public func append(
    _ appends: [StreamAppend]
  ) async -> [Result<AppendReceipt, AppendError>] {
    var results: [Result<AppendReceipt, AppendError>] = []
    for append in appends {
      do throws(AppendError) {
        let receipt = try await self.append(
          append.events, texts: append.texts, to: append.stream, expecting: append.expected)
        results.append(.success(receipt))
      } catch {
        results.append(.failure(error))
      }
    }
    return results
  }

  @discardableResult
  public func restore(
    _ events: [Event], texts: [ArticleText]
  ) async throws(RestoreError) -> LogHead {
    let prepared = try PreparedRestore(events, texts: texts)
    let answer = state.withLock { state in
      // Whole or not at all: the copy takes the place of the state only when all went well.
      var copy = state
      let answer = copy.restore(prepared)
      if case .success = answer { state = copy }
      return answer
    }
    let head = try answer.get()
    signal.announce()
    return head
  }

  public func follow(after position: Position) -> AsyncThrowingStream<FollowUpdate, any Error> {
    updates(after: position, signal: signal, interval: .seconds(60))
  }

  public func verify(
    against heads: [TreeHead], progress: (_ done: UInt64, _ of: UInt64) -> Void
  ) throws(ReadError) -> Verification {
    let state = state.withLock { $0 }
    let count = UInt64(state.events.count)
    progress(count, count)
    return state.verification(against: heads)
  }
}
