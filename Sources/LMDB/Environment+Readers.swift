internal import CLMDB
internal import Foundation

/// What the oldest snapshot that is still being read keeps from being used again.
public struct HeldBackPages: Hashable, Sendable {
  /// The reader of that snapshot.
  public let reader: EnvironmentInformation.Reader
  /// How many transactions were committed since.
  public let behind: Int
  /// The pages that those transactions gave up.
  public let pages: Int
  /// What they take of the file, in bytes.
  public let bytes: Int
}

extension Environment {
  /// How many bytes of the file are in use or free, by the pages up to the last one.
  ///
  /// - Complexity: O(1), and far below a microsecond.
  public func usedBytes() throws(LMDBError) -> Int {
    try gate.withTransaction { () throws(LMDBError) in
      try checkMap()
      var information = unsafe MDB_envinfo()
      var statistics = MDB_stat()
      // Both only fill the structs, from the meta pages; the gate keeps them mapped.
      try LMDBError.check(unsafe mdb_env_info(handle, &information))
      try LMDBError.check(unsafe mdb_env_stat(handle, &statistics))
      return unsafe (information.me_last_pgno + 1) * Int(statistics.ms_psize)
    }
  }

  /// What the oldest reader holds back, of all processes; `nil` while nobody reads an old state.
  ///
  /// A reader that stopped in the middle, or forgot to end, keeps every page that is given up
  /// from being used again, and the file grows with every commit.
  ///
  /// - Complexity: O(*c*), *c* being the commits since the oldest reader began.
  /// - Precondition: this thread is in no transaction of this environment.
  public func heldBackPages() throws(LMDBError) -> HeldBackPages? {
    let reading = try readerTable().filter { $0.transaction != nil }
    guard let oldest = reading.min(by: { ($0.transaction ?? 0) < ($1.transaction ?? 0) }),
      let since = oldest.transaction
    else { return nil }
    return try read { transaction throws(LMDBError) -> HeldBackPages? in
      var information = unsafe MDB_envinfo()
      var statistics = MDB_stat()
      // Both only fill the structs; the open transaction keeps the map in place.
      try LMDBError.check(unsafe mdb_env_info(handle, &information))
      try LMDBError.check(unsafe mdb_env_stat(handle, &statistics))
      let behind = unsafe information.me_last_txnid - since
      guard behind > 0 else { return nil }
      let pages = try countFreePages(in: transaction, since: since)
      return HeldBackPages(
        reader: oldest, behind: behind, pages: pages, bytes: pages * Int(statistics.ms_psize))
    }
  }

  /// How many pages were given up by the transaction `since` and later ones.
  ///
  /// - Complexity: O(*c*), *c* being the commits since then.
  /// - Precondition: this thread is in no transaction of this environment.
  public func freePages(since: Int) throws(LMDBError) -> Int {
    try read { transaction throws(LMDBError) in
      try countFreePages(in: transaction, since: since)
    }
  }

  /// The sum of LMDB's lists of free pages, from the transaction `since` on.
  ///
  /// Table 0 maps a transaction to the pages it gave up: their count, then their numbers, each
  /// one machine word (`mdb_stat -f` reads it the same way).
  func countFreePages(
    in transaction: borrowing ReadTransaction, since: Int = 0
  ) throws(LMDBError) -> Int {
    let table = Table(name: "free pages", identifier: 0, environment: number)
    var cursor = try transaction.cursor(over: table)
    var pages = 0
    // The keys are machine words as they lie in memory, zero is before all of them; the array
    // outlives the call that reads it.
    let first = unsafe withUnsafeBytes(of: since) { unsafe Array($0) }
    var entry = try unsafe cursor.seek(atOrAfter: first.span.bytes)
    while let list = entry?.value {
      guard list.byteCount >= MemoryLayout<Int>.size else { throw .corrupted }
      // Any bits are an Int, and the size was checked.
      pages &+= unsafe list.unsafeLoadUnaligned(as: Int.self)
      entry = try cursor.next()
    }
    return pages
  }

  /// The reader table.
  ///
  /// - Precondition: this thread is in no transaction of this environment.
  func readerTable() throws(LMDBError) -> [EnvironmentInformation.Reader] {
    try gate.withTransaction { () throws(LMDBError) in
      try checkMap()
      return readers()
    }
  }

  /// The reader table, which LMDB gives as lines of text; call it inside the gate.
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
