import Foundation
import LMDB
import TestSupport
import Testing

@Suite struct `What a reader holds back` {
  let folder: TemporaryFolder
  let environment: Environment

  init() throws {
    folder = try TemporaryFolder()
    environment = try Environment.test(at: folder)
  }

  private func commit(_ count: Int) throws {
    for number in 0..<count {
      try environment.write { transaction throws(LMDBError) in
        try transaction.put("\(number)", "a", in: environment.table("table"))
      }
    }
  }

  @Test func `is nothing while nobody reads an old state`() throws {
    try commit(20)
    #expect(try environment.heldBackPages() == nil)
  }

  @Test func `grows with every commit, until the reader ends`() throws {
    let reading = DispatchSemaphore(value: 0)
    let ending = DispatchSemaphore(value: 0)
    let ended = DispatchSemaphore(value: 0)
    let thread = Foundation.Thread { [environment] in
      try? environment.read { _ throws(LMDBError) in
        reading.signal()
        ending.wait()
      }
      ended.signal()
    }
    thread.start()
    reading.wait()
    try commit(10)
    let ten = try #require(try environment.heldBackPages())
    #expect(ten.behind == 10)
    #expect(ten.reader.process == getpid())
    try commit(10)
    let twenty = try #require(try environment.heldBackPages())
    #expect(twenty.behind == 20)
    #expect(twenty.pages > ten.pages)
    let information = try environment.information()
    #expect(twenty.pages <= information.freePages)
    #expect(twenty.bytes == twenty.pages * information.pageSize)
    let used = try environment.usedBytes()
    #expect(used == information.usedBytes)
    ending.signal()
    ended.wait()
    #expect(try environment.heldBackPages() == nil)
    // What was held back is used again: the file grows no more.
    try commit(10)
    #expect(try environment.usedBytes() <= used + information.pageSize)
  }
}
