import Foundation
import LMDB
import Synchronization
import TestSupport
import Testing

@Suite struct GrowthTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `a map of one MiB takes 64 MiB while readers come and go`() throws {
    let environment = try Environment.test(at: folder)
    let table = environment.table("table")
    let state = State()
    let readers = (1...4).map { _ in
      Thread {
        while !state.isDone.load(ordering: .relaxed) {
          try environment.read { transaction throws(LMDBError) in
            // A batch is seen whole or not at all.
            let entries = try transaction.statistics(of: table).entries
            #expect(entries % 64 == 0)
            var cursor = try transaction.cursor(over: table)
            let last = try cursor.last()?.key.copied
            #expect(last == nil || last == BigEndianKey([UInt64(entries - 1)]).bytes.copied)
          }
          state.snapshots.add(1, ordering: .relaxed)
        }
      }
    }
    let value = [UInt8](repeating: 1, count: 16 << 10)
    for batch in 0..<UInt64(64) {
      try environment.write { transaction throws(LMDBError) in
        for number in batch * 64..<batch * 64 + 64 {
          let key = BigEndianKey([number])
          try transaction.put(value.span.bytes, forKey: key.bytes, in: table, .appending)
        }
      }
    }
    state.isDone.store(true, ordering: .relaxed)
    for reader in readers { reader.join() }
    let snapshots = state.snapshots.load(ordering: .relaxed)
    #expect(snapshots > 0)
    let information = try environment.information()
    #expect(information.mapSize >= 64 << 20)
    #expect(information.usedBytes >= 64 << 20)
    #expect(try environment.findDamage() == nil)
  }

  @Test func `one transaction larger than the map is run again until it fits`() throws {
    let environment = try Environment.test(at: folder)
    let table = environment.table("table")
    let value = [UInt8](repeating: 1, count: 1 << 20)
    var runs = 0
    let stored = try environment.write { transaction throws(LMDBError) in
      runs += 1
      #expect(try transaction.statistics(of: table).entries == 0)
      for number in 0..<UInt64(20) {
        let key = BigEndianKey([number])
        try transaction.put(value.span.bytes, forKey: key.bytes, in: table, .appending)
      }
      return try transaction.statistics(of: table).entries
    }
    #expect(stored == 20)
    // 1, 2, 4, 8 and 16 MiB are too small.
    #expect(runs == 6)
  }

  @Test func `a body that hides the full map behind its own error is run again`() throws {
    enum Own: StorageFailing {
      case failed
      init(storage: LMDBError) { self = .failed }
    }
    let environment = try Environment.test(at: folder)
    let table = environment.table("table")
    let value = [UInt8](repeating: 1, count: 4 << 20)
    for key in ["thrown", "swallowed"] {
      try environment.write { transaction throws(Own) in
        do throws(LMDBError) {
          try transaction.put(
            value.span.bytes, forKey: bytes(key).span.bytes, in: table, .replacing)
        } catch {
          if key == "thrown" { throw Own.failed }
        }
      }
    }
    let entries = try environment.read { transaction throws(LMDBError) in
      try transaction.statistics(of: table).entries
    }
    #expect(entries == 2)
  }

  @Test func `growing waits for a snapshot that is open and leaves it readable`() throws {
    let environment = try Environment.test(at: folder)
    let table = environment.table("table")
    try environment.write { transaction throws(LMDBError) in
      try transaction.put("one", "a", in: table)
    }
    let state = State()
    var writer: Thread?
    try environment.read { snapshot throws(LMDBError) in
      writer = Thread {
        let value = [UInt8](repeating: 1, count: 4 << 20)
        try environment.write { transaction throws(LMDBError) in
          try transaction.put(
            value.span.bytes, forKey: bytes("b").span.bytes, in: table, .replacing)
        }
        state.isDone.store(true, ordering: .relaxed)
      }
      for _ in 1...20 {
        usleep(5_000)
        #expect(try snapshot.text("a", in: table) == "one")
      }
      let hasGrown = state.isDone.load(ordering: .relaxed)
      #expect(!hasGrown)
    }
    writer?.join()
    let hasGrown = state.isDone.load(ordering: .relaxed)
    #expect(hasGrown)
  }

  @Test func `address space that runs out is an error and the data stay readable`() async {
    await #expect(processExitsWith: .success) {
      let folder = try TemporaryFolder()
      let environment = try Environment.test(at: folder, .test(mapSize: 64 << 20))
      let table = environment.table("table")
      try environment.write { transaction throws(LMDBError) in
        try transaction.put("one", "a", in: table)
      }
      try limitAddressSpace(toFurther: 96 << 20)
      #expect(throws: LMDBError.outOfMemory) {
        try environment.write { transaction throws(LMDBError) in
          for number in 0..<UInt64(70) {
            let key = BigEndianKey([number])
            try transaction.put(
              byteCount: 1 << 20, forKey: key.bytes, in: table, .replacing
            ) { output in
              output.append(repeating: 1, count: 1 << 20, as: UInt8.self)
            }
          }
        }
      }
      try environment.write { transaction throws(LMDBError) in
        #expect(try transaction.entries(of: table) == [["a", "one"]])
        try transaction.put("two", "b", in: table)
      }
    }
  }
}

/// What the threads of one test share.
private final class State: Sendable {
  let isDone = Atomic(false)
  let snapshots = Atomic(0)
}

/// Lets this process take `bytes` more of address space than it has.
private func limitAddressSpace(toFurther bytes: UInt) throws {
  let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
    .split(separator: " ").first.flatMap { UInt($0) }
  let size = try #require(pages) * UInt(sysconf(CInt(_SC_PAGESIZE)))
  var limit = rlimit(rlim_cur: size + bytes, rlim_max: rlim_t.max)
  try #require(setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0)
}
