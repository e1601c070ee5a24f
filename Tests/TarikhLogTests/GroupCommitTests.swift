import Foundation
import LMDB
import TarikhLog
import TarikhModel
import TestSupport
import Testing

@Suite struct `Group commit` {
  @Test func `lets many appends share one sync`() async throws {
    let folder = try TemporaryFolder()
    do {
      let log = try LMDBEventLog.open(
        at: folder.url, options: .test(busyTimeout: .seconds(60), durability: .everyCommit))
      // Somebody else writes, until all appends have begun.
      var other = try FileLock.acquire(at: folder.path + "/write.lock", fileMode: 0o600)
      let begun = Gathered<Int>()
      try await withThrowingTaskGroup { group in
        for writer in 0..<640 {
          group.addTask {
            begun.add(writer)
            try await log.append([event("\(writer)")], to: "s\(writer % 64)")
          }
        }
        while begun.all.count < 640 { try await Task.sleep(for: .milliseconds(5)) }
        _ = other.take()
        try await group.waitForAll()
      }
      #expect(try log.head().position == 640)
      try log.expectSound()
    }
    let environment = try Environment(
      at: folder.path, options: .tables(access: .readOnly), tables: ["events"])
    let commits = try environment.information().lastTransaction
    #expect(commits < 640 / 4)
  }
}
