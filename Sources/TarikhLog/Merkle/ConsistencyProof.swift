public import TarikhModel

/// Shows that the events under one Merkle root are the first ones under another (RFC 9162,
/// section 2.1.4): that a log went on from an old head and changed nothing before it.
public struct ConsistencyProof: Hashable, Sendable {
  /// The sizes of the two trees: the positions of their heads.
  public var from: UInt64
  public var to: UInt64
  /// The hashes of the subtrees that make up both, the lowest first.
  public var path: [Digest]

  public init(from: UInt64, to: UInt64, path: [Digest]) {
    self.from = from
    self.to = to
    self.path = path
  }

  /// Whether a tree of the root `old` is the beginning of one of the root `new`.
  ///
  /// The algorithm of RFC 9162, section 2.1.4.2, and the two cases that it leaves to the
  /// reader: every tree goes on from the empty one, and from itself.
  /// - Complexity: O(count of ``path``), whatever the sizes say.
  public func proves(_ new: Digest, goesOnFrom old: Digest) -> Bool {
    guard from <= to else { return false }
    if from == 0 {
      return path.isEmpty && old == MerkleHash.emptyRoot && (to > 0 || new == old)
    }
    if from == to { return path.isEmpty && old == new }
    // A complete first tree is a node of the second one: its root need not be sent.
    let isComplete = from & (from - 1) == 0
    guard let start = isComplete ? old : path.first else { return false }
    var first = from - 1
    var last = to - 1
    while first & 1 == 1 {
      first >>= 1
      last >>= 1
    }
    var (computedOld, computedNew) = (start, start)
    for sibling in isComplete ? path[...] : path.dropFirst() {
      guard last > 0 else { return false }
      if first & 1 == 1 || first == last {
        computedOld = MerkleHash.node(sibling, computedOld)
        computedNew = MerkleHash.node(sibling, computedNew)
        while first & 1 == 0, first != 0 {
          first >>= 1
          last >>= 1
        }
      } else {
        computedNew = MerkleHash.node(computedNew, sibling)
      }
      first >>= 1
      last >>= 1
    }
    return last == 0 && computedOld == old && computedNew == new
  }
}
