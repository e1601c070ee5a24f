public import TarikhModel

/// An old tree head, held against the events that a log has now.
public struct HeadCheck: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    /// The events up to the head are the ones that it was taken over.
    case holds
    /// They are others: at that position they have this root.
    case differs(root: Digest)
    /// There are not so many events: the log was cut off, or never went so far.
    case beyond(end: Position)
  }

  public var head: TreeHead
  public var outcome: Outcome

  public init(head: TreeHead, outcome: Outcome) {
    self.head = head
    self.outcome = outcome
  }
}

/// The roots that a tree had at some sizes, noted while it grows.
package struct MerkleRootNotes: Sendable {
  private let heads: [TreeHead]
  private let sizes: Set<UInt64>
  private var roots: [UInt64: Digest] = [0: MerkleHash.emptyRoot]

  package init(for heads: [TreeHead]) {
    self.heads = heads
    sizes = Set(heads.map(\.position.rawValue))
  }

  /// Takes note of the tree where it has one of the sizes; to be called after each leaf.
  package mutating func note(_ tree: MerkleFrontier) {
    if sizes.contains(tree.size) { roots[tree.size] = tree.root }
  }

  /// What became of each head in a tree that ended at `end`.
  package func checks(end: Position) -> [HeadCheck] {
    heads.map { head in
      guard let root = roots[head.position.rawValue] else {
        return HeadCheck(head: head, outcome: .beyond(end: end))
      }
      return HeadCheck(head: head, outcome: root == head.root ? .holds : .differs(root: root))
    }
  }
}
