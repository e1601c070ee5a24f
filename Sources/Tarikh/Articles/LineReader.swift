internal import Foundation

/// The lines of a file, read a piece at a time: a corpus need not fit into memory.
struct LineReader {
  /// A line, or that it was longer than `limit` and was passed over.
  enum Line {
    case line(Data)
    case tooLong(bytes: Int)
  }

  private let file: FileHandle
  private let limit: Int
  private var buffer: Data
  private var isAtEnd = false
  /// 1 for the first line.
  private(set) var number = 0

  /// - Parameter head: bytes of the file that were read already.
  init(_ file: FileHandle, limit: Int, head: Data) {
    self.file = file
    self.limit = limit
    buffer = head
  }

  /// The next line without its line end; `nil` after the last.
  mutating func next() throws -> Line? {
    var dropped = 0
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        return take(buffer[buffer.startIndex..<end], dropped: dropped, through: end + 1)
      }
      if isAtEnd {
        guard !buffer.isEmpty || dropped > 0 else { return nil }
        return take(buffer[...], dropped: dropped, through: buffer.endIndex)
      }
      if buffer.count > limit {
        dropped += buffer.count
        buffer.removeAll()
      }
      let piece = try file.read(upToCount: 1 << 20) ?? Data()
      isAtEnd = piece.isEmpty
      buffer.append(piece)
    }
  }

  private mutating func take(_ slice: Data, dropped: Int, through end: Data.Index) -> Line {
    number += 1
    let bytes = slice.last == UInt8(ascii: "\r") ? slice.dropLast() : slice
    let line: Line =
      dropped + bytes.count > limit ? .tooLong(bytes: dropped + bytes.count) : .line(Data(bytes))
    buffer = Data(buffer[end...])
    return line
  }
}
