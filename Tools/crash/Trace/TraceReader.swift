import Foundation

/// Reads the trace of the preload library; `struct record` in `trace.h` is its layout.
struct TraceReader {
  private let bytes: [UInt8]
  private var offset = 0

  static func calls(at path: String) throws -> [TraceCall] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CrashError("\(path): there is no trace: was the child started with the library?")
    }
    var reader = TraceReader(bytes: Array(data))
    var calls: [TraceCall] = []
    while reader.offset < reader.bytes.count { calls.append(try reader.next()) }
    return calls
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func next() throws -> TraceCall {
    guard bytes.count - offset >= 32 else { throw CrashError("the trace ends in a record") }
    let kind = bytes[offset]
    let isSynced = bytes[offset + 1] != 0
    let (pathLength, otherLength) = (number(2, 2), number(4, 2))
    let (file, error) = (number(8, 4), number(12, 4))
    let (place, length) = (number(16, 8), number(24, 8))
    offset += 32
    guard bytes.count - offset >= pathLength + otherLength + length else {
      throw CrashError("the trace ends in a record")
    }
    let path = text(pathLength)
    let other = text(otherLength)
    switch kind {
    case 1: return .created(file: file, path: path)
    case 2: return .opened(file: file, path: path)
    case 3:
      let bytes = take(length)
      return error == 0
        ? .written(file: file, offset: place, bytes: bytes, isSynced: isSynced)
        : .writeNotSynced(file: file, offset: place, bytes: bytes)
    case 4: return .cut(file: file, size: place)
    case 5: return error == 0 ? .synced(file: file) : .syncFailed(file: file)
    case 6: return .renamed(path: path, to: other)
    case 7, 9: return .removed(path: path)
    case 8: return .folderMade(path: path)
    case 10: return error == 0 ? .folderSynced(path: path) : .syncFailed(file: 0)
    case 11: return .linked(path: path, to: other)
    case 12: return .noted(text(length).trimmingCharacters(in: .newlines))
    default: return .unknown("\(other) of \(path)")
    }
  }

  private func number(_ place: Int, _ count: Int) -> Int {
    (0..<count).reversed().reduce(0) { $0 << 8 | Int(bytes[offset + place + $1]) }
  }

  private mutating func take(_ count: Int) -> [UInt8] {
    defer { offset += count }
    return Array(bytes[offset..<offset + count])
  }

  private mutating func text(_ count: Int) -> String {
    String(decoding: take(count), as: UTF8.self)
  }
}
