internal import CLMDB
internal import Foundation

extension Environment {
  /// Overwrites with zeros every byte of the data file that holds nothing current, so that what
  /// was deleted before is in the file no longer.
  ///
  /// LMDB only forgets: a deleted entry stays in the page that it was copied from, in the room
  /// between the nodes of pages (also of unrelated ones, since LMDB builds pages in buffers that
  /// it uses again), behind the ends of long values, and behind the last page.
  ///
  /// Nobody is disturbed. Only bytes that no snapshot uses are written, and each of them is
  /// unused for good until a transaction takes its page again, which the writer lock prevents:
  ///
  /// - Two commits come first, so that both meta pages lead to snapshots that lack what was
  ///   deleted before the call; they are brought to the disk before the first byte is zeroed.
  ///   A crash at any moment leaves a file that opens at one of the two.
  /// - Readers at these snapshots use their nodes and values, never the room between them. A page
  ///   that LMDB takes again is written whole, without being read.
  /// - Readers at an older snapshot pin the pages that were given up since. The scrub waits for
  ///   them at most for `patience`, then leaves these pages and says who reads.
  /// - A write that is torn by a power cut has the same live bytes before and after.
  ///
  /// An environment that goes on writing keeps old pages in its memory as buffers; close it, or
  /// scrub again later. Copies elsewhere, by file systems and devices too, are out of reach.
  ///
  /// - Parameter progress: is told how many pages were looked at, of how many.
  /// - Complexity: O(*n*) in the bytes of the file; memory of one bit a page.
  /// - Precondition: this thread is in no transaction of this environment.
  /// - Throws: ``LMDBError/corrupted`` for a damaged file, of which nothing is touched;
  ///   ``LMDBError/accessDenied`` when it was opened read-only.
  public func scrub(
    patience: Duration, progress: (_ done: UInt64, _ of: UInt64) -> Void
  ) throws(LMDBError) -> ScrubReport {
    guard options.access == .readWrite else { throw .accessDenied }
    for _ in 1...2 { try commitUnchanged() }
    if options.durability == .unsafeNoSync { try sync() }
    try clearStaleReaders()
    try awaitReaders(patience)
    return try write { transaction throws(LMDBError) in
      // Held, not used: a transaction that changes nothing commits nothing.
      let last = unsafe UInt64(mdb_txn_id(transaction.reference.handle)) - 1
      var statistics = MDB_stat()
      var descriptor: CInt = -1
      // Both only fill what they are lent.
      try LMDBError.check(unsafe mdb_env_stat(handle, &statistics))
      try LMDBError.check(unsafe mdb_env_get_fd(handle, &descriptor))
      do throws(PageCheckFailure) {
        return try Scrub.run(
          on: descriptor, pageSize: Int(statistics.ms_psize), last: last,
          readers: readers(before: last - 1), progress)
      } catch {
        switch error {
        case .damaged: throw .corrupted
        case .unreadable(let error): throw explained(error)
        }
      }
    }
  }

  /// Commits a transaction that writes pages and changes nothing.
  private func commitUnchanged() throws(LMDBError) {
    // The table of tables, which is always there. No table's name has a zero in it.
    let main = Table(name: "tables", identifier: 1, environment: number)
    let key: [UInt8] = [0]
    try write { transaction throws(LMDBError) in
      // Marked unsafe for padding in general; bytes have none.
      try transaction.put(
        unsafe key.span.bytes, forKey: unsafe key.span.bytes, in: main, .inserting)
      try transaction.delete(key: unsafe key.span.bytes, in: main)
    }
  }

  /// Waits until no snapshot is read that is older than the two last ones, or patience is over.
  private func awaitReaders(_ patience: Duration) throws(LMDBError) {
    let deadline = ContinuousClock.now + patience
    let last = try read { transaction throws(LMDBError) in
      unsafe UInt64(mdb_txn_id(transaction.reference.handle))
    }
    while !readers(before: last - 1).isEmpty, ContinuousClock.now < deadline {
      Thread.sleep(forTimeInterval: 0.01)
    }
  }

  /// Who reads a snapshot older than `transaction`.
  private func readers(before transaction: UInt64) -> [EnvironmentInformation.Reader] {
    readers().filter { reader in reader.transaction.map { $0 < transaction } ?? false }
  }
}
