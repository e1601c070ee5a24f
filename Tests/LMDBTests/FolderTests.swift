import Foundation
import LMDB
import TestSupport
import Testing

@Suite struct `Folders and locks` {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `a folder is made with those above it, and again without complaint`() throws {
    let path = folder.path + "/a/b/c"
    for _ in 0..<2 { try Folder.make(at: path) }
    try Folder.sync(path)
    #expect(FileManager.default.fileExists(atPath: path))
  }

  @Test func `a file in the way is an error, and so is what is missing`() throws {
    try Data().write(to: folder.url.appending(path: "file"))
    #expect(throws: LMDBError.self) { try Folder.make(at: folder.path + "/file") }
    #expect(throws: LMDBError.self) { try Folder.make(at: folder.path + "/file/below") }
    #expect(throws: LMDBError.noSuchFile) { try Folder.sync(folder.path + "/none") }
    #expect(throws: LMDBError.notDirectory) { try Folder.sync(folder.path + "/file") }
    try Folder.syncFile(folder.path + "/file")
  }

  @Test(arguments: [
    ("/a/b", "/a"), ("/a/b/", "/a"), ("/a", "/"), ("/", "/"), ("a", "."), ("a/b", "a"),
  ])
  func `the folder above a path is found`(path: String, parent: String) {
    #expect(Folder.parent(of: path) == parent)
  }

  @Test func `many share a lock, and one has it alone`() throws {
    let path = folder.path + "/lock"
    #expect(throws: LMDBError.noSuchFile) { try isShared(path, fileMode: nil) }
    do {
      let first = try FileLock.share(at: path, fileMode: 0o600)
      #expect(try isShared(path, fileMode: nil))
      let isFree = try FileLock.acquire(at: path, fileMode: 0o600) != nil
      #expect(!isFree)
      // The system's list may miss one while others come and go.
      let found = (0..<500).contains { _ in FileLock.holders(at: path) == [getpid()] }
      #expect(found)
      _ = consume first
    }
    // A child that another test begins at this moment has the file, too, until it is itself.
    var alone = try FileLock.acquire(at: path, fileMode: 0o600)
    for _ in 0..<500 where alone == nil {
      usleep(10_000)
      alone = try FileLock.acquire(at: path, fileMode: 0o600)
    }
    #expect(try !isShared(path, fileMode: nil))
    #expect(FileLock.holder(at: path) == getpid())
    _ = consume alone
  }

  /// Whether a share of the lock could be had, which gives it up again.
  private func isShared(_ path: String, fileMode: UInt32?) throws(LMDBError) -> Bool {
    try FileLock.share(at: path, fileMode: fileMode) != nil
  }
}
