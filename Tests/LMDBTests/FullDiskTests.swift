import Foundation
import LMDB
import TestSupport
import Testing

/// A disk of four MiB, in memory; only the superuser can make one.
private final class SmallDisk {
  let folder: TemporaryFolder
  private let isMounted: Bool

  /// `nil` where the system doesn't allow it.
  init?() throws {
    folder = try TemporaryFolder()
    isMounted = mount("none", folder.path, "tmpfs", 0, "size=4m") == 0
    if !isMounted { return nil }
  }

  deinit { if isMounted { umount(folder.path) } }

  static let isPossible = (try? SmallDisk()) != nil
}

@Suite(.enabled(if: SmallDisk.isPossible, "mounting a small disk needs the superuser"))
struct FullDiskTests {
  @Test(arguments: [1_000, 100_000, 1_000_000])
  func `a full disk is said to be full and what was committed stays`(size: Int) throws {
    let disk = try #require(try SmallDisk())
    let value = [UInt8](repeating: 5, count: size)
    do {
      let environment = try Environment.test(at: disk.folder, .test(durability: .everyCommit))
      let table = environment.table("table")
      var committed: UInt64 = 0
      let batch = UInt64(max(1, 200_000 / size))
      #expect(throws: LMDBError.noSpace) {
        while committed < 1 << 20 {
          try environment.write { transaction throws(LMDBError) in
            for number in committed..<committed + batch {
              let key = BigEndianKey([number])
              try transaction.put(value.span.bytes, forKey: key.bytes, in: table, .appending)
            }
          }
          committed += batch
        }
      }
      #expect(committed > 0)
      let entries = try environment.read { transaction throws(LMDBError) in
        try transaction.statistics(of: table).entries
      }
      #expect(entries == Int(committed))
      #expect(try environment.findDamage() == nil)
    }
    let environment = try Environment.test(at: disk.folder, .test(access: .readOnly))
    #expect(try environment.findDamage() == nil)
  }
}
