import Foundation
import Tarikh

/// A file that appears under its name when it is whole, or not at all.
///
/// Pipes and devices are written as they are.
final class AtomicFile {
  private let path: String
  private let temporaryPath: String?
  private let handle: FileHandle
  private var pending = Data()

  init(_ path: String) throws {
    self.path = path
    let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    temporaryPath = type == nil || type == .typeRegular ? "\(path).part-\(getpid())" : nil
    if let temporaryPath {
      _ = FileManager.default.createFile(atPath: temporaryPath, contents: nil)
    }
    guard let handle = FileHandle(forWritingAtPath: temporaryPath ?? path) else {
      throw Failure(.cannotCreate, "\(path): cannot be written there; choose another place")
    }
    self.handle = handle
  }

  /// Adds a line.
  func write(_ line: Data) throws {
    pending.append(line)
    pending.append(UInt8(ascii: "\n"))
    if pending.count > 1 << 16 { try flush() }
  }

  /// Puts the file in its place.
  func finish() throws {
    try flush()
    guard let temporaryPath else { return try handle.close() }
    try handle.synchronize()
    try handle.close()
    guard rename(temporaryPath, path) == 0 else {
      throw Failure(.cannotCreate, "\(path): \(String(cString: strerror(errno)))")
    }
    // So that the name, too, is there after a power cut.
    try FolderSync.sync(URL(filePath: path).deletingLastPathComponent())
  }

  /// Leaves nothing behind.
  func discard() {
    try? handle.close()
    if let temporaryPath { unlink(temporaryPath) }
  }

  private func flush() throws {
    do {
      try handle.write(contentsOf: pending)
    } catch {
      throw Failure(.inputOutput, "\(path): cannot be written: \(error.localizedDescription)")
    }
    pending.removeAll(keepingCapacity: true)
  }
}
