internal import Foundation

/// A file that is locked and unlocked again and again, and stays open in between.
///
/// Who writes a small commit would spend as long on opening a lock's file each time as on the
/// commit's own work. It excludes every ``FileLock`` on the file, and every other `LockFile`.
public struct LockFile: ~Copyable, Sendable {
  private let descriptor: CInt

  /// Opens the file at `path`, which is made if it is missing; takes no lock.
  ///
  /// - Throws: what the system says when the file can't be opened.
  public init(at path: String, fileMode: UInt32) throws(LMDBError) {
    descriptor = try FileLock.open(path, O_RDWR | O_CREAT, fileMode)
  }

  /// Takes the lock alone; `false` when another holder has it, be it in this process or another.
  ///
  /// The file then names this process, for ``FileLock/holder(at:)``, if `namingHolder`.
  ///
  /// - Throws: what the system says when the file can't be locked.
  public func lock(namingHolder: Bool) throws(LMDBError) -> Bool {
    guard try LockFile.lock(descriptor, LOCK_EX) else { return false }
    if namingHolder { LockFile.nameHolder(in: descriptor) }
    return true
  }

  /// Gives the lock up, if it is held.
  public func unlock() { _ = flock(descriptor, LOCK_UN) }

  /// Whether the lock was got.
  static func lock(_ descriptor: CInt, _ kind: CInt) throws(LMDBError) -> Bool {
    while flock(descriptor, kind | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK: return false
      default: throw LMDBError(rawValue: errno)
      }
    }
    return true
  }

  /// Writes this process's number into the file, unless it is there already: emptying a file
  /// makes ext4 write at once, which a commit would wait for.
  ///
  /// A full disk costs only the better message.
  static func nameHolder(in descriptor: CInt) {
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
