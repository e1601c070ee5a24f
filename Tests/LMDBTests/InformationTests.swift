import Foundation
import LMDB
import TestSupport
import Testing

@Suite struct InformationTests {
  let folder: TemporaryFolder
  let environment: Environment
  let table: Table

  init() throws {
    folder = try TemporaryFolder()
    environment = try Environment.test(at: folder, .test(mapSize: 8 << 20, readerLimit: 17))
    table = environment.table("table")
  }

  private func fill(_ count: UInt64) throws {
    let value = [UInt8](repeating: 3, count: 1_000)
    try environment.write { [table] transaction throws(LMDBError) in
      for number in 0..<count {
        let key = BigEndianKey([number])
        try transaction.put(value.span.bytes, forKey: key.bytes, in: table, .replacing)
      }
    }
  }

  @Test func `information tells sizes, readers and free pages`() throws {
    let before = try environment.information()
    #expect(before.mapSize == 8 << 20)
    #expect(before.readerLimit == 17)
    try fill(1_000)
    let full = try environment.information()
    #expect(full.usedBytes > before.usedBytes + 1_000_000)
    #expect(full.usedBytes <= full.mapSize)
    #expect(full.lastTransaction == before.lastTransaction + 1)
    try environment.write { [table] transaction throws(LMDBError) in
      try transaction.clear(table)
    }
    let emptied = try environment.information()
    #expect(emptied.freePages * emptied.pageSize > 1_000_000)
    #expect(emptied.usedBytes >= full.usedBytes)
  }

  @Test func `statistics count entries and pages`() throws {
    try fill(1_000)
    let statistics = try environment.read { [table] transaction throws(LMDBError) in
      try transaction.statistics(of: table)
    }
    #expect(statistics.entries == 1_000)
    #expect(statistics.depth == 3)
    #expect(statistics.leafPages >= 300)
    #expect(
      statistics.bytes == statistics.pageSize
        * (statistics.leafPages
          + statistics.branchPages))
  }

  @Test func `another reader is listed with its process and transaction`() throws {
    try fill(1)
    let last = try environment.information().lastTransaction
    try environment.read { _ throws(LMDBError) in
      Thread { [environment] in
        let readers = try environment.information().readers
        #expect(readers.contains { $0.process == getpid() && $0.transaction == last })
      }.join()
    }
  }

  @Test(arguments: [false, true])
  func `a copy opens as an environment of its own with the same entries`(
    compacting: Bool
  ) throws {
    try fill(1_000)
    try environment.write { [table] transaction throws(LMDBError) in
      for number in 0..<UInt64(900) {
        try transaction.delete(key: BigEndianKey([number]).bytes, in: table)
      }
    }
    let other = try TemporaryFolder()
    try environment.copy(to: other.path, compacting: compacting)
    let copy = try Environment.test(at: other)
    let copied = try copy.read { transaction throws(LMDBError) in
      try transaction.entries(of: copy.table("table"))
    }
    let original = try environment.read { [table] transaction throws(LMDBError) in
      try transaction.entries(of: table)
    }
    #expect(copied == original)
    #expect(copied.count == 100)
    #expect(try copy.findDamage() == nil)
    let size = try copy.information().usedBytes
    #expect(compacting == (size < 300_000))
    #expect(throws: LMDBError.fileExists) {
      try environment.copy(to: other.path, compacting: compacting)
    }
  }

  @Test func `a copy into a missing folder is an error`() {
    #expect(throws: LMDBError.noSuchFile) {
      try environment.copy(to: folder.path + "/none", compacting: false)
    }
  }

  @Test func `syncing and durable commits work`() throws {
    try environment.sync()
    let other = try TemporaryFolder()
    let durable = try Environment.test(at: other, .test(durability: .everyCommit))
    try durable.write { transaction throws(LMDBError) in
      try transaction.put("one", "a", in: durable.table("table"))
    }
    try durable.sync()
  }
}
