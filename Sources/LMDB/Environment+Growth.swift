internal import CLMDB
internal import Foundation
internal import Synchronization

extension Environment {
  /// The size of the map, in bytes; call it inside the gate.
  var mapSize: Int {
    get throws(LMDBError) {
      try checkMap()
      var information = unsafe MDB_envinfo()
      // Fills the struct from the handle and the mapped meta pages; the gate keeps them mapped.
      try LMDBError.check(unsafe mdb_env_info(handle, &information))
      return unsafe information.me_mapsize
    }
  }

  /// Doubles the map, unless it has grown since it had `size` bytes.
  ///
  /// Doubling keeps the number of runs of a write body logarithmic in what it writes; address
  /// space costs nothing until the pages are written.
  func growMap(from size: Int) throws(LMDBError) {
    try gate.withoutTransactions { () throws(LMDBError) in
      let current = try mapSize
      // A reader may have taken over a larger one meanwhile.
      guard current == size else { return }
      let (doubled, overflow) = current.multipliedReportingOverflow(by: 2)
      guard !overflow else { throw .outOfMemory }
      try resizeMap(to: doubled)
    }
  }

  /// Makes the map hold all that another process has written.
  func adoptMapSize() throws(LMDBError) {
    try gate.withoutTransactions { () throws(LMDBError) in
      try checkMap()
      var information = unsafe MDB_envinfo()
      var statistics = MDB_stat()
      // Fill the structs from the handle and the meta pages, which stay mapped: the gate is shut.
      try LMDBError.check(unsafe mdb_env_info(handle, &information))
      try LMDBError.check(unsafe mdb_env_stat(handle, &statistics))
      // By what the pages take, not by the size that the other process noted in the meta page:
      // that number is guarded by nothing.
      let (used, overflow) = unsafe (information.me_last_pgno + 1)
        .multipliedReportingOverflow(by: Int(statistics.ms_psize))
      guard !overflow, used < Int.max / 4 else { throw .corrupted }
      var size = unsafe information.me_mapsize
      while size < used { size *= 2 }
      try resizeMap(to: size)
    }
  }

  /// Maps the file anew; the gate must be closed.
  private func resizeMap(to size: Int) throws(LMDBError) {
    try checkMap()
    try probeAddressSpace(for: size)
    // No transaction of this process is open (the gate), as lmdb.h demands.
    let code = unsafe mdb_env_set_mapsize(handle, size)
    guard code != MDB_SUCCESS else { return }
    // LMDB has given up the old map before it asked for the new one: every later access would
    // fault.
    lostMap.withLock { $0 = LMDBError(rawValue: code) }
    throw LMDBError(rawValue: code)
  }

  /// Throws when the map was lost while resizing, or the handle is closed.
  func checkMap() throws(LMDBError) {
    if let error = lostMap.withLock({ $0 }) { throw error }
    if recovery.withLock({ $0.closed != nil }) { throw .panic }
  }

  /// Asks for the address space first, since LMDB can't go back when it isn't granted.
  private func probeAddressSpace(for size: Int) throws(LMDBError) {
    let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
    // A mapping of nothing, which nobody else knows of, given back at once.
    let probe = unsafe mmap(nil, size, PROT_NONE, flags, -1, 0)
    guard let probe = unsafe probe, unsafe probe != MAP_FAILED else { throw .outOfMemory }
    unsafe munmap(probe, size)
  }

  /// `error`, or the full disk that is behind it.
  ///
  /// LMDB reports a write that was cut short as `EIO`, and the usual reason is the disk.
  func explained(_ error: LMDBError, at place: String? = nil) -> LMDBError {
    guard error == .inputOutput else { return error }
    var status = statvfs()
    guard unsafe statvfs(place ?? path, &status) == 0 else { return error }
    let free = UInt64(status.f_bavail) * UInt64(status.f_frsize)
    return free < 1 << 16 ? .noSpace : error
  }
}
