/// The bytes of one page, read by the rules of LMDB 0.9's file format (`mdb.c`), with every
/// access inside the page.
///
/// Numbers are those of a little-endian 64-bit machine, as LMDB writes the machine's own.
struct Page {
  var bytes: [UInt8]

  static let headerSize = 16
  static let branch: UInt16 = 0x01
  static let leaf: UInt16 = 0x02
  static let overflow: UInt16 = 0x04
  static let meta: UInt16 = 0x08

  var number: UInt64 { word(at: 0) }
  var flags: UInt16 { half(at: 10) }
  /// Where the room between the list of offsets and the nodes begins and ends.
  var lower: Int { Int(half(at: 12)) }
  var upper: Int { Int(half(at: 14)) }
  /// How many pages a long value takes, if this is the first of them.
  var overflowPages: UInt64 { UInt64(quad(at: 12)) }
  var nodeCount: Int { (lower - Self.headerSize) / 2 }

  /// Whether the offsets and the room lie inside the page.
  var hasValidBounds: Bool {
    lower >= Self.headerSize && lower % 2 == 0 && lower <= upper && upper <= bytes.count
  }

  /// The node at `index`, or `nil` when it doesn't lie inside the page.
  func node(_ index: Int, isBranch: Bool) -> Node? {
    let start = Int(half(at: Self.headerSize + 2 * index))
    guard start >= upper, start + 8 <= bytes.count else { return nil }
    let keySize = Int(half(at: start + 6))
    let low = UInt64(half(at: start)) | UInt64(half(at: start + 2)) << 16
    let flags = half(at: start + 4)
    let keyEnd = start + 8 + keySize
    guard keyEnd <= bytes.count else { return nil }
    guard !isBranch else {
      let child = low | UInt64(flags) << 32
      return Node(key: start + 8..<keyEnd, data: keyEnd..<keyEnd, size: 0, flags: 0, child: child)
    }
    let isLong = flags & Node.isLong != 0
    let dataEnd = keyEnd + (isLong ? 8 : Int(low))
    guard dataEnd <= bytes.count else { return nil }
    return Node(
      key: start + 8..<keyEnd, data: keyEnd..<dataEnd, size: low, flags: flags, child: 0)
  }

  /// One entry of a leaf or branch page.
  struct Node {
    static let isLong: UInt16 = 0x01
    static let isTable: UInt16 = 0x02

    let key: Range<Int>
    let data: Range<Int>
    /// The length of the value, wherever it lies.
    let size: UInt64
    let flags: UInt16
    /// The page that a branch leads to.
    let child: UInt64

    /// What it takes of the page, a whole number of 16-bit words.
    var bytes: Int { (8 + key.count + data.count + 1) & ~1 }
  }

  func half(at place: Int) -> UInt16 {
    UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8
  }

  func quad(at place: Int) -> UInt32 {
    UInt32(half(at: place)) | UInt32(half(at: place + 2)) << 16
  }

  func word(at place: Int) -> UInt64 {
    UInt64(quad(at: place)) | UInt64(quad(at: place + 4)) << 32
  }
}

/// What LMDB records about one table: 48 bytes in a meta page or as a value.
struct TableRecord {
  static let size = 48

  let flags: UInt16
  let depth: UInt16
  let branchPages: UInt64
  let leafPages: UInt64
  let overflowPages: UInt64
  let entries: UInt64
  let root: UInt64

  init(in page: Page, at place: Int) {
    flags = page.half(at: place + 4)
    depth = page.half(at: place + 6)
    branchPages = page.word(at: place + 8)
    leafPages = page.word(at: place + 16)
    overflowPages = page.word(at: place + 24)
    entries = page.word(at: place + 32)
    root = page.word(at: place + 40)
  }

  /// The root of an empty table.
  static let noPage = UInt64.max
}
