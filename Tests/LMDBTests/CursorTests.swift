import LMDB
import TestSupport
import Testing

@Suite struct CursorTests {
  let folder: TemporaryFolder
  let environment: Environment
  let table: Table

  init() throws {
    folder = try TemporaryFolder()
    environment = try Environment.test(at: folder)
    let table = environment.table("table")
    self.table = table
    try environment.write { transaction throws(LMDBError) in
      for key in ["b", "d", "f"] { try transaction.put(key + key, key, in: table) }
    }
  }

  @Test func `walking gives the entries in the order of the keys and then nothing`() throws {
    try environment.read { transaction throws(LMDBError) in
      #expect(try transaction.entries(of: table) == [["b", "bb"], ["d", "dd"], ["f", "ff"]])
      var cursor = try transaction.cursor(over: table)
      var backwards: [String] = []
      while let entry = try cursor.previous() {
        backwards.append(String(decoding: entry.key.copied, as: UTF8.self))
      }
      #expect(backwards == ["f", "d", "b"])
    }
  }

  @Test(
    arguments: [
      ("", "b", nil), ("a", "b", nil), ("b", "b", "b"), ("c", "d", "b"), ("d", "d", "d"),
      ("e", "f", "d"), ("f", "f", "f"), ("ff", nil, "f"), ("g", nil, "f"),
    ] as [(String, String?, String?)])
  func `seeking finds the neighbours`(key: String, after: String?, before: String?) throws {
    try environment.read { transaction throws(LMDBError) in
      var cursor = try transaction.cursor(over: table)
      let key = bytes(key)
      let found = try cursor.seek(atOrAfter: key.span.bytes)?.key.copied
      #expect(found == after.map(bytes))
      let previous = try cursor.seek(atOrBefore: key.span.bytes)?.key.copied
      #expect(previous == before.map(bytes))
    }
  }

  @Test func `an entry stays readable when its cursor moves on`() throws {
    try environment.read { transaction throws(LMDBError) in
      var cursor = try transaction.cursor(over: table)
      let first = try cursor.first()
      let last = try cursor.last()
      #expect(first?.value.copied == bytes("bb"))
      #expect(last?.value.copied == bytes("ff"))
    }
  }

  @Test func `an empty table has no first, last, next or previous entry`() throws {
    try environment.write { transaction throws(LMDBError) in
      try transaction.clear(table)
      var cursor = try transaction.cursor(over: table)
      #expect(try cursor.first()?.key.copied == nil)
      #expect(try cursor.last()?.key.copied == nil)
      #expect(try cursor.next()?.key.copied == nil)
      #expect(try cursor.previous()?.key.copied == nil)
      #expect(try cursor.seek(atOrBefore: bytes("x").span.bytes)?.key.copied == nil)
    }
  }
}
