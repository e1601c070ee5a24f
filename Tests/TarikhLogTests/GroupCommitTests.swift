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
        at: folder.url, options: .test(durability: .everyCommit))
      try await withThrowingTaskGroup { group in
        for writer in 0..<64 {
          group.addTask {
            for turn in 0..<10 { try await log.append([event("\(turn)")], to: "s\(writer)") }
          }
        }
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
