internal import CLMDB
internal import Foundation

extension Environment {
  /// Writes a consistent, compacted copy into the new file at `path`, while others read and
  /// write, and brings it to the disk.
  ///
  /// Tells `progress` the bytes that are written and about how many there will be; what it throws
  /// ends the copying. Nothing is left behind on failure. The copy holds one snapshot, so the
  /// file may grow meanwhile; a copy of a copy has the same bytes.
  ///
  /// - Precondition: this thread is in no transaction of this environment.
  /// - Throws: ``LMDBError/fileExists`` where there is a file, ``LMDBError/noSpace`` when the disk
  ///   is full, and what `progress` throws.
  /// - Returns: the size of the copy, in bytes.
  @discardableResult
  public func copyCompacted(
    toFile path: String, progress: (_ bytes: UInt64, _ of: UInt64) throws -> Void
  ) throws -> UInt64 {
    if options.access == .readWrite { try reserveMap() }
    let total = UInt64(try information().liveBytes)
    let file = try CopiedFile(at: path, fileMode: options.fileMode)
    do {
      try holdingOffWritersOrFailing {
        let source = try CopySource(of: self)
        try file.fill(from: source) { try progress($0, max(total, $0)) }
        try source.finish()
      }
      try file.finish()
      return file.bytes
    } catch {
      file.discard()
      throw error
    }
  }

  /// Makes room in the map first: growing it waits for the copy, and all else for the growing.
  private func reserveMap() throws(LMDBError) {
    gate.claimThread(for: "copyCompacted(toFile:progress:)")
    defer { gate.releaseThread() }
    let used = try usedBytes()
    while true {
      let size = try gate.withTransaction { () throws(LMDBError) in try mapSize }
      guard size / 2 < used else { return }
      try growMap(from: size)
    }
  }

  private func holdingOffWritersOrFailing(_ body: () throws -> Void) throws {
    let held = try Self.hold(snapshotGuard)
    defer { withExtendedLifetime(held) {} }
    try body()
  }

  /// Lets LMDB write the copy into `descriptor`; for a thread of its own.
  func copyCompacted(into descriptor: CInt) throws(LMDBError) {
    gate.claimThread(for: "copyCompacted(into:)")
    defer { gate.releaseThread() }
    while true {
      // LMDB reads in a transaction of its own, so the gate must know of it.
      let code = try gate.withTransaction { () throws(LMDBError) in
        try checkMap()
        return unsafe mdb_env_copyfd2(handle, descriptor, UInt32(MDB_CP_COMPACT))
      }
      switch code {
      case MDB_SUCCESS: return
      // Said at the beginning, before anything is written.
      case MDB_MAP_RESIZED: try adoptMapSize()
      default: throw LMDBError(rawValue: code)
      }
    }
  }
}
