internal import TarikhModel

/// A run of leaves whose hash is a node of some tree: it begins at a multiple of the least power
/// of two that is not smaller than its length.
///
/// Every hash in a proof is the hash of such a range, and every such range is a few complete
/// subtrees side by side, which never change while the log grows.
struct MerkleRange: Hashable {
  var start: UInt64
  var count: UInt64

  /// The whole tree of `size` leaves, which must not be 0.
  static func tree(of size: UInt64) -> MerkleRange { MerkleRange(start: 0, count: size) }

  /// The two children of the node: the left one is the largest complete subtree that leaves
  /// something to the right (RFC 9162, section 2.1.1).
  ///
  /// - Precondition: `count` is greater than 1.
  var children: (left: MerkleRange, right: MerkleRange) {
    let left: UInt64 = 1 << UInt64(UInt64.bitWidth - 1 - (count - 1).leadingZeroBitCount)
    return (
      MerkleRange(start: start, count: left),
      MerkleRange(start: start + left, count: count - left)
    )
  }

  func contains(_ leaf: UInt64) -> Bool { leaf >= start && leaf - start < count }

  /// The complete subtrees that make up the range, the largest first.
  var subtrees: [MerkleSubtree] {
    var next = start
    return stride(from: 63, through: 0, by: -1).compactMap { level in
      guard count >> UInt64(level) & 1 == 1 else { return nil }
      defer { next += 1 << UInt64(level) }
      return MerkleSubtree(level: UInt8(level), index: next >> UInt64(level))
    }
  }

  /// The hash of the range, from those of its complete subtrees.
  func hash<Failure: Error>(
    of subtree: (MerkleSubtree) throws(Failure) -> Digest
  ) throws(Failure) -> Digest {
    var roots: [Digest] = []
    for part in subtrees { roots.append(try subtree(part)) }
    return MerkleFrontier(size: count, subtrees: roots)?.root ?? MerkleHash.emptyRoot
  }
}

extension MerkleRange {
  /// The ranges whose hashes are the inclusion proof of `leaf` in a tree of `size` leaves, the
  /// lowest first: PATH of RFC 9162, section 2.1.3.1, without recursion.
  ///
  /// - Precondition: `leaf` is less than `size`.
  static func inclusion(of leaf: UInt64, in size: UInt64) -> [MerkleRange] {
    var siblings: [MerkleRange] = []
    var here = MerkleRange.tree(of: size)
    while here.count > 1 {
      let (left, right) = here.children
      here = left.contains(leaf) ? left : right
      siblings.append(left.contains(leaf) ? right : left)
    }
    return siblings.reversed()
  }

  /// The ranges whose hashes are the consistency proof between trees of `old` and `size` leaves,
  /// the lowest first: SUBPROOF of RFC 9162, section 2.1.4.1, without recursion.
  ///
  /// - Precondition: `old` is greater than 0 and less than `size`.
  static func consistency(from old: UInt64, to size: UInt64) -> [MerkleRange] {
    var siblings: [MerkleRange] = []
    var here = MerkleRange.tree(of: size)
    while here.start + here.count != old {
      let (left, right) = here.children
      let isLeft = old <= left.start + left.count
      here = isLeft ? left : right
      siblings.append(isLeft ? right : left)
    }
    if here.start > 0 { siblings.append(here) }
    return siblings.reversed()
  }
}
