public import TarikhModel

/// Shows that an event is one of those under a Merkle root (RFC 9162, section 2.1.3).
///
/// Positions count from 1, the RFC's leaf indexes from 0: the event at ``position`` is leaf
/// `position - 1`.
public struct InclusionProof: Hashable, Sendable {
  public var position: Position
  /// How many events the tree has: the position of its head.
  public var size: UInt64
  /// The hashes of the subtrees beside the way from the leaf to the root, the lowest first.
  public var path: [Digest]

  public init(position: Position, size: UInt64, path: [Digest]) {
    self.position = position
    self.size = size
    self.path = path
  }

  /// Whether a leaf of this hash stands at ``position`` under `root`.
  ///
  /// - Complexity: O(count of ``path``), whatever ``size`` says.
  public func proves(_ leaf: Digest, isUnder root: Digest) -> Bool { self.root(over: leaf) == root }

  /// The root that the path leads to from `leaf`, by the algorithm of RFC 9162, section 2.1.3.2.
  ///
  /// It is `nil` when the path has not the length that ``position`` and ``size`` ask for.
  public func root(over leaf: Digest) -> Digest? {
    guard position > .zero, position.rawValue <= size else { return nil }
    var first = position.rawValue - 1
    var last = size - 1
    var root = leaf
    for sibling in path {
      guard last > 0 else { return nil }
      if first & 1 == 1 || first == last {
        root = MerkleHash.node(sibling, root)
        while first & 1 == 0, first != 0 {
          first >>= 1
          last >>= 1
        }
      } else {
        root = MerkleHash.node(root, sibling)
      }
      first >>= 1
      last >>= 1
    }
    return last == 0 ? root : nil
  }
}
