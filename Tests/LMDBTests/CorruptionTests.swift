import Foundation
import LMDB
import TestSupport
import Testing

/// Files that LMDB didn't leave so: an error, never a crash.
@Suite struct CorruptionTests {
  let folder: TemporaryFolder
  let file: URL

  init() throws {
    folder = try TemporaryFolder()
    file = folder.url.appending(path: "data.mdb")
    let source = try TemporaryFolder()
    let environment = try Environment.test(at: source, tables: ["table", "other"])
    let table = environment.table("table")
    let other = environment.table("other")
    for round in 0..<UInt64(3) {
      try environment.write { transaction throws(LMDBError) in
        for number in round * 100..<round * 100 + 300 {
          let key = BigEndianKey([number, round])
          let value = [UInt8](repeating: UInt8(number % 251), count: Int(number % 97) * 5)
          try transaction.put(value.span.bytes, forKey: key.bytes, in: table, .replacing)
          if number % 3 == 0 { try transaction.delete(key: key.bytes, in: table) }
        }
        let long = [UInt8](repeating: 9, count: 20_000)
        let key = BigEndianKey([round])
        try transaction.put(long.span.bytes, forKey: key.bytes, in: other, .replacing)
      }
    }
    // Without free pages, so that every page means something.
    try environment.copy(to: folder.path, compacting: true)
  }

  /// Reads everything; whatever it finds, it must come to an end.
  private func readAll(_ options: Environment.Options) throws -> [[UInt8]] {
    let environment = try Environment.test(at: folder, options, tables: ["table", "other"])
    let tables = [environment.table("table"), environment.table("other")]
    return try environment.read { transaction throws(LMDBError) in
      var found: [[UInt8]] = []
      for table in tables {
        var cursor = try transaction.cursor(over: table)
        while let entry = try cursor.next() {
          guard cursor.listsWholePage(of: entry) else { throw .corrupted }
          found.append(entry.key.copied)
          found.append(entry.value.copied)
        }
      }
      return found
    }
  }

  @Test func `a sound file has no damage`() throws {
    let environment = try Environment.test(at: folder, tables: [])
    #expect(try environment.findDamage() == nil)
  }

  @Test func `a file of something else is said to be no LMDB file`() throws {
    try Data(repeating: 0x41, count: 40_000).write(to: file)
    #expect(throws: LMDBError.invalidFile) { _ = try readAll(.test()) }
  }

  @Test(arguments: [Environment.PageChecking.everyPage, .whenCutShort])
  func `a file that was cut short anywhere is an error or reads as before`(
    checking: Environment.PageChecking
  ) throws {
    let whole = try Data(contentsOf: file)
    let expected = try readAll(.test(pageChecking: checking))
    var refused = 0
    for length in stride(from: whole.count - 1, to: 1, by: -1_021) {
      try whole.prefix(length).write(to: file)
      do {
        let found = try readAll(.test(access: .readOnly, pageChecking: checking))
        let isWhole = found == expected
        #expect(isWhole, "cut to \(length) bytes")
      } catch is LMDBError {
        refused += 1
      }
    }
    #expect(refused > 0)
  }

  @Test(
    arguments: [
      (10, 0x40, 0), (41, 0x10, 0), (41, 0x10, 1), (0, 1, 1), (144, 0xF0, 0), (44, 1, 1),
      (142, 0x10, 0), (143, 0x80, 1),
    ] as [(Int, UInt8, Int)])
  func `a meta page that is wrong is refused before LMDB computes with it`(
    place: Int, bits: UInt8, page: Int
  ) throws {
    // Byte 41 holds the size of a page: LMDB would divide by zero. Bytes 136 to 143 hold the last
    // page: LMDB would overflow.
    var data = try Data(contentsOf: file)
    data[page * 4_096 + place] ^= bits
    try data.write(to: file)
    #expect(throws: LMDBError.self) { _ = try readAll(.test(pageChecking: .whenCutShort)) }
  }

  @Test func `a page that says it has fewer entries than it holds hides none`() throws {
    let whole = try Data(contentsOf: file)
    let expected = try readAll(.test(access: .readOnly))
    var (refused, pages) = (0, 0)
    for start in stride(from: 2 * 4_096, to: whole.count, by: 4_096) {
      // A branch or a leaf of two entries or more: the offset behind the last one is taken away.
      let kind = whole[start + 10]
      let lower = Int(whole[start + 12]) | Int(whole[start + 13]) << 8
      guard kind == 1 || kind == 2, lower >= 20 else { continue }
      pages += 1
      var data = whole
      data[start + 12] = UInt8((lower - 2) & 0xFF)
      data[start + 13] = UInt8((lower - 2) >> 8)
      try data.write(to: file)
      do {
        #expect(
          try readAll(.test(access: .readOnly, pageChecking: .branchPages(of: ["table", "other"])))
            == expected)
      } catch LMDBError.corrupted { refused += 1 }
    }
    #expect(refused > 20 && refused >= pages - 1, "\(refused) of \(pages)")
  }

  @Test func `damage is named by its page`() throws {
    var data = try Data(contentsOf: file)
    let page = 4_096
    // The number that a page carries: every page beyond the two meta pages is spoilt.
    for start in stride(from: 2 * page, to: data.count, by: page) { data[start] ^= 0xFF }
    try data.write(to: file)
    #expect(throws: LMDBError.corrupted) { _ = try readAll(.test()) }
    let damage = try Environment.findDamage(at: folder.path, options: .test(access: .readOnly))
    let found = try #require(damage)
    #expect(found.kind == .wrongKind)
    #expect(found.description.contains("page \(found.page) "))
  }

  @Test func `any flipped bit is an error, a difference in an entry, or nothing`() async {
    // In a child: should LMDB crash after all, the test fails instead of ending every test.
    await #expect(processExitsWith: .success) {
      let tests = try CorruptionTests()
      let whole = try Data(contentsOf: tests.file)
      let expected = try tests.readAll(.test(access: .readOnly))
      let pages = whole.count / 4_096
      let seed = UInt64.random(in: 0 ... .max)
      var generator = SplitMix64(seed: seed)
      var refused = 0
      for _ in 1...500 {
        var data = whole
        // Headers and node offsets are where structure is: half of the flips go there.
        let page = Int.random(in: 0..<pages, using: &generator)
        let within = Bool.random(using: &generator) ? 64 : 4_096
        let place = page * 4_096 + Int.random(in: 0..<within, using: &generator)
        data[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        try data.write(to: tests.file)
        do {
          let found = try tests.readAll(.test(access: .readOnly))
          // A flip in a key or value is for the owner of the bytes to find.
          #expect(found.count <= expected.count + 2, "seed \(seed)")
        } catch is LMDBError {
          refused += 1
        }
      }
      #expect(refused > 40, "seed \(seed) refused \(refused)")
    }
  }
}
