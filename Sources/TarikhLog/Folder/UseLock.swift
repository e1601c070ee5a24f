package import Foundation
internal import LMDB

/// That somebody has the files of a folder open: a lock file beside them, shared by all users.
///
/// Who puts another file in the place of one that others have mapped takes the lock alone: they
/// would go on with the old one, and their appends would be lost with it.
package final class UseLock: Sendable {
  /// `nil` where this process may not even read the lock file: it goes without.
  private let lock: FileLock?

  private init(_ lock: consuming FileLock?) { self.lock = lock }

  private static func path(in folder: URL) -> String { folder.appending(path: "in-use.lock").path }

  /// Shares the lock, and waits at most `timeout` for one who has it alone.
  ///
  /// - Parameter makesFile: whether the lock file is made where it is missing, as writers must.
  ///   Readers make it where they may.
  package static func share(
    in folder: URL, of subject: String, isReadOnly: Bool, makesFile: Bool, timeout: Duration
  ) throws(StorageFailure) -> UseLock {
    let path = path(in: folder)
    do throws(LMDBError) {
      let lock = try wait(timeout) { () throws(LMDBError) in
        try FileLock.share(at: path, fileMode: makesFile ? 0o644 : nil)
      }
      if lock != nil { return UseLock(lock) }
    } catch {
      // A folder that cannot be written to is not swapped under its readers either.
      if isReadOnly { return UseLock(nil) }
      throw StorageFailure(error, doing: path)
    }
    throw StorageFailure(
      kind: .busy,
      description: "\(holders(of: path)) is putting another file in the place of \(subject); "
        + "try again later")
  }

  /// Takes the lock alone, and waits at most `timeout` for those who share it.
  package static func takeAlone(
    in folder: URL, of subject: String, timeout: Duration
  ) throws(StorageFailure) -> UseLock {
    let path = path(in: folder)
    do throws(LMDBError) {
      let lock = try wait(timeout) { () throws(LMDBError) in
        try FileLock.acquire(at: path, fileMode: 0o644)
      }
      if lock != nil { return UseLock(lock) }
    } catch {
      throw StorageFailure(error, doing: path)
    }
    throw StorageFailure(
      kind: .busy,
      description: "\(holders(of: path)) has \(subject) open, which has to be closed for this; "
        + "end it, or try again later")
  }

  /// Asks until there is a lock or the time is over.
  private static func wait(
    _ timeout: Duration, for ask: () throws(LMDBError) -> FileLock?
  ) throws(LMDBError) -> FileLock? {
    let deadline = ContinuousClock.now + timeout
    while true {
      let lock = try ask()
      if lock != nil { return lock }
      guard ContinuousClock.now < deadline else { return nil }
      Thread.sleep(forTimeInterval: 0.005)
    }
  }

  private static func holders(of path: String) -> String {
    let others = FileLock.holders(at: path)
    guard !others.isEmpty else { return "another process" }
    return others.map { ProcessName.words(for: $0) }.joined(separator: " and ")
  }
}
