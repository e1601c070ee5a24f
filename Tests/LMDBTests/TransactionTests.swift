import LMDB
import TestSupport
import Testing

@Suite struct TransactionTests {
  let folder: TemporaryFolder
  let environment: Environment
  let table: Table

  init() throws {
    folder = try TemporaryFolder()
    environment = try Environment.test(at: folder)
    table = environment.table("table")
  }

  enum DomainError: StorageFailing, Equatable {
    case storage(LMDBError)
    case refused(Int)
    init(storage: LMDBError) { self = .storage(storage) }
  }

  @Test func `what is put is read back in a later transaction`() throws {
    try environment.write { transaction throws(LMDBError) in
      try transaction.put("one", "a", in: table)
      #expect(try transaction.text("a", in: table) == "one")
    }
    let found = try environment.read { transaction throws(LMDBError) in
      try transaction.text("a", in: table)
    }
    #expect(found == "one")
  }

  @Test func `an unknown key gives nothing`() throws {
    try environment.read { transaction throws(LMDBError) in
      #expect(try transaction.text("a", in: table) == nil)
      #expect(try !transaction.contains(key: bytes("a").span.bytes, in: table))
    }
  }

  @Test func `a body that throws takes everything back`() throws {
    #expect(throws: DomainError.refused(7)) {
      try environment.write { transaction throws(DomainError) in
        do throws(LMDBError) {
          try transaction.put("one", "a", in: table)
        } catch { throw .storage(error) }
        throw .refused(7)
      }
    }
    let found = try environment.read { transaction throws(LMDBError) in
      try transaction.entries(of: table)
    }
    #expect(found == [])
  }

  @Test func `a failure of the storage arrives in the domain's own type`() throws {
    let other = try TemporaryFolder()
    _ = try Environment.test(at: other)
    let readOnly = try Environment.test(at: other, .test(access: .readOnly))
    #expect(throws: DomainError.storage(.accessDenied)) {
      try readOnly.write { _ throws(DomainError) in }
    }
  }

  @Test func `a snapshot does not see what is written after it began`() throws {
    try environment.read { snapshot throws(LMDBError) in
      #expect(try snapshot.text("a", in: table) == nil)
      let writer = Thread {
        try environment.write { transaction throws(LMDBError) in
          try transaction.put("one", "a", in: table)
        }
      }
      writer.join()
      #expect(try snapshot.text("a", in: table) == nil)
    }
    try environment.read { transaction throws(LMDBError) in
      #expect(try transaction.text("a", in: table) == "one")
    }
  }

  @Test func `deleting tells whether there was an entry`() throws {
    try environment.write { transaction throws(LMDBError) in
      try transaction.put("one", "a", in: table)
      #expect(try transaction.delete(key: bytes("a").span.bytes, in: table))
      #expect(try !transaction.delete(key: bytes("a").span.bytes, in: table))
    }
  }

  @Test func `inserting refuses a key that is there and keeps its value`() throws {
    try environment.write { transaction throws(LMDBError) in
      try transaction.put(
        bytes("one").span.bytes, forKey: bytes("a").span.bytes, in: table, .inserting)
      #expect(throws: LMDBError.keyExists) {
        try transaction.put(
          bytes("two").span.bytes, forKey: bytes("a").span.bytes, in: table, .inserting)
      }
      #expect(try transaction.text("a", in: table) == "one")
    }
  }

  @Test func `appending refuses a key that is not the greatest`() throws {
    try environment.write { transaction throws(LMDBError) in
      for key in ["a", "b"] {
        try transaction.put(
          bytes(key).span.bytes, forKey: bytes(key).span.bytes, in: table, .appending)
      }
      for key in ["b", "a", "aa"] {
        #expect(throws: LMDBError.keyExists) {
          try transaction.put(
            bytes("x").span.bytes, forKey: bytes(key).span.bytes, in: table, .appending)
        }
      }
    }
    let found = try environment.read { transaction throws(LMDBError) in
      try transaction.entries(of: table)
    }
    #expect(found == [["a", "a"], ["b", "b"]])
  }

  @Test func `a value is written straight into the page`() throws {
    try environment.write { transaction throws(LMDBError) in
      try transaction.put(
        byteCount: 5, forKey: bytes("a").span.bytes, in: table, .replacing
      ) { output in
        for byte in bytes("hello") { output.append(byte) }
      }
      try transaction.put(
        byteCount: 0, forKey: bytes("b").span.bytes, in: table, .replacing
      ) { _ in }
    }
    let found = try environment.read { transaction throws(LMDBError) in
      try transaction.entries(of: table)
    }
    #expect(found == [["a", "hello"], ["b", ""]])
  }

  @Test func `clearing empties one table and leaves the others`() throws {
    let folder = try TemporaryFolder()
    let environment = try Environment.test(at: folder, tables: ["left", "right"])
    let left = environment.table("left")
    let right = environment.table("right")
    try environment.write { transaction throws(LMDBError) in
      try transaction.put("one", "a", in: left)
      try transaction.put("two", "a", in: right)
      try transaction.clear(left)
    }
    try environment.read { transaction throws(LMDBError) in
      #expect(try transaction.entries(of: left) == [])
      #expect(try transaction.entries(of: right) == [["a", "two"]])
      #expect(try transaction.statistics(of: right).entries == 1)
    }
  }
}
