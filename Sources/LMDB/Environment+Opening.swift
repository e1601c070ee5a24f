internal import CLMDB
internal import Foundation

extension Environment {
  /// A handle on the environment, opened, its dead readers cleared.
  static func open(
    at path: String, options: Options
  ) throws(LMDBError) -> (handle: OpaquePointer, file: OpenEnvironments.File) {
    unsafe try OpenEnvironments.open(at: path) { () throws(LMDBError) in
      try makeDataFile(at: path, options: options)
      return unsafe try openHandle(at: path, options: options)
    }
  }

  static func openHandle(at path: String, options: Options) throws(LMDBError) -> OpaquePointer {
    try checkIsNotEmpty(at: path)
    try checkMetaPages(at: path)
    var created: OpaquePointer?
    // A handle that was created must be closed, also when opening it fails (lmdb.h).
    try LMDBError.check(unsafe mdb_env_create(&created))
    guard let handle = unsafe created else { throw .outOfMemory }
    do throws(LMDBError) {
      unsafe try open(handle, at: path, options: options)
    } catch {
      unsafe mdb_env_close(handle)
      throw error
    }
    return unsafe handle
  }

  /// Refuses an empty file, which LMDB would begin anew: none is ever left by making one, so its
  /// data were cut off.
  private static func checkIsNotEmpty(at path: String) throws(LMDBError) {
    var found = clmdb_file()
    // Only fills the struct that it is lent.
    if unsafe clmdb_file_at("\(path)/data.mdb", &found) == 0, found.size == 0 {
      throw .invalidFile
    }
  }

  private static func open(
    _ handle: OpaquePointer, at path: String, options: Options
  ) throws(LMDBError) {
    // All of these are to be called before others can see the handle (lmdb.h), as here.
    try LMDBError.check(unsafe mdb_env_set_mapsize(handle, wholePages(options.mapSize)))
    try LMDBError.check(unsafe mdb_env_set_maxdbs(handle, UInt32(options.tableLimit)))
    try LMDBError.check(unsafe mdb_env_set_maxreaders(handle, UInt32(options.readerLimit)))
    try LMDBError.check(
      unsafe mdb_env_open(handle, path, flags(of: options), mode_t(options.fileMode)))
    var cleared: CInt = 0
    try LMDBError.check(unsafe mdb_reader_check(handle, &cleared))
  }

  /// Opens every table in one transaction, making those that are missing.
  ///
  /// Looks with a read transaction first: a writer holds LMDB's lock for as long as it likes, and
  /// who only wants what is there must not wait for it.
  static func openTables(
    _ names: [String], of handle: OpaquePointer, options: Options, number: UInt64
  ) throws(LMDBError) -> [String: Table] {
    do throws(LMDBError) {
      return unsafe try openTables(
        names, of: handle, flags: (UInt32(MDB_RDONLY), 0), number: number)
    } catch {
      guard error == .notFound, options.access == .readWrite else { throw error }
      if options.makesTablesTogether, unsafe try hasTables(handle) { throw .corrupted }
    }
    return unsafe try openTables(
      names, of: handle, flags: (0, UInt32(MDB_CREATE)), number: number)
  }

  /// Whether the file has any table, by what its meta page says.
  private static func hasTables(_ handle: OpaquePointer) throws(LMDBError) -> Bool {
    var statistics = MDB_stat()
    // Fills the struct that it is lent, from the meta page.
    try LMDBError.check(unsafe mdb_env_stat(handle, &statistics))
    return statistics.ms_entries > 0
  }

  /// Committed also when read-only: an abort would close the new handles again.
  private static func openTables(
    _ names: [String], of handle: OpaquePointer, flags: (transaction: UInt32, table: UInt32),
    number: UInt64
  ) throws(LMDBError) -> [String: Table] {
    var begun: OpaquePointer?
    try LMDBError.check(unsafe mdb_txn_begin(handle, nil, flags.transaction, &begun))
    guard let transaction = unsafe begun else { throw .badTransaction }
    var tables: [String: Table] = [:]
    do throws(LMDBError) {
      for name in names {
        var identifier: MDB_dbi = 0
        try LMDBError.check(unsafe mdb_dbi_open(transaction, name, flags.table, &identifier))
        tables[name] = Table(name: name, identifier: identifier, environment: number)
      }
    } catch {
      unsafe mdb_txn_abort(transaction)
      throw error
    }
    try LMDBError.check(unsafe mdb_txn_commit(transaction))
    return tables
  }

  static func wholePages(_ size: Int) -> Int {
    let page = sysconf(CInt(_SC_PAGESIZE))
    return (size + page - 1) / page * page
  }

  private static func flags(of options: Options) -> UInt32 {
    // Tasks share few threads, so a reader slot must belong to its transaction, not its thread.
    var flags = UInt32(MDB_NOTLS)
    if options.durability == .unsafeNoSync { flags |= UInt32(MDB_NOSYNC) }
    switch options.access {
    case .readWrite: break
    case .readOnly: flags |= UInt32(MDB_RDONLY)
    case .readOnlyWithoutLocks: flags |= UInt32(MDB_RDONLY | MDB_NOLOCK)
    }
    return flags
  }
}
