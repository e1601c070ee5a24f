import Foundation
import LMDB
import TestSupport
import Testing

/// Several processes on one environment; the others are children of the test.
@Suite struct ProcessTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `what another process writes is seen, also when it grew the map`() async throws {
    let environment = try Environment.test(at: folder)
    let table = environment.table("table")
    try environment.read { transaction throws(LMDBError) in
      #expect(try transaction.entries(of: table) == [])
    }
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      let environment = try Environment.test(at: path)
      let table = environment.table("table")
      let value = [UInt8](repeating: 1, count: 8 << 20)
      try environment.write { transaction throws(LMDBError) in
        try transaction.put("one", "a", in: table)
        try transaction.put(value.span.bytes, forKey: bytes("b").span.bytes, in: table, .replacing)
      }
    }
    let found = try environment.read { transaction throws(LMDBError) in
      try transaction.text("a", in: table)
    }
    #expect(found == "one")
    #expect(try environment.information().mapSize >= 8 << 20)
  }

  @Test func `a writer takes over the map that another process grew`() async throws {
    let environment = try Environment.test(at: folder)
    let table = environment.table("table")
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      let environment = try Environment.test(at: path)
      let table = environment.table("table")
      let value = [UInt8](repeating: 1, count: 8 << 20)
      try environment.write { transaction throws(LMDBError) in
        try transaction.put(value.span.bytes, forKey: bytes("b").span.bytes, in: table, .replacing)
      }
    }
    try environment.write { transaction throws(LMDBError) in
      try transaction.put("one", "a", in: table)
      #expect(try transaction.statistics(of: table).entries == 2)
    }
  }

  @Test func `the slot of a reader that was killed is cleared`() async throws {
    let environment = try Environment.test(at: folder)
    await killReader()
    #expect(try environment.information().readers.count == 1)
    #expect(try environment.clearStaleReaders() == 1)
    #expect(try environment.information().readers == [])
  }

  @Test func `a read that finds no slot takes the one of a reader that was killed`() async throws {
    let environment = try Environment.test(at: folder, .test(readerLimit: 1))
    let table = environment.table("table")
    await killReader()
    try environment.read { transaction throws(LMDBError) in
      #expect(try transaction.entries(of: table) == [])
    }
  }

  @Test func `opening clears the slots of dead readers`() async throws {
    let environment = try Environment.test(at: folder)
    await killReader()
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      let environment = try Environment.test(at: path)
      #expect(try environment.information().readers == [])
    }
    _ = environment.options
  }

  @Test func `a writer that was killed leaves what was committed and the lock free`() async throws {
    let environment = try Environment.test(at: folder)
    let table = environment.table("table")
    try environment.write { transaction throws(LMDBError) in
      try transaction.put("one", "a", in: table)
    }
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String] in
      let environment = try Environment.test(at: path)
      try environment.write { transaction throws(LMDBError) in
        try transaction.put("two", "a", in: environment.table("table"))
        kill(getpid(), SIGKILL)
      }
    }
    try environment.write { transaction throws(LMDBError) in
      #expect(try transaction.entries(of: table) == [["a", "one"]])
    }
    #expect(try environment.findDamage() == nil)
  }

  /// Lets a child die in the middle of a read.
  private func killReader() async {
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String] in
      let environment = try Environment.test(at: path)
      try environment.read { _ throws(LMDBError) in _ = kill(getpid(), SIGKILL) }
    }
  }
}

@Suite struct FileLockTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `a second holder gets nothing until the first has gone`() throws {
    let path = folder.path + "/lock"
    do {
      let lock = try FileLock.acquire(at: path, fileMode: 0o600)
      let isTaken = lock != nil
      #expect(isTaken)
      #expect(FileLock.holder(at: path) == getpid())
      #expect(try !isFree(path))
      _ = consume lock
    }
    #expect(try isFree(path))
  }

  @Test func `another process sees the lock as held and a killed holder gives it up`()
    async throws
  {
    let path = folder.path + "/lock"
    let lock = try FileLock.acquire(at: path, fileMode: 0o600)
    await #expect(processExitsWith: .success) { [path = path as String] in
      let isFree = try isFree(path)
      #expect(!isFree)
      #expect(FileLock.holder(at: path) == getppid())
    }
    _ = consume lock
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let lock = try FileLock.acquire(at: path, fileMode: 0o600)
      if lock != nil { kill(getpid(), SIGKILL) }
    }
    #expect(try isFree(path))
  }

  @Test func `a lock in a missing folder is an error`() {
    #expect(throws: LMDBError.noSuchFile) {
      try isFree(folder.path + "/none/lock")
    }
  }
}

/// Whether the lock could be taken, which gives it up again.
private func isFree(_ path: String) throws(LMDBError) -> Bool {
  try FileLock.acquire(at: path, fileMode: 0o600) != nil
}
