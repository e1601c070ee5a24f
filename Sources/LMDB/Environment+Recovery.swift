internal import CLMDB
internal import Foundation
internal import Synchronization

/// What became of an environment after a meta page could not be written.
struct RecoveryState {
  /// How often the file was opened anew.
  var generation = 0
  /// Whether the file could be opened for reading only.
  var isReadOnly = false
  /// Whether the meta pages have to be written again before the next commit.
  var needsMetaPages = false
  /// Why the handle is closed and nothing can be read, until opening anew works.
  var closed: LMDBError?
}

extension Environment {
  /// Opens the file anew, unless that has happened since it had `generation`.
  ///
  /// Once a meta page could not be written, LMDB refuses every transaction, reads too, for as long
  /// as the handle lives (`MDB_FATAL_ERROR` in mdb.c). The file itself is whole: the other meta
  /// page leads to the last commit.
  func recover(from generation: Int) throws(LMDBError) {
    try gate.withoutTransactions { () throws(LMDBError) in
      guard recovery.withLock({ $0.generation }) == generation else { return }
      do throws(LMDBError) {
        let isClosed = recovery.withLock { $0.closed != nil }
        // No transaction of this process is open (the gate), and none can begin meanwhile.
        let opened = unsafe try OpenEnvironments.reopen(isClosed ? nil : handle, file) {
          () throws(LMDBError) in
          recovery.withLock { $0.closed = .panic }
          return unsafe try openAnew()
        }
        unsafe replaceHandle(with: opened)
        try reopenTables()
      } catch {
        recovery.withLock { if $0.closed != nil { $0.closed = error } }
        throw error
      }
    }
  }

  /// For writing if the file system allows it, else for reading: a failing device is often made
  /// read-only by the system.
  private func openAnew() throws(LMDBError) -> OpaquePointer {
    var options = options
    do throws(LMDBError) {
      recovery.withLock { $0.isReadOnly = false }
      return unsafe try Self.openHandle(at: path, options: options)
    } catch {
      guard error == .readOnlyFileSystem, options.access == .readWrite else { throw error }
      options.access = .readOnly
      recovery.withLock { $0.isReadOnly = true }
      return unsafe try Self.openHandle(at: path, options: options)
    }
  }

  private func replaceHandle(with opened: OpaquePointer) {
    unsafe handle = opened
    recovery.withLock { state in
      state.generation += 1
      state.closed = nil
      state.needsMetaPages = options.access == .readWrite
    }
  }

  /// LMDB numbers tables in the order of their opening: the same order gives the same numbers,
  /// which callers hold.
  private func reopenTables() throws(LMDBError) {
    let names = tables.values.sorted { $0.identifier < $1.identifier }.map(\.name)
    // Only looks: the tables are there, and the file may be open for reading only.
    var options = options
    options.access = .readOnly
    let opened = unsafe try Self.openTables(names, of: handle, options: options, number: number)
    guard opened.allSatisfy({ tables[$0.key]?.identifier == $0.value.identifier }) else {
      throw .badTable
    }
  }

  /// Writes the meta pages once more, as the system shows them, if they may not be on the disk.
  ///
  /// A page whose write failed counts as written for Linux: a later sync would pass it over, and
  /// an append that is tried again, and found, would be acknowledged without being on the disk.
  func settleMetaPages() throws(LMDBError) {
    if recovery.withLock({ $0.isReadOnly }) { throw .panic }
    guard recovery.withLock({ $0.needsMetaPages }) else { return }
    var begun: OpaquePointer?
    // Keeps writers of other processes out while the pages are read and written; changes nothing.
    try LMDBError.check(unsafe mdb_txn_begin(handle, nil, 0, &begun))
    defer { if let begun = unsafe begun { unsafe mdb_txn_abort(begun) } }
    var statistics = MDB_stat()
    var descriptor: CInt = -1
    // Both only fill what they are lent.
    try LMDBError.check(unsafe mdb_env_stat(handle, &statistics))
    try LMDBError.check(unsafe mdb_env_get_fd(handle, &descriptor))
    var pages = [UInt8](repeating: 0, count: 2 * Int(statistics.ms_psize))
    // The array's own memory and count, during each call.
    let (read, written) = unsafe pages.withUnsafeMutableBytes { bytes in
      let read = unsafe pread(descriptor, bytes.baseAddress, bytes.count, 0)
      guard read == bytes.count else { return (read, 0) }
      return (read, unsafe pwrite(descriptor, bytes.baseAddress, bytes.count, 0))
    }
    guard read == pages.count, written == pages.count, fsync(descriptor) == 0 else {
      throw read < 0 || written < 0 ? LMDBError(rawValue: errno) : .inputOutput
    }
    recovery.withLock { $0.needsMetaPages = false }
  }

  /// Throws when the data file is no longer what lies at its path.
  ///
  /// What is committed to a file that was removed is lost with the last process that has it open.
  /// - Throws: ``LMDBError/noSuchFile`` or ``LMDBError/fileReplaced``.
  public func checkFile() throws(LMDBError) {
    var found = clmdb_file()
    // Only fills the struct that it is lent.
    let code = unsafe clmdb_file_at("\(path)/data.mdb", &found)
    guard code == 0 else { throw LMDBError(rawValue: code) }
    guard file.isSame(as: found) else { throw .fileReplaced }
  }
}
