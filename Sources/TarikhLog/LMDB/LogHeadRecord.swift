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
    guard let (tree, root) = Self.tree(of: size.byteSwapped, bytes, at: 24), tree.root == root
    else { return nil }
    self.tree = tree
    self.streams = streams.byteSwapped
  }

  /// The tree of a head of layout 1: position, root, subtrees.
  static func treeOfLayout1(_ bytes: RawSpan) -> MerkleFrontier? {
    guard let size: UInt64 = bytes.little(at: 0),
      let (tree, root) = Self.tree(of: size.byteSwapped, bytes, at: 8), tree.root == root
    else { return nil }
    return tree
  }

  /// The root that stands at `offset`, and the tree whose subtrees follow it to the end.
  private static func tree(
    of size: UInt64, _ bytes: RawSpan, at offset: Int
  ) -> (MerkleFrontier, root: Digest)? {
    let count = (bytes.byteCount - offset) / Digest.byteCount
    guard count > 0, offset + count * Digest.byteCount == bytes.byteCount,
      let root = Digest(in: bytes, at: offset)
    else { return nil }
    let subtrees = (1..<count).compactMap {
      Digest(in: bytes, at: offset + $0 * Digest.byteCount)
    }
    return MerkleFrontier(size: size, subtrees: subtrees).map { ($0, root) }
  }
}
