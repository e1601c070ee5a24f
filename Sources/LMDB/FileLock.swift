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
    let descriptor = try open(path, O_RDWR | O_CREAT, fileMode)
    guard try lock(descriptor, LOCK_EX) else { return nil }
    let lock = FileLock(descriptor: descriptor)
    lock.nameHolder()
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
    let descriptor = try openForSharing(path, fileMode)
    guard try lock(descriptor, LOCK_SH) else { return nil }
    return FileLock(descriptor: descriptor)
  }

  private static func openForSharing(
    _ path: String, _ fileMode: UInt32?
  ) throws(LMDBError) -> CInt {
    do throws(LMDBError) { return try open(path, O_RDONLY, 0) } catch {
      guard error == .noSuchFile, let fileMode else { throw error }
      return try open(path, O_RDWR | O_CREAT, fileMode)
    }
  }

  private static func open(
    _ path: String, _ flags: CInt, _ fileMode: UInt32
  ) throws(LMDBError) -> CInt {
    // The variadic call gets the mode that `O_CREAT` asks for; the caller owns the descriptor.
    let descriptor = unsafe Foundation.open(path, flags | O_CLOEXEC, mode_t(fileMode))
    guard descriptor >= 0 else { throw LMDBError(rawValue: errno) }
    return descriptor
  }

  /// Whether the lock was got; the descriptor is closed otherwise.
  private static func lock(_ descriptor: CInt, _ kind: CInt) throws(LMDBError) -> Bool {
    while flock(descriptor, kind | LOCK_NB) != 0 {
      let code = errno
      if code == EINTR { continue }
      close(descriptor)
      if code == EWOULDBLOCK { return false }
      throw LMDBError(rawValue: code)
    }
    return true
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

  /// Writes this process's number into the file, unless it is there already: emptying a file
  /// makes ext4 write at once, which a commit would wait for.
  ///
  /// A full disk costs only the better message.
  private func nameHolder() {
    let text = Array("\(getpid())\n".utf8)
    var present = [UInt8](repeating: 0, count: text.count + 1)
    // Both pointers are used only during the calls, for the arrays' own counts.
    let count = unsafe present.withUnsafeMutableBytes { bytes in
      unsafe pread(descriptor, bytes.baseAddress, bytes.count, 0)
    }
    if count == text.count, present.starts(with: text) { return }
    guard ftruncate(descriptor, 0) == 0 else { return }
    _ = unsafe text.withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  // The file stays: removing it would let two holders lock two files.
  deinit { close(descriptor) }
}
