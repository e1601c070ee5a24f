internal import Synchronization

/// Wakes those who wait for a log to grow.
///
/// A wait ends when this process appended something, when time is up (another process may have
/// appended), or when the waiting task is cancelled.
final class HeadSignal: Sendable {
  private struct State {
    var generation: UInt64 = 0
    var nextWaiter: UInt64 = 0
    var waiters: [UInt64: CheckedContinuation<Void, Never>] = [:]
    /// Woken before they came to wait.
    var early: Set<UInt64> = []
  }

  private let state = Mutex(State())

  /// Grows with every announcement.
  ///
  /// Taken before reading the head, it loses no news.
  var generation: UInt64 { state.withLock { $0.generation } }

  /// Says that the log has grown.
  func announce() {
    let woken = state.withLock { state in
      state.generation += 1
      defer { state.waiters.removeAll() }
      return Array(state.waiters.values)
    }
    for waiter in woken { waiter.resume() }
  }

  /// Waits until something was announced after `generation`, at most for `interval`.
  func wait(after generation: UInt64, upTo interval: Duration) async {
    let waiter = state.withLock { state in
      state.nextWaiter += 1
      return state.nextWaiter
    }
    let timer = Task {
      try? await Task.sleep(for: interval)
      wake(waiter)
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = state.withLock { state in
          if state.early.remove(waiter) != nil || state.generation != generation { return true }
          state.waiters[waiter] = continuation
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      wake(waiter)
    }
    timer.cancel()
    await timer.value
    state.withLock { _ = $0.early.remove(waiter) }
  }

  private func wake(_ waiter: UInt64) {
    let continuation = state.withLock { state in
      let continuation = state.waiters.removeValue(forKey: waiter)
      if continuation == nil { state.early.insert(waiter) }
      return continuation
    }
    continuation?.resume()
  }
}
