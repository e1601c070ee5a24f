import Foundation

/// A file system of a few megabytes, unmounted when it is no longer used.
final class SmallDisk {
  private let path: String

  /// Whether this machine lets us mount one.
  static let isPossible: Bool = {
    guard getuid() == 0 else { return false }
    let place = FileManager.default.temporaryDirectory.appending(path: "mount-\(UUID().uuidString)")
    return (try? SmallDisk(megabytes: 1, at: place)) != nil
  }()

  init(megabytes: Int, at url: URL) throws {
    path = url.path
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    guard mount("tmpfs", path, "tmpfs", 0, "size=\(megabytes)m") == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EPERM)
    }
  }

  /// Nothing can be written from here on.
  func makeReadOnly() throws {
    guard mount("tmpfs", path, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), nil) == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EPERM)
    }
  }

  deinit { umount2(path, 2) }
}
