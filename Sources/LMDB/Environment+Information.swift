internal import CLMDB
internal import Foundation

extension Environment {
  /// How large the environment is and who is using it.
  ///
  /// - Complexity: O(*f*), *f* being the write transactions whose pages are free.
  /// - Precondition: this thread is in no transaction of this environment.
  public func information() throws(LMDBError) -> EnvironmentInformation {
    let readers = try readerTable()
    return try read { transaction throws(LMDBError) in
      var raw = unsafe MDB_envinfo()
      var statistics = MDB_stat()
      // Both only fill the structs; the open transaction keeps the map in place.
      try LMDBError.check(unsafe mdb_env_info(handle, &raw))
      try LMDBError.check(unsafe mdb_env_stat(handle, &statistics))
      let pageSize = Int(statistics.ms_psize)
      return EnvironmentInformation(
        fileBytes: try fileBytes(), mapSize: unsafe raw.me_mapsize,
        usedBytes: unsafe (raw.me_last_pgno + 1) * pageSize,
        freePages: try countFreePages(in: transaction), pageSize: pageSize,
        lastTransaction: unsafe raw.me_last_txnid,
        readerLimit: unsafe Int(raw.me_maxreaders), readers: readers)
    }
  }

  /// How long the data file is, in bytes.
  private func fileBytes() throws(LMDBError) -> Int {
    var descriptor: CInt = -1
    // Gives the descriptor that LMDB reads through, which stays LMDB's.
    try LMDBError.check(unsafe mdb_env_get_fd(handle, &descriptor))
    return Int(try PageCheck.fileSize(of: descriptor))
  }

  /// How many tables the file has, opened or not.
  public func tableCount() throws(LMDBError) -> Int {
    try read { transaction throws(LMDBError) in
      // LMDB keeps the tables' names in its table 1.
      try transaction.statistics(of: Table(name: "tables", identifier: 1, environment: number))
        .entries
    }
  }
}
