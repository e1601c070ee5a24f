internal import Foundation

/// The lines of a file, read a piece at a time: a corpus need not fit into memory.
///
/// Linear in the file, whatever the lengths of its lines: no byte is looked at twice, and the
/// rest of a piece is moved only when the next one comes.
struct LineReader {
  /// A line, or that it was longer than `limit` and was passed over.
  enum Line {
    case line(Data)
    case tooLong(bytes: Int)
  }

  private let file: FileHandle
  private let limit: Int
  private var buffer: [UInt8]
  /// Where the next line begins in `buffer`.
  private var start = 0
  /// Up to where `buffer` is known to hold no further line end.
  private var searched = 0
  private var isAtEnd = false
  /// 1 for the first line.
  private(set) var number = 0

  /// - Parameter head: bytes of the file that were read already.
  init(_ file: FileHandle, limit: Int, head: Data) {
    self.file = file
    self.limit = limit
    buffer = Array(head)
  }

  /// The next line without its line end; `nil` after the last.
  mutating func next() throws -> Line? {
    var dropped = 0
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        return take(upTo: end, dropped: dropped, next: end + 1)
      }
      searched = buffer.count
      if isAtEnd {
        guard start < buffer.count || dropped > 0 else { return nil }
        return take(upTo: buffer.count, dropped: dropped, next: buffer.count)
      }
      if buffer.count - start > limit {
        dropped += buffer.count - start
        start = buffer.count
      }
      try readPiece()
    }
  }

  private mutating func readPiece() throws {
    buffer.removeFirst(start)
    searched -= start
    start = 0
    let piece = try file.read(upToCount: 1 << 20) ?? Data()
    isAtEnd = piece.isEmpty
    buffer += piece
  }

  private mutating func take(upTo end: Int, dropped: Int, next: Int) -> Line {
    number += 1
    var bytes = buffer[start..<end]
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    let count = dropped + bytes.count
    start = next
    searched = next
    return count > limit ? .tooLong(bytes: count) : .line(Data(bytes))
  }
}
