internal import CLMDB
internal import Foundation

/// The data files that this process has open, so that none is opened twice.
///
/// lmdb.h: "Do not have open an LMDB database twice in the same process at the same time. Not
/// even from a plain open() call – close()ing it breaks flock() advisory locking." Closing the
/// second handle would give up the locks of the first.
enum OpenEnvironments {
  /// A file, whatever path led to it; no other can get its number while it is open.
  struct File: Hashable, Sendable {
    private let device: UInt64
    private let number: UInt64

    fileprivate init(_ file: clmdb_file) {
      device = file.device
      number = file.number
    }

    /// Whether `other` is this file.
    func isSame(as other: clmdb_file) -> Bool { self == File(other) }
  }

  private static let lock = NSLock()
  // Every access is between `lock.lock()` and `lock.unlock()`.
  private nonisolated(unsafe) static var files: Set<File> = []

  /// Opens the environment at `path` with `open`, unless this process has it open.
  ///
  /// One opening at a time: two that both make the file would not see each other.
  static func open(
    at path: String, _ open: () throws(LMDBError) -> OpaquePointer
  ) throws(LMDBError) -> (handle: OpaquePointer, file: File) {
    lock.lock()
    defer { lock.unlock() }
    var found = clmdb_file()
    // Both `clmdb_` calls only fill the struct that they are lent.
    if unsafe clmdb_file_at("\(path)/data.mdb", &found) == 0, unsafe files.contains(File(found)) {
      throw .alreadyOpen
    }
    let handle = unsafe try open()
    do throws(LMDBError) {
      var descriptor: CInt = -1
      try LMDBError.check(unsafe mdb_env_get_fd(handle, &descriptor))
      try LMDBError.check(unsafe clmdb_file_of(descriptor, &found))
    } catch {
      unsafe mdb_env_close(handle)
      throw error
    }
    let file = File(found)
    unsafe files.insert(file)
    return unsafe (handle, file)
  }

  /// Closes the environment, unless it is closed already; no transaction of it may be open.
  static func close(_ handle: OpaquePointer?, _ file: File) {
    lock.lock()
    defer { lock.unlock() }
    if let handle = unsafe handle { unsafe mdb_env_close(handle) }
    unsafe files.remove(file)
  }

  /// Closes the environment, unless it is closed already, and opens the same file with `open`.
  ///
  /// No transaction of it may be open. Nobody else can open the file in between.
  static func reopen(
    _ handle: OpaquePointer?, _ file: File, _ open: () throws(LMDBError) -> OpaquePointer
  ) throws(LMDBError) -> OpaquePointer {
    lock.lock()
    defer { lock.unlock() }
    if let handle = unsafe handle { unsafe mdb_env_close(handle) }
    let opened = unsafe try open()
    var descriptor: CInt = -1
    var found = clmdb_file()
    do throws(LMDBError) {
      // Both only fill what they are lent.
      try LMDBError.check(unsafe mdb_env_get_fd(opened, &descriptor))
      try LMDBError.check(unsafe clmdb_file_of(descriptor, &found))
      guard file.isSame(as: found) else { throw .fileReplaced }
    } catch {
      unsafe mdb_env_close(opened)
      throw error
    }
    return unsafe opened
  }
}
