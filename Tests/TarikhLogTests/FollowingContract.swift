import Foundation
import TarikhLog
import TarikhModel
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct `Following` {
  @Test(arguments: Backend.allCases)
  func `gives what is there, says so, and gives what comes`(_ backend: Backend) async throws {
    try await backend.withLog { log, _ in
      try await log.append(events("a", "b", "c"), to: "s")
      var updates = log.follow(after: 1).makeAsyncIterator()
      #expect(try await updates.next() == (try log.event(at: 2)).map { .event($0) })
      #expect(try await updates.next() == (try log.event(at: 3)).map { .event($0) })
      #expect(try await updates.next() == .caughtUp(3))
      try await log.append(events("d"), to: "t")
      #expect(try await updates.next() == (try log.event(at: 4)).map { .event($0) })
      #expect(try await updates.next() == .caughtUp(4))
      async let waiting = updates.next()
      try await Task.sleep(for: .milliseconds(20))
      try await log.append(events("e"), to: "t")
      let update = try await waiting
      #expect(update == (try log.event(at: 5)).map { .event($0) })
    }
  }

  @Test(arguments: Backend.allCases)
  func `gives every event once, in order, while others append`(_ backend: Backend) async throws {
    try await backend.withLog { log, _ in
      let follower = Task {
        var seen: [UInt64] = []
        for try await update in log.follow(after: .zero) {
          guard case .event(let event) = update else { continue }
          seen.append(event.position.rawValue)
          if seen.count == 900 { break }
        }
        return seen
      }
      try await withThrowingTaskGroup { group in
        for writer in 0..<3 {
          group.addTask {
            for turn in 0..<100 {
              try await log.append(
                (0..<3).map { event("\(writer) \(turn) \($0)") }, to: "s\(writer)")
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(try await follower.value == Array(1...900))
    }
  }

  @Test(arguments: Backend.allCases)
  func `ends when the task is cancelled, also while it waits`(_ backend: Backend) async throws {
    try await backend.withLog { log, _ in
      let caughtUp = Gathered<Position>()
      await withTaskGroup { group in
        group.addTask {
          do {
            for try await update in log.follow(after: .zero) where update == .caughtUp(.zero) {
              caughtUp.add(.zero)
            }
          } catch {}
        }
        while caughtUp.all.isEmpty { await Task.yield() }
        try? await Task.sleep(for: .milliseconds(30))
        group.cancelAll()
      }
    }
  }

  @Test func `sees the events of another process`() async throws {
    let folder = try TemporaryFolder()
    let log = try LMDBEventLog.open(at: folder.url, options: .test())
    var updates = log.follow(after: .zero).makeAsyncIterator()
    #expect(try await updates.next() == .caughtUp(.zero))
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      let log = try LMDBEventLog.open(at: URL(filePath: path), options: .test())
      try await log.append(events("from a child"), to: "s")
    }
    let update = try await updates.next()
    #expect(update == (try log.event(at: 1)).map { .event($0) })
  }
}
