internal import Foundation
internal import Glibc

/// Makes folders, and what was made or renamed in them, last through a power cut.
///
/// Syncing a file brings its bytes to the disk, not its name: that is an entry of its folder,
/// which has to be synced too (`man 2 fsync`). LMDB never does.
public enum Folder {
  /// Brings the names of what was made, renamed or removed in the folder at `path` to the disk.
  ///
  /// A file system that knows no such thing is let be.
  public static func sync(_ path: String) throws(LMDBError) {
    try sync(path, opening: O_RDONLY | O_DIRECTORY)
  }

  /// Brings the bytes of the file at `path` to the disk.
  public static func syncFile(_ path: String) throws(LMDBError) {
    try sync(path, opening: O_RDONLY)
  }

  private static func sync(_ path: String, opening flags: CInt) throws(LMDBError) {
    // Owned here and closed on every way out.
    let descriptor = unsafe open(path, flags | O_CLOEXEC)
    guard descriptor >= 0 else { throw LMDBError(rawValue: errno) }
    defer { close(descriptor) }
    while fsync(descriptor) != 0 {
      switch errno {
      case EINTR: continue
      case EINVAL, ENOTSUP, EROFS: return
      case let code: throw LMDBError(rawValue: code)
      }
    }
  }

  /// Writes a new file, whole and on the disk, or leaves none.
  public static func write(_ bytes: [UInt8], toNewFileAt path: String) throws(LMDBError) {
    // Owned here and closed on every way out.
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(0o644))
    guard descriptor >= 0 else { throw LMDBError(rawValue: errno) }
    defer { close(descriptor) }
    do throws(LMDBError) {
      var rest = bytes[...]
      while !rest.isEmpty {
        // Lends the bytes for the one call.
        let count = unsafe rest.withUnsafeBytes { bytes in
          unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw LMDBError(rawValue: count < 0 ? errno : EIO) }
        rest = rest.dropFirst(count)
      }
      guard fsync(descriptor) == 0 else { throw LMDBError(rawValue: errno) }
    } catch {
      // Reads the path during the call.
      _ = unsafe unlink(path)
      throw error
    }
  }

  /// Gives the file a name, in the place of one that has it.
  public static func rename(_ path: String, to name: String) throws(LMDBError) {
    // Reads the paths during the call.
    guard unsafe Glibc.rename(path, name) == 0 else { throw LMDBError(rawValue: errno) }
  }

  /// Makes the folder at `path` and those above it where they are missing, and syncs the folder
  /// above each that it made.
  public static func make(at path: String, mode: UInt32 = 0o755) throws(LMDBError) {
    if isFolder(path) { return }
    let parent = parent(of: path)
    if parent != path { try make(at: parent, mode: mode) }
    // Reads the path during the call.
    guard unsafe mkdir(path, mode_t(mode)) == 0 else {
      let code = errno
      // Another process may have been first.
      if code == EEXIST, isFolder(path) { return }
      throw LMDBError(rawValue: code)
    }
    try sync(parent)
  }

  /// The folder that holds what is at `path`.
  public static func parent(of path: String) -> String {
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    let parent = trimmed[..<slash]
    return parent.isEmpty ? "/" : String(parent)
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    // Fills the one value that it is lent.
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
