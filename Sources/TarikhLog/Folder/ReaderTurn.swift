internal import Foundation
internal import LMDB

/// Reads by one who may not write LMDB's reader table: they take turns with writers instead.
///
/// Writers can't know of such a reader and would use the pages of its snapshot again. To share
/// the lock that every writer takes alone, the right to read its file is enough; where there is
/// none, nobody has written since the folder was made or copied.
struct ReaderTurn: SnapshotGuard {
  let folder: URL
  let timeout: Duration

  func hold() throws(LMDBError) -> FileLock? {
    let deadline = ContinuousClock.now + timeout
    do throws(LMDBError) {
      // A writer with more to write keeps its lock until somebody else holds the turn.
      let turn = try share("write.turn", until: deadline)
      let lock = try share("write.lock", until: deadline)
      _ = consume turn
      return lock
    } catch {
      guard error == .noSuchFile else { throw error }
      return nil
    }
  }

  private func share(
    _ name: String, until deadline: ContinuousClock.Instant
  ) throws(LMDBError) -> FileLock {
    let path = folder.appending(path: name).path
    while true {
      if let lock = try FileLock.share(at: path, fileMode: nil) { return lock }
      guard ContinuousClock.now < deadline else { throw .wouldBlock }
      Thread.sleep(forTimeInterval: 0.001)
    }
  }
}
