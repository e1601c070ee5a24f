import Foundation

/// A way in which the disk fails.
struct DiskFault: Hashable, Sendable, CustomStringConvertible {
  /// Letters of the preload library: w (write), m (of the meta page), s (sync), c (create),
  /// o (open for writing), n (rename, remove).
  var classes: String
  var code: Int32
  /// `once`, `lasting`, `short` or `applied`.
  var how: String

  static let all: [DiskFault] = [
    DiskFault(classes: "wmc", code: ENOSPC, how: "once"),
    DiskFault(classes: "wmc", code: ENOSPC, how: "lasting"),
    DiskFault(classes: "w", code: ENOSPC, how: "short"),
    DiskFault(classes: "wmc", code: EDQUOT, how: "lasting"),
    DiskFault(classes: "wm", code: EIO, how: "once"),
    DiskFault(classes: "wm", code: EIO, how: "lasting"),
    DiskFault(classes: "w", code: EIO, how: "short"),
    DiskFault(classes: "m", code: EIO, how: "once"),
    DiskFault(classes: "m", code: EIO, how: "applied"),
    DiskFault(classes: "wm", code: EIO, how: "applied"),
    DiskFault(classes: "m", code: ENOSPC, how: "lasting"),
    DiskFault(classes: "s", code: EIO, how: "once"),
    DiskFault(classes: "s", code: EIO, how: "lasting"),
    DiskFault(classes: "wmsc", code: EIO, how: "lasting"),
    DiskFault(classes: "wmcon", code: EROFS, how: "lasting"),
  ]

  var description: String { "\(classes) \(String(cString: strerror(code))) \(how)" }

  /// The order to the library that lets the call number `number` fail.
  func order(_ number: Int) -> String { "!fault \(classes) \(number) \(code) \(how) -" }
}

extension NoteFile {
  /// Gives the order; tells how many calls the fault before it has let fail.
  func order(_ order: String, at path: String) throws -> Int {
    try write(order)
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    guard let answer = text.split(separator: "\n").last, answer.hasPrefix("fired "),
      let count = Int(answer.dropFirst(6))
    else { throw CrashError("the library does not answer: was it loaded?") }
    return count
  }
}
