/// Keeps writers away while a snapshot is read without LMDB's own locks.
///
/// LMDB reads without its reader table where that may not be written. A writer then knows nothing
/// of the reader and uses the pages of its snapshot again, so somebody else has to hold it off.
public protocol SnapshotGuard: Sendable {
  /// Holds writers off until the lock goes; `nil` where there are none.
  ///
  /// - Throws: ``LMDBError/wouldBlock`` when a writer doesn't stop.
  func hold() throws(LMDBError) -> FileLock?
}

/// A lock that lives until its last reference goes.
final class HeldLock: Sendable {
  private let lock: FileLock

  init(_ lock: consuming FileLock) { self.lock = lock }
}

extension Environment {
  /// Runs `body`, which reads one snapshot, with writers held off where that is needed.
  func holdingOffWriters<Result: ~Copyable, Failure: StorageFailing>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard let snapshotGuard else { return try body() }
    let held = try translating(to: Failure.self) { () throws(LMDBError) in
      try Self.hold(snapshotGuard)
    }
    defer { withExtendedLifetime(held) {} }
    return try body()
  }

  static func hold(_ snapshotGuard: (any SnapshotGuard)?) throws(LMDBError) -> HeldLock? {
    guard let lock = try snapshotGuard?.hold() else { return nil }
    return HeldLock(lock)
  }
}
