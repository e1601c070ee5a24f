internal import CLMDB
internal import Foundation

extension Environment {
  /// How large the environment is and who is using it.
  ///
  /// - Complexity: O(*f*), *f* being the write transactions whose pages are free.
  /// - Precondition: this thread is in no transaction of this environment.
  public func information() throws(LMDBError) -> EnvironmentInformation {
    let readers = readers()
    return try read { transaction throws(LMDBError) in
      var raw = unsafe MDB_envinfo()
      var statistics = MDB_stat()
      // Both only fill the structs; the open transaction keeps the map in place.
      try LMDBError.check(unsafe mdb_env_info(handle, &raw))
      try LMDBError.check(unsafe mdb_env_stat(handle, &statistics))
      let pageSize = Int(statistics.ms_psize)
      return EnvironmentInformation(
        mapSize: unsafe raw.me_mapsize, usedBytes: unsafe (raw.me_last_pgno + 1) * pageSize,
        freePages: try countFreePages(in: transaction), pageSize: pageSize,
        lastTransaction: unsafe raw.me_last_txnid,
        readerLimit: unsafe Int(raw.me_maxreaders), readers: readers)
    }
  }

  /// The sum of LMDB's lists of free pages.
  ///
  /// Table 0 maps a transaction to the pages it gave up: their count, then their numbers, each
  /// one machine word (`mdb_stat -f` reads it the same way).
  private func countFreePages(in transaction: borrowing ReadTransaction) throws(LMDBError) -> Int {
    let table = Table(name: "free pages", identifier: 0, environment: number)
    var cursor = try transaction.cursor(over: table)
    var pages = 0
    while let list = try cursor.next()?.value {
      guard list.byteCount >= MemoryLayout<Int>.size else { throw .corrupted }
      // Any bits are an Int, and the size was checked.
      pages &+= unsafe list.unsafeLoadUnaligned(as: Int.self)
    }
    return pages
  }

  /// The reader table, which LMDB gives as lines of text.
  func readers() -> [EnvironmentInformation.Reader] {
    var text = ""
    // The callback runs only during the call and gets `text` back as its context.
    _ = unsafe withUnsafeMutablePointer(to: &text) { text in
      unsafe mdb_reader_list(
        handle,
        { line, context in
          guard let line = unsafe line, let context = unsafe context else { return 0 }
          unsafe context.assumingMemoryBound(to: String.self).pointee += String(cString: line)
          return 0
        }, text)
    }
    // A header, then "pid thread transaction" or "pid thread -".
    return text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard words.count == 3, let process = Int32(words[0]) else { return nil }
      return .init(process: process, transaction: Int(words[2]))
    }
  }
}
