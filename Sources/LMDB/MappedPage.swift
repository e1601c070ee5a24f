internal import Foundation

/// A leaf page as it lies in the map, found by a key in it.
///
/// Safe to hold for as long as the transaction that gave the key; every read is inside the page.
@safe struct MappedPage {
  private let bytes: UnsafeRawBufferPointer

  /// `nil` where pages are larger than the system's, for then the map may begin inside of one.
  init?(holding key: UnsafeRawBufferPointer, pageSize: Int) {
    guard pageSize <= Int(getpagesize()), let start = key.baseAddress else { return nil }
    let offset = Int(bitPattern: start) % pageSize
    // The map begins at a page of the system, and LMDB keeps a leaf's keys in the leaf.
    unsafe bytes = UnsafeRawBufferPointer(start: start - offset, count: pageSize)
  }

  /// Which page it is, among those that are mapped now.
  var address: UInt { unsafe UInt(bitPattern: bytes.baseAddress) }

  /// Whether the nodes that it lists take all the room that is not free, as LMDB leaves it.
  var listsAllNodes: Bool {
    let (lower, upper) = (half(at: 12), half(at: 14))
    guard UInt16(half(at: 10)) & Page.leaf != 0, lower % 2 == 0, lower >= Page.headerSize,
      lower <= upper, unsafe upper <= bytes.count
    else { return false }
    var room = unsafe bytes.count - upper
    for slot in stride(from: Page.headerSize, to: lower, by: 2) {
      let node = half(at: slot)
      guard node >= upper, unsafe node + 8 <= bytes.count else { return false }
      let isLong = UInt16(half(at: node + 4)) & Page.Node.isLong != 0
      let value = isLong ? 8 : half(at: node) | half(at: node + 2) << 16
      room -= (8 + half(at: node + 6) + value + 1) & ~1
    }
    return room == 0
  }

  private func half(at place: Int) -> Int {
    Int(unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt16.self))
  }
}
