internal import LMDB
internal import TarikhModel

/// The head of the log as it is stored: position, root, then the roots of the complete subtrees.
///
/// Eight and thirty-two bytes each. The root is computed again from the subtrees at every
/// reading, which proves the bytes.
struct LogHeadRecord: Hashable {
  var tree: MerkleFrontier

  var position: UInt64 { tree.size }

  var bytes: [UInt8] {
    var bytes = BigEndianKey([tree.size]).bytes.copied
    bytes += tree.root.bytes
    for subtree in tree.subtrees { bytes += subtree.bytes }
    return bytes
  }

  init(tree: MerkleFrontier) { self.tree = tree }

  /// The head that these bytes are; `nil` unless its root is the one of its subtrees.
  init?(_ bytes: RawSpan) {
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
    self.tree = tree
  }
}
