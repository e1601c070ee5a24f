package import TarikhModel

/// The part of an RFC 9162 Merkle tree that appending needs: the roots of its complete subtrees.
///
/// A tree of *n* leaves is made of one complete subtree for each bit that is set in *n*, the
/// largest first; hashed together from the right they give the root (section 2.1.1).
package struct MerkleFrontier: Hashable, Sendable {
  /// How many leaves the tree has.
  package private(set) var size: UInt64
  /// Roots of the complete subtrees, the largest first.
  package private(set) var subtrees: [Digest]

  package init() {
    size = 0
    subtrees = []
  }

  /// The frontier of a tree of `size` leaves, or `nil` if that tree has not as many subtrees.
  package init?(size: UInt64, subtrees: [Digest]) {
    guard subtrees.count == size.nonzeroBitCount else { return nil }
    self.size = size
    self.subtrees = subtrees
  }

  /// Adds a leaf, given by its leaf hash, and tells each subtree that this completed.
  ///
  /// - Complexity: O(log *n*) at worst, one hash on average.
  package mutating func append(
    _ leaf: Digest, completed: (MerkleSubtree, Digest) -> Void = { _, _ in }
  ) {
    var hash = leaf
    var level: UInt8 = 0
    while size >> UInt64(level) & 1 == 1 {
      hash = MerkleHash.node(subtrees.removeLast(), hash)
      level += 1
      completed(MerkleSubtree(level: level, index: size >> UInt64(level)), hash)
    }
    subtrees.append(hash)
    size += 1
  }

  /// The root of the tree.
  package var root: Digest {
    guard var hash = subtrees.last else { return MerkleHash.emptyRoot }
    for subtree in subtrees.dropLast().reversed() { hash = MerkleHash.node(subtree, hash) }
    return hash
  }
}
