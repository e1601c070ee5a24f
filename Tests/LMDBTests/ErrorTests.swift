import LMDB
import TestSupport
import Testing

@Suite struct ErrorTests {
  @Test(arguments: [
    (LMDBError.mapFull, "MDB_MAP_FULL: Environment mapsize limit reached"),
    (.keyExists, "MDB_KEYEXIST: Key/data pair already exists"),
    (.badTable, "MDB_BAD_DBI: The specified DBI handle was closed/changed unexpectedly"),
    (.noSpace, "ENOSPC: No space left on device"),
    (.accessDenied, "EACCES: Permission denied"),
  ])
  func `an error is described with its name and the library's text`(
    error: LMDBError, text: String
  ) {
    #expect("\(error)" == text)
  }

  @Test func `a code without a name is described with its number`() {
    #expect("\(LMDBError(rawValue: 71))".hasSuffix("(code 71)"))
    #expect("\(LMDBError(rawValue: -1))".hasSuffix("(code -1)"))
  }

  @Test func `every code of LMDB has its name in its description`() {
    // LMDB's own range, from MDB_KEYEXIST down to MDB_LAST_ERRCODE.
    for code in CInt(-30799)...(-30780) {
      #expect("\(LMDBError(rawValue: code))".hasPrefix("MDB_"))
    }
  }

  @Test func `a key or value of a size that LMDB does not take is refused`() throws {
    let folder = try TemporaryFolder()
    let environment = try Environment.test(at: folder)
    let table = environment.table("table")
    let longest = [UInt8](repeating: 7, count: environment.longestKey)
    let tooLong = longest + [7]
    let value = bytes("one")
    let none: [UInt8] = []
    try environment.write { transaction throws(LMDBError) in
      for key in [none, tooLong] {
        #expect(throws: LMDBError.badSize) {
          try transaction.put(value.span.bytes, forKey: key.span.bytes, in: table, .replacing)
        }
      }
      #expect(throws: LMDBError.badSize) {
        try transaction.contains(key: none.span.bytes, in: table)
      }
      #expect(try !transaction.contains(key: tooLong.span.bytes, in: table))
      try transaction.put(value.span.bytes, forKey: longest.span.bytes, in: table, .replacing)
    }
    try environment.read { transaction throws(LMDBError) in
      #expect(try transaction.contains(key: longest.span.bytes, in: table))
    }
  }

  @Test(arguments: [0, 1, 2_000, 4_080, 4_081, 100_000, 3_000_000])
  func `values of every size come back as they were`(size: Int) throws {
    let folder = try TemporaryFolder()
    let environment = try Environment.test(at: folder)
    let table = environment.table("table")
    let value = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let key = bytes("key")
    try environment.write { transaction throws(LMDBError) in
      try transaction.put(value.span.bytes, forKey: key.span.bytes, in: table, .replacing)
    }
    let found = try environment.read { transaction throws(LMDBError) in
      try transaction.value(forKey: key.span.bytes, in: table)?.copied
    }
    #expect(found == value)
    #expect(try environment.findDamage() == nil)
  }
}
