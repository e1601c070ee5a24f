internal import Foundation

/// A lock on a file: held by one alone, or shared by many.
///
/// LMDB's own writer lock makes a second writer wait, however long; with this lock around it a
/// program learns at once that another one is at work. The system gives the lock up when its
/// holder ends, however it ends.
///
/// - Important: Lock a file of your own. Opening one of LMDB's files would break LMDB's locks.
public struct FileLock: ~Copyable, Sendable {
  private let descriptor: CInt

  /// Takes the lock on the file at `path` alone; `nil` when another holder has it, be it in this
  /// process or another.
  ///
  /// The file is made if it is missing, and then names its holder, for ``holder(at:)``.
  ///
  /// - Throws: what the system says when the file can't be opened or locked.
  public static func acquire(at path: String, fileMode: UInt32) throws(LMDBError) -> FileLock? {
    let lock = FileLock(descriptor: try open(path, O_RDWR | O_CREAT, fileMode))
    guard try LockFile.lock(lock.descriptor, LOCK_EX) else { return nil }
    LockFile.nameHolder(in: lock.descriptor)
    return lock
  }

  /// Takes a share of the lock; `nil` while somebody has it alone.
  ///
  /// The right to read the file is enough where it is there. With `fileMode` it is made where it
  /// is missing and may be made.
  ///
  /// - Throws: ``LMDBError/noSuchFile`` where it is missing, ``LMDBError/accessDenied`` where it
  ///   can't be read or made, and what else the system says.
  public static func share(at path: String, fileMode: UInt32?) throws(LMDBError) -> FileLock? {
    let lock = FileLock(descriptor: try openForSharing(path, fileMode))
    guard try LockFile.lock(lock.descriptor, LOCK_SH) else { return nil }
    return lock
  }

  private static func openForSharing(
    _ path: String, _ fileMode: UInt32?
  ) throws(LMDBError) -> CInt {
    do throws(LMDBError) { return try open(path, O_RDONLY, 0) } catch {
      guard error == .noSuchFile, let fileMode else { throw error }
      return try open(path, O_RDWR | O_CREAT, fileMode)
    }
  }

  static func open(
    _ path: String, _ flags: CInt, _ fileMode: UInt32
  ) throws(LMDBError) -> CInt {
    // The variadic call gets the mode that `O_CREAT` asks for; the caller owns the descriptor.
    let descriptor = unsafe Foundation.open(path, flags | O_CLOEXEC, mode_t(fileMode))
    guard descriptor >= 0 else { throw LMDBError(rawValue: errno) }
    return descriptor
  }

  /// The process that last took the lock at `path` alone, if the file says so.
  ///
  /// For messages only: it may have ended since.
  public static func holder(at path: String) -> Int32? {
    guard let contents = FileManager.default.contents(atPath: path), contents.count < 32
    else { return nil }
    return Int32(String(decoding: contents, as: UTF8.self).filter { $0 != "\n" })
  }

  init(descriptor: CInt) { self.descriptor = descriptor }

  // The file stays: removing it would let two holders lock two files.
  deinit { close(descriptor) }
}
