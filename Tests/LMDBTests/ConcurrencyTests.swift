import LMDB
import TestSupport
import Testing

@Suite struct ConcurrencyTests {
  let folder: TemporaryFolder
  let environment: Environment

  init() throws {
    folder = try TemporaryFolder()
    environment = try Environment.test(
      at: folder, .test(readerLimit: 64), tables: ["a", "b", "c", "d"])
  }

  @Test func `many tasks read at once, each its own snapshot, on few threads`() async throws {
    // Reader slots belong to transactions (`MDB_NOTLS`): tasks that share a thread, or that end
    // on another one, take none from each other.
    let table = environment.table("a")
    try environment.write { transaction throws(LMDBError) in
      for number in 0..<UInt64(100) {
        let key = BigEndianKey([number])
        try transaction.put(key.bytes, forKey: key.bytes, in: table, .appending)
      }
    }
    let sums = try await withThrowingTaskGroup(of: UInt64.self) { group in
      for _ in 1...1_000 {
        group.addTask { [environment] in
          var sum: UInt64 = 0
          for number in 0..<UInt64(10) {
            sum += try environment.read { transaction throws(LMDBError) in
              let key = BigEndianKey([number])
              guard let value = try transaction.value(forKey: key.bytes, in: table) else {
                return 0
              }
              return BigEndianKey<1>.numbers(in: value)?[0] ?? 0
            }
            await Task.yield()
          }
          return sum
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(sums.count == 1_000)
    #expect(sums.allSatisfy { $0 == 45 })
    let readers = try environment.information().readers
    #expect(readers.allSatisfy { $0.transaction == nil })
  }

  @Test func `tables opened with the environment are used by all threads at once`() throws {
    let threads = ["a", "b", "c", "d"].map { name in
      Thread { [environment] in
        let table = environment.table(name)
        for number in 1...100 {
          try environment.write { transaction throws(LMDBError) in
            try transaction.put(name, "\(number)", in: table)
          }
          let found = try environment.read { transaction throws(LMDBError) in
            try transaction.text("\(number)", in: table)
          }
          #expect(found == name)
        }
      }
    }
    for thread in threads { thread.join() }
    for name in ["a", "b", "c", "d"] {
      let table = environment.table(name)
      let entries = try environment.read { transaction throws(LMDBError) in
        try transaction.entries(of: table)
      }
      #expect(entries.count == 100)
      #expect(entries.allSatisfy { $0[1] == name })
    }
  }

  @Test func `writers of one process take turns and lose no update`() throws {
    let table = environment.table("a")
    let threads = (1...4).map { _ in
      Thread { [environment] in
        for _ in 1...250 {
          try environment.write { transaction throws(LMDBError) in
            let count = Int(try transaction.text("count", in: table) ?? "0") ?? 0
            try transaction.put("\(count + 1)", "count", in: table)
          }
        }
      }
    }
    for thread in threads { thread.join() }
    let count = try environment.read { transaction throws(LMDBError) in
      try transaction.text("count", in: table)
    }
    #expect(count == "1000")
  }

  @Test func `an error in a thread leaves the environment free for the next transaction`() throws {
    for _ in 1...3 {
      #expect(throws: LMDBError.notFound) {
        try environment.write { _ throws(LMDBError) in throw .notFound }
      }
      #expect(throws: LMDBError.notFound) {
        try environment.read { _ throws(LMDBError) in throw .notFound }
      }
    }
  }
}
