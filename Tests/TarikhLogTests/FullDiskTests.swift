import Foundation
import TarikhLog
import TarikhModel
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

  deinit { if isMounted { umount2(folder.path, Int32(MNT_DETACH)) } }

  static let isPossible = (try? SmallDisk()) != nil
}

@Suite(.enabled(if: SmallDisk.isPossible, "mounting a small disk needs the superuser"))
struct `A full disk` {
  @Test func `fails all of the commit, not the reading, and passes when there is space again`()
    async throws
  {
    let disk = try #require(try SmallDisk())
    let log = try LMDBEventLog.open(at: disk.folder.url, options: .test())
    try await log.append(events("before"), to: "s")
    let filler = disk.folder.url.appending(path: "filler")
    try Data(repeating: 1, count: 2 << 20).write(to: filler)
    let large = String(repeating: "x", count: 2 << 20)
    for _ in 0..<3 {
      // However they are grouped, every one of them fails.
      async let failures = [failure(of: log, large), failure(of: log, large)]
      let third = await failure(of: log, large)
      for failure in await failures + [third] {
        #expect(failure?.kind == .full, "\(failure as Any)")
      }
      #expect(try log.all().map(\.id) == [id("before")])
      try log.expectSound()
    }
    try FileManager.default.removeItem(at: filler)
    #expect(await failure(of: log, large) == nil)
    #expect(try log.head().position == 2)
    try log.expectSound()
  }

  private func failure(of log: LMDBEventLog, _ large: String) async -> StorageFailure? {
    do throws(AppendError) {
      try await log.append(
        events("large"), texts: [text(large)], to: stream("s"), expecting: .any)
    } catch {
      if case .storage(let failure) = error { return failure }
      Issue.record("\(error)")
    }
    return nil
  }
}
