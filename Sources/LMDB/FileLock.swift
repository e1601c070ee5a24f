internal import Foundation

/// A lock on a file, held by one process at a time and never waited for.
///
/// LMDB's own writer lock makes a second writer wait, however long; with this lock around it a
/// program learns at once that another one is at work. The system gives the lock up when its
/// holder ends, however it ends.
///
/// - Important: Lock a file of your own. Opening one of LMDB's files would break LMDB's locks.
public struct FileLock: ~Copyable, Sendable {
  private let descriptor: CInt

  /// Takes the lock on the file at `path`, which is made if it is missing; `nil` when another
  /// holder has it, be it in this process or another.
  ///
  /// The file then names its holder, for ``holder(at:)``.
  ///
  /// - Throws: what the system says when the file can't be opened or locked.
  public static func acquire(at path: String, fileMode: UInt32) throws(LMDBError) -> FileLock? {
    // The variadic call gets the mode that `O_CREAT` asks for; the descriptor is owned here.
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, mode_t(fileMode))
    guard descriptor >= 0 else { throw LMDBError(rawValue: errno) }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      if code == EINTR { continue }
      close(descriptor)
      if code == EWOULDBLOCK { return nil }
      throw LMDBError(rawValue: code)
    }
    let lock = FileLock(descriptor: descriptor)
    lock.nameHolder()
    return lock
  }

  /// The process that last took the lock at `path`, if the file says so.
  ///
  /// For messages only: it may have ended since.
  public static func holder(at path: String) -> Int32? {
    guard let contents = FileManager.default.contents(atPath: path), contents.count < 32
    else { return nil }
    return Int32(String(decoding: contents, as: UTF8.self).filter { $0 != "\n" })
  }

  private init(descriptor: CInt) { self.descriptor = descriptor }

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
