import Foundation
import Testing

/// A thread of its own for one piece of work; a failure of the work is one of the test.
final class Thread: Sendable {
  private let isDone = DispatchSemaphore(value: 0)

  init(_ work: @escaping @Sendable () throws -> Void) {
    let isDone = isDone
    Foundation.Thread.detachNewThread {
      do { try work() } catch { Issue.record(error) }
      isDone.signal()
    }
  }

  func join() { isDone.wait() }
}
