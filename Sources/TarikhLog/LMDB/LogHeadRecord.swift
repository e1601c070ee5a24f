internal import LMDB
internal import TarikhModel

/// The head of the log as it is stored: position, number of streams, root, then the roots of the
/// complete subtrees.
///
/// Numbers take eight bytes, digests thirty-two. The root is computed again from the subtrees at
/// every reading, which proves the bytes; the number of streams, which it does not cover, is
/// stored twice.
struct LogHeadRecord: Hashable {
  var tree: MerkleFrontier
  var streams: UInt64

  var position: UInt64 { tree.size }

  private static let headByteCount = 56

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.headByteCount + Digest.byteCount * tree.subtrees.count)
    for number in [tree.size, streams, ~streams] { bytes.append(little: number.byteSwapped) }
    bytes += tree.root.bytes
    for subtree in tree.subtrees { bytes += subtree.bytes }
    return bytes
  }

  init(tree: MerkleFrontier, streams: UInt64) {
    self.tree = tree
    self.streams = streams
  }

  /// The head that these bytes are; `nil` unless its root is the one of its subtrees.
  init?(_ bytes: RawSpan) {
    guard let size: UInt64 = bytes.little(at: 0), let streams: UInt64 = bytes.little(at: 8),
      let check: UInt64 = bytes.little(at: 16), check == ~streams
    else { return nil }
    let roots = bytes.copied.dropFirst(24)
    guard roots.count >= Digest.byteCount, roots.count.isMultiple(of: Digest.byteCount) else {
      return nil
    }
    let digests = stride(from: roots.startIndex, to: roots.endIndex, by: Digest.byteCount)
      .compactMap { Digest(bytes: roots[$0..<$0 + Digest.byteCount]) }
    guard let tree = MerkleFrontier(size: size.byteSwapped, subtrees: Array(digests.dropFirst())),
      tree.root == digests.first
    else { return nil }
    self.tree = tree
    self.streams = streams.byteSwapped
  }

  /// The tree of a head of layout 1: position, root, subtrees.
  static func treeOfLayout1(_ bytes: RawSpan) -> MerkleFrontier? {
    let bytes = bytes.copied
    guard bytes.count >= 40, (bytes.count - 40).isMultiple(of: Digest.byteCount) else {
      return nil
    }
    let size = bytes[..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let subtrees = stride(from: 40, to: bytes.count, by: Digest.byteCount).compactMap {
      Digest(bytes: bytes[$0..<$0 + Digest.byteCount])
    }
    guard let tree = MerkleFrontier(size: size, subtrees: subtrees),
      tree.root == Digest(bytes: bytes[8..<40])
    else { return nil }
    return tree
  }
}
