internal import CLMDB

extension Environment {
  /// The first damage to the pages of the snapshot that is current, or `nil` when all are sound.
  ///
  /// Structure only: LMDB keeps no checksums, so a flipped bit in a value is for its owner to
  /// find. Opening with ``PageChecking/everyPage`` makes the same walk.
  ///
  /// - Complexity: O(*n*) in the pages of the file; long values are not read.
  /// - Precondition: this thread is in no transaction of this environment.
  public func findDamage() throws(LMDBError) -> PageDamage? {
    gate.claimThread(for: "findDamage()")
    defer { gate.releaseThread() }
    return try holdingOffWriters { () throws(LMDBError) in
      try gate.withTransaction { () throws(LMDBError) in
        try checkMap()
        if let damage = try Self.findMetaDamage(at: path) { return damage }
        return unsafe try Self.findDamage(of: handle)
      }
    }
  }

  /// The first damage in the data file in the folder at `path`, without opening its tables.
  ///
  /// For the message after opening failed with ``LMDBError/corrupted``.
  public static func findDamage(
    at path: String, options: Options
  ) throws(LMDBError) -> PageDamage? {
    if let damage = try findMetaDamage(at: path) { return damage }
    let (handle, file) = unsafe try open(at: path, options: options)
    defer { unsafe OpenEnvironments.close(handle, file) }
    return unsafe try findDamage(of: handle)
  }

  /// Refuses meta pages that LMDB would crash on, before it reads them.
  static func checkMetaPages(at path: String) throws(LMDBError) {
    guard try findMetaDamage(at: path) == nil else { throw .corrupted }
  }

  private static func findMetaDamage(at path: String) throws(LMDBError) -> PageDamage? {
    try damage { () throws(PageCheckFailure) in try MetaPages.check(at: path) }
  }

  /// The damage that `check` met.
  private static func damage(
    met check: () throws(PageCheckFailure) -> Void
  ) throws(LMDBError) -> PageDamage? {
    do throws(PageCheckFailure) {
      try check()
      return nil
    } catch {
      switch error {
      case .damaged(let damage): return damage
      case .unreadable(let error): throw error
      }
    }
  }

  /// Refuses a file that LMDB would crash on, before it touches any page but the meta pages.
  static func checkPages(of handle: OpaquePointer, options: Options) throws(LMDBError) {
    let scope: PageCheck.Scope
    switch options.pageChecking {
    case .branchPages(let tables) where unsafe try !isCutShort(handle):
      scope = .branchPages(of: tables)
    case .whenCutShort where unsafe try !isCutShort(handle): return
    default: scope = .everyPage
    }
    guard unsafe try findDamage(of: handle, scope) == nil else { throw .corrupted }
  }

  /// Whether the file ends before its last page does.
  ///
  /// That alone is no damage: LMDB never writes pages that one transaction takes and gives up.
  private static func isCutShort(_ handle: OpaquePointer) throws(LMDBError) -> Bool {
    var information = unsafe MDB_envinfo()
    var statistics = MDB_stat()
    var descriptor: CInt = -1
    // These only fill what they are lent, from the handle and the two meta pages.
    try LMDBError.check(unsafe mdb_env_info(handle, &information))
    try LMDBError.check(unsafe mdb_env_stat(handle, &statistics))
    try LMDBError.check(unsafe mdb_env_get_fd(handle, &descriptor))
    let size = try PageCheck.fileSize(of: descriptor)
    return unsafe size < UInt64(information.me_last_pgno + 1) * UInt64(statistics.ms_psize)
  }

  /// Walks the pages of one snapshot, which a read transaction keeps from being used again.
  private static func findDamage(
    of handle: OpaquePointer, _ scope: PageCheck.Scope = .everyPage
  ) throws(LMDBError) -> PageDamage? {
    var statistics = MDB_stat()
    var descriptor: CInt = -1
    try LMDBError.check(unsafe mdb_env_stat(handle, &statistics))
    try LMDBError.check(unsafe mdb_env_get_fd(handle, &descriptor))
    while true {
      var begun: OpaquePointer?
      // Begins from the meta pages alone; ended below on every way out.
      try LMDBError.check(unsafe mdb_txn_begin(handle, nil, UInt32(MDB_RDONLY), &begun))
      guard let transaction = unsafe begun else { throw .badTransaction }
      defer { unsafe mdb_txn_abort(transaction) }
      let number = unsafe UInt64(mdb_txn_id(transaction))
      do throws(PageCheckFailure) {
        guard
          var check = try PageCheck(
            descriptor: descriptor, pageSize: Int(statistics.ms_psize), transaction: number,
            scope: scope)
        else { continue }
        try check.run()
        return nil
      } catch {
        switch error {
        case .damaged(let damage): return damage
        case .unreadable(let error): throw error
        }
      }
    }
  }
}
