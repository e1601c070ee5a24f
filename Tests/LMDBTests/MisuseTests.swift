import LMDB
import TestSupport
import Testing

/// What a programmer may not do ends the process at once, in a child of the test.
@Suite struct MisuseTests {
  // A child that traps cleans nothing up: the folders are its parent's.
  let folder: TemporaryFolder
  let other: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    other = try TemporaryFolder()
  }

  @Test func `a write inside a write traps instead of waiting for itself`() async {
    await #expect(processExitsWith: .failure) { [path = folder.path as String] in
      let environment = try Environment.test(at: path)
      try environment.write { _ throws(LMDBError) in
        try environment.write { _ throws(LMDBError) in }
      }
    }
  }

  @Test func `a read inside a write traps`() async {
    await #expect(processExitsWith: .failure) { [path = folder.path as String] in
      let environment = try Environment.test(at: path)
      try environment.write { _ throws(LMDBError) in
        try environment.read { _ throws(LMDBError) in }
      }
    }
  }

  @Test func `a read inside a read traps`() async {
    await #expect(processExitsWith: .failure) { [path = folder.path as String] in
      let environment = try Environment.test(at: path)
      try environment.read { _ throws(LMDBError) in
        try environment.read { _ throws(LMDBError) in }
      }
    }
  }

  @Test func `a copy inside a write traps`() async {
    await #expect(processExitsWith: .failure) {
      [path = folder.path as String, copy = other.path as String] in
      let environment = try Environment.test(at: path)
      try environment.write { _ throws(LMDBError) in
        try environment.copy(to: copy, compacting: false)
      }
    }
  }

  @Test func `a table of another environment traps`() async {
    await #expect(processExitsWith: .failure) {
      [path = folder.path as String, second = other.path as String] in
      let environment = try Environment.test(at: path)
      let other = try Environment.test(at: second)
      try environment.read { transaction throws(LMDBError) in
        _ = try transaction.contains(key: bytes("a").span.bytes, in: other.table("table"))
      }
    }
  }

  @Test func `a table that was not opened traps`() async {
    await #expect(processExitsWith: .failure) { [path = folder.path as String] in
      let environment = try Environment.test(at: path)
      _ = environment.table("unknown")
    }
  }

  @Test func `a reserved value that is not filled traps`() async {
    await #expect(processExitsWith: .failure) { [path = folder.path as String] in
      let environment = try Environment.test(at: path)
      try environment.write { transaction throws(LMDBError) in
        try transaction.put(
          byteCount: 2, forKey: bytes("a").span.bytes, in: environment.table("table"),
          .replacing
        ) { output in output.append(1 as UInt8) }
      }
    }
  }

  @Test func `the process that does nothing wrong ends well`() async {
    // The control: a child that failed for another reason would satisfy every test above.
    await #expect(processExitsWith: .success) {
      [path = folder.path as String, other = other.path as String] in
      let environment = try Environment.test(at: path)
      let second = try Environment.test(at: other)
      try environment.write { transaction throws(LMDBError) in
        try transaction.put("one", "a", in: environment.table("table"))
        try second.read { _ throws(LMDBError) in }
      }
    }
  }
}
