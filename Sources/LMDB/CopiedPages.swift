internal import Foundation

/// The pages of a compacted copy as they come, made to depend on nothing but the data.
///
/// LMDB leaves in the room between a page's nodes what its buffer held before, and notes the size
/// of the map that it copied from. Both are zeroed or replaced: a copy of a copy has the same
/// bytes, and nothing that was deleted comes along.
struct CopiedPages {
  /// A piece of whole pages, to be written.
  private(set) var cleaned: ArraySlice<UInt8> = []
  private var buffer = [UInt8](repeating: 0, count: 1 << 20)
  private var pageSize = 0
  /// Pages of a long value that are still to come.
  private var rest: UInt64 = 0

  /// Reads the next piece; `false` at the end.
  mutating func read(from descriptor: CInt) throws(LMDBError) -> Bool {
    cleaned = []
    let count = try fill(from: descriptor)
    guard count > 0 else { return false }
    if pageSize == 0 { try begin(count) }
    // A buffer has whole pages of every size that LMDB knows.
    guard count.isMultiple(of: pageSize) else { throw .corrupted }
    for start in stride(from: 0, to: count, by: pageSize) { try clean(start) }
    cleaned = buffer[..<count]
    return true
  }

  /// Fills the buffer, but for the end.
  private mutating func fill(from descriptor: CInt) throws(LMDBError) -> Int {
    var filled = 0
    while filled < buffer.count {
      // Fills at most what is left of the buffer, during the call.
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[filled...])
        return unsafe Foundation.read(descriptor, rest.baseAddress, rest.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw LMDBError(rawValue: errno) }
      guard count > 0 else { break }
      filled += count
    }
    return filled
  }

  /// Looks at the two meta pages, with which every copy begins.
  private mutating func begin(_ count: Int) throws(LMDBError) {
    let size = Int(number(of: 4, at: 40))
    guard (512...65_536).contains(size), size.nonzeroBitCount == 1, count >= 2 * size else {
      throw .corrupted
    }
    pageSize = size
    // The size of the data in the place of the map's: opening asks for more in any case.
    let bytes = (number(of: 8, at: size + 136) &+ 1) &* UInt64(size)
    for page in 0..<2 {
      for byte in 0..<8 {
        buffer[page * size + 32 + byte] = UInt8(truncatingIfNeeded: bytes >> UInt64(8 * byte))
      }
    }
  }

  /// Zeroes the room between the nodes of the page at `start`.
  private mutating func clean(_ start: Int) throws(LMDBError) {
    guard rest == 0 else {
      rest -= 1
      return
    }
    let flags = UInt16(number(of: 2, at: start + 10))
    if flags & Page.overflow != 0 {
      rest = max(number(of: 4, at: start + 12), 1) - 1
    } else if flags & (Page.leaf | Page.branch) != 0 {
      let lower = Int(number(of: 2, at: start + 12))
      let upper = Int(number(of: 2, at: start + 14))
      guard lower >= Page.headerSize, lower <= upper, upper <= pageSize else { throw .corrupted }
      for place in start + lower..<start + upper { buffer[place] = 0 }
    }
  }

  /// The number in `count` bytes, as LMDB writes it on a little-endian machine.
  private func number(of count: Int, at place: Int) -> UInt64 {
    (0..<count).reduce(0) { $0 | UInt64(buffer[place + $1]) << UInt64(8 * $1) }
  }
}
