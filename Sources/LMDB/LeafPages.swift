internal import CLMDB
internal import Foundation

/// Every entry that can still be found in a data file, read without LMDB, without the map and
/// without the tree.
///
/// For files that cannot be opened any more: pages of every kind, free ones included, are searched
/// for what looks like a leaf's node. Much of what it gives was deleted long ago or was never an
/// entry; only who can prove the bytes, by a checksum in them, should use it.
public final class LeafPages: Sendable {
  private let descriptor: CInt
  private let fileSize: UInt64
  /// The size of a page: as a meta page has it, or else as most pages fit.
  public let pageSize: Int

  /// Where a value lies in the file.
  public struct Place: Hashable, Sendable {
    /// The first byte.
    public let offset: UInt64
    public let byteCount: Int
  }

  /// Opens the data file at `path` for reading.
  ///
  /// - Important: Not in a process that has the environment open: closing this file would give
  ///   up LMDB's locks.
  /// - Throws: what the system says.
  public init(file path: String) throws(LMDBError) {
    // The descriptor is owned here.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw LMDBError(rawValue: errno) }
    do throws(LMDBError) {
      let size = try PageCheck.fileSize(of: descriptor)
      pageSize = try Self.pageSize(of: descriptor, size)
      fileSize = size
    } catch {
      close(descriptor)
      throw error
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// How many pages the file has, a last one that was cut short included.
  public var count: UInt64 { (fileSize + UInt64(pageSize) - 1) / UInt64(pageSize) }

  /// Runs `body` on everything in the file that looks like an entry whose key has one of these
  /// lengths and whose value lies inside the file.
  ///
  /// The same entry may come many times, in any order. `progress` is told the pages read.
  /// - Complexity: O(*n*) in the bytes of the file; memory of a page and the longest value.
  public func forEachEntry(
    keyLengths: Set<Int>, progress: (_ done: UInt64, _ of: UInt64) -> Void,
    _ body: (_ key: [UInt8], _ value: [UInt8], _ place: Place) -> Void
  ) throws(LMDBError) {
    let lengths = keyLengths.map { UInt16(clamping: $0) }
    for number in 0..<count {
      let page = Page(bytes: try bytes(at: number * UInt64(pageSize), upTo: pageSize))
      // Nodes begin at even offsets. The list of offsets is not asked: it may be what is damaged.
      var start = Page.headerSize
      while start + 8 <= page.bytes.count {
        defer { start += 2 }
        guard lengths.contains(page.half(at: start + 6)),
          let (key, place) = try entry(at: start, of: page, number: number)
        else { continue }
        let value = try bytes(at: place)
        if value.count == place.byteCount { body(key, value, place) }
      }
      if number.isMultiple(of: 256) { progress(number, count) }
    }
    progress(count, count)
  }

  /// The bytes at `place`, as many of them as there are.
  public func bytes(at place: Place) throws(LMDBError) -> [UInt8] {
    try bytes(at: place.offset, upTo: place.byteCount)
  }

  /// What the bytes of a page would be if a node began at `start`.
  private func entry(
    at start: Int, of page: Page, number: UInt64
  ) throws(LMDBError) -> ([UInt8], Place)? {
    let size = Int(page.half(at: start)) | Int(page.half(at: start + 2)) << 16
    let flags = page.half(at: start + 4)
    let keyEnd = start + 8 + Int(page.half(at: start + 6))
    guard flags <= Page.Node.isLong, keyEnd <= page.bytes.count else { return nil }
    let key = Array(page.bytes[start + 8..<keyEnd])
    guard flags == Page.Node.isLong else {
      guard keyEnd + size <= page.bytes.count else { return nil }
      return (key, Place(offset: number * UInt64(pageSize) + UInt64(keyEnd), byteCount: size))
    }
    guard keyEnd + 8 <= page.bytes.count else { return nil }
    let first = page.word(at: keyEnd)
    guard first >= 2, first < count, try isLongValue(at: first, size) else { return nil }
    let offset = first * UInt64(pageSize) + UInt64(Page.headerSize)
    return (key, Place(offset: offset, byteCount: size))
  }

  /// Whether a value of `size` bytes may begin in that page.
  ///
  /// A short one may where the page's header is damaged; of long ones most would be wrong.
  private func isLongValue(at number: UInt64, _ size: Int) throws(LMDBError) -> Bool {
    let start = number * UInt64(pageSize)
    guard start + UInt64(Page.headerSize + size) <= fileSize else { return false }
    if size <= 1 << 16 { return true }
    let head = Page(bytes: try bytes(at: start, upTo: Page.headerSize))
    return head.number == number && head.flags == Page.overflow
      && head.overflowPages * UInt64(pageSize) >= UInt64(Page.headerSize + size)
  }

  private func bytes(at offset: UInt64, upTo count: Int) throws(LMDBError) -> [UInt8] {
    try Self.bytes(of: descriptor, at: offset, upTo: count)
  }

  private static func bytes(
    of descriptor: CInt, at offset: UInt64, upTo count: Int
  ) throws(LMDBError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      // Fills at most what is left of the array, during the call.
      let read = unsafe bytes.withUnsafeMutableBytes { bytes in
        unsafe pread(
          descriptor, bytes.baseAddress.map { unsafe $0 + done }, count - done,
          off_t(offset) + off_t(done))
      }
      if read < 0, errno == EINTR { continue }
      guard read >= 0 else { throw LMDBError(rawValue: errno) }
      guard read > 0 else { break }
      done += read
    }
    bytes.removeLast(count - done)
    return bytes
  }

  /// The size of a page: what a meta page says, or the size by which most pages carry their own
  /// numbers.
  private static func pageSize(
    of descriptor: CInt, _ fileSize: UInt64
  ) throws(LMDBError) -> Int {
    let sizes = (9...16).map { 1 << $0 }
    for place in [0] + sizes {
      let page = Page(bytes: try bytes(of: descriptor, at: UInt64(place), upTo: 512))
      guard page.bytes.count == 512, page.isMeta else { continue }
      let size = Int(page.quad(at: 40))
      if sizes.contains(size) { return size }
    }
    var best = (size: 4096, share: 0.0)
    for size in sizes {
      let pages = min(fileSize / UInt64(size), 1024)
      var fitting = 0
      for number in 0..<pages where number > 1 {
        let head = Page(bytes: try bytes(of: descriptor, at: number * UInt64(size), upTo: 16))
        if head.bytes.count == 16, head.number == number { fitting += 1 }
      }
      let share = Double(fitting) / Double(max(pages, 1))
      if share > best.share { best = (size, share) }
    }
    return best.size
  }
}
