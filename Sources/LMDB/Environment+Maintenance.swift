internal import CLMDB

extension Environment {
  /// Brings everything committed to the disk; needed only without durable commits.
  ///
  /// - Throws: ``LMDBError/accessDenied`` when the environment was opened read-only.
  public func sync() throws(LMDBError) {
    try gate.withTransaction { () throws(LMDBError) in
      try checkMap()
      // Touches only the file, never the map (`MDB_WRITEMAP` is not used).
      let code = unsafe mdb_env_sync(handle, 1)
      guard code == MDB_SUCCESS else { throw explained(LMDBError(rawValue: code)) }
    }
  }

  /// Clears the slots of readers that died without ending; tells how many there were.
  ///
  /// Opening does so too. A dead reader's slot keeps pages from being used again.
  @discardableResult
  public func clearStaleReaders() throws(LMDBError) -> Int {
    try gate.withTransaction { () throws(LMDBError) in
      try checkMap()
      var cleared: CInt = 0
      // Touches only the reader table, under LMDB's own lock.
      try LMDBError.check(unsafe mdb_reader_check(handle, &cleared))
      return Int(cleared)
    }
  }

  /// Writes a consistent copy into the empty folder at `path`, while others read and write.
  ///
  /// Compacting leaves free pages out and is slower. The copy keeps one snapshot open, so the
  /// file may grow meanwhile.
  ///
  /// - Precondition: this thread is in no transaction of this environment.
  /// - Throws: ``LMDBError/noSuchFile`` without the folder, ``LMDBError/fileExists`` when it has a
  ///   data file, ``LMDBError/noSpace`` when the disk is full; part of a copy may be left then.
  public func copy(to path: String, compacting: Bool) throws(LMDBError) {
    gate.claimThread(for: "copy(to:compacting:)")
    defer { gate.releaseThread() }
    let flags = compacting ? UInt32(MDB_CP_COMPACT) : 0
    while true {
      // LMDB reads in a transaction of its own, so the gate must know of it.
      let code = try gate.withTransaction { () throws(LMDBError) in
        try checkMap()
        return unsafe mdb_env_copy2(handle, path, flags)
      }
      switch code {
      case MDB_SUCCESS: return
      case MDB_MAP_RESIZED: try adoptMapSize()
      default: throw explained(LMDBError(rawValue: code), at: path)
      }
    }
  }
}
