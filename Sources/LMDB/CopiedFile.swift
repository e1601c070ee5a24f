internal import Foundation

/// The file that a copy goes into.
final class CopiedFile {
  private let path: String
  private let descriptor: CInt
  private(set) var bytes: UInt64 = 0
  private var unsynced = 0

  /// So that progress tells of the disk, not of the system's memory.
  private static let bytesBetweenSyncs = 64 << 20

  init(at path: String, fileMode: UInt32) throws(LMDBError) {
    self.path = path
    // The variadic call gets the mode that `O_CREAT` asks for; the descriptor is owned here.
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(fileMode))
    guard descriptor >= 0 else { throw LMDBError(rawValue: errno) }
  }

  /// Writes everything that `source` gives.
  func fill(from source: CopySource, progress: (UInt64) throws -> Void) throws {
    var pages = CopiedPages()
    while try pages.read(from: source.descriptor) {
      try write(pages.cleaned)
      bytes += UInt64(pages.cleaned.count)
      try progress(bytes)
    }
  }

  private func write(_ piece: ArraySlice<UInt8>) throws(LMDBError) {
    var rest = piece
    while !rest.isEmpty {
      // Reads at most the slice's own count, during the call.
      let count = unsafe rest.withUnsafeBytes { bytes in
        unsafe Foundation.write(descriptor, bytes.baseAddress, bytes.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw count < 0 ? LMDBError(rawValue: errno) : .noSpace }
      rest = rest.dropFirst(count)
    }
    unsynced += piece.count
    if unsynced >= Self.bytesBetweenSyncs { try sync() }
  }

  private func sync() throws(LMDBError) {
    while fsync(descriptor) != 0 {
      guard errno == EINTR else { throw LMDBError(rawValue: errno) }
    }
    unsynced = 0
  }

  func finish() throws(LMDBError) {
    try sync()
    try Folder.sync(Folder.parent(of: path))
  }

  // Reads the path during the call.
  func discard() { _ = unsafe unlink(path) }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
