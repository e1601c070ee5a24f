import Foundation

/// Where a child says what it has begun and what was acknowledged, a line each.
///
/// Written with one call a line, so that a line is there or not, whoever kills the child. Under
/// the preload library a line stands in the trace, in order with the writes and syncs.
struct NoteFile: Sendable {
  private let descriptor: Int32

  init(at path: String) throws {
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    guard descriptor >= 0 else { throw CrashError("\(path): \(String(cString: strerror(errno)))") }
  }

  func write(_ line: String) throws {
    let bytes = Array((line + "\n").utf8)
    guard Foundation.write(descriptor, bytes, bytes.count) == bytes.count else {
      throw CrashError("a note cannot be written")
    }
  }
}

/// Why the harness itself cannot go on.
struct CrashError: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}
