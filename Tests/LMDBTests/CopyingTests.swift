import Foundation
import LMDB
import TestSupport
import Testing

@Suite struct `A compacted copy into a file` {
  let folder: TemporaryFolder
  let environment: Environment
  let table: Table

  init() throws {
    folder = try TemporaryFolder()
    environment = try Environment.test(at: folder, .test(mapSize: 1 << 20))
    table = environment.table("table")
  }

  private func fill(_ count: UInt64, from start: UInt64 = 0) throws {
    let value = [UInt8](repeating: 7, count: 900)
    try environment.write { [table] transaction throws(LMDBError) in
      for number in start..<start + count {
        let key = BigEndianKey([number])
        try transaction.put(value.span.bytes, forKey: key.bytes, in: table, .replacing)
      }
    }
  }

  /// A folder with a copy of the environment as its data file.
  private func copy(
    of environment: Environment, named name: String,
    progress: (UInt64, UInt64) throws -> Void = { _, _ in }
  ) throws -> String {
    let path = folder.path + "/" + name
    try Folder.make(at: path)
    try environment.copyCompacted(toFile: path + "/data.mdb", progress: progress)
    return path
  }

  @Test func `has the entries, no free pages, and tells its progress to the end`() throws {
    try fill(3_000)
    try environment.write { [table] transaction throws(LMDBError) in
      for number in 0..<UInt64(2_000) {
        try transaction.delete(key: BigEndianKey([number]).bytes, in: table)
      }
    }
    var steps: [(done: UInt64, total: UInt64)] = []
    let path = try copy(of: environment, named: "copy") { steps.append(($0, $1)) }
    #expect(steps.map(\.done) == steps.map(\.done).sorted())
    #expect(steps.allSatisfy { $0.done <= $0.total })
    let copy = try Environment.test(at: path, .test(access: .readOnlyWithoutLocks))
    let information = try copy.information()
    #expect(information.freePages == 0)
    #expect(UInt64(information.fileBytes) == steps.last?.done)
    #expect(try information.usedBytes < environment.information().usedBytes / 2)
    let entries = try copy.read { transaction throws(LMDBError) in
      try transaction.statistics(of: copy.table("table")).entries
    }
    #expect(entries == 1_000)
    #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["data.mdb"])
  }

  @Test func `of a copy has the same bytes, whatever the maps were`() throws {
    // The map has grown beyond what the options say.
    try fill(4_000)
    let first = try copy(of: environment, named: "first")
    let copied = try Environment.test(at: first, .test(mapSize: 1 << 20))
    let second = try copy(of: copied, named: "second")
    let bytes = try [first, second].map { try Data(contentsOf: URL(filePath: $0 + "/data.mdb")) }
    #expect(bytes[0].count == bytes[1].count)
    let differing = zip(bytes[0], bytes[1]).enumerated().filter { $1.0 != $1.1 }.map(\.offset)
    #expect(differing.prefix(5) == [], "\(differing.count) bytes of \(bytes[0].count)")
  }

  @Test func `of an empty environment opens`() throws {
    let path = try copy(of: environment, named: "copy")
    let copy = try Environment.test(at: path)
    #expect(try copy.findDamage() == nil)
    try copy.write { transaction throws(LMDBError) in
      try transaction.put("one", "a", in: copy.table("table"))
    }
  }

  @Test func `that is stopped leaves nothing, and the environment goes on`() throws {
    struct Stopped: Error {}
    try fill(20_000)
    let path = folder.path + "/stopped"
    try Folder.make(at: path)
    #expect(throws: Stopped.self) {
      try environment.copyCompacted(toFile: path + "/data.mdb") { done, _ in
        if done > 3 << 20 { throw Stopped() }
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: path) == [])
    #expect(try environment.information().readers == [])
    try fill(10, from: 50_000)
  }

  @Test func `never takes the place of a file`() throws {
    let path = try copy(of: environment, named: "copy")
    #expect(throws: LMDBError.fileExists) {
      try environment.copyCompacted(toFile: path + "/data.mdb") { _, _ in }
    }
    #expect(throws: LMDBError.noSuchFile) {
      try environment.copyCompacted(toFile: folder.path + "/none/data.mdb") { _, _ in }
    }
  }

  @Test func `is one state while another thread writes`() async throws {
    try fill(100)
    let writing = Task.detached {
      // Every transaction adds two entries.
      var number: UInt64 = 1_000_000
      while !Task.isCancelled {
        try fill(2, from: number)
        number += 2
      }
    }
    for turn in 0..<10 {
      let path = try copy(of: environment, named: "copy\(turn)")
      let copy = try Environment.test(at: path)
      let entries = try copy.read { transaction throws(LMDBError) in
        try transaction.statistics(of: copy.table("table")).entries
      }
      #expect(entries.isMultiple(of: 2))
    }
    writing.cancel()
    _ = await writing.result
  }
}
