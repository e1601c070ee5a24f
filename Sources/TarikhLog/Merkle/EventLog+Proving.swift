public import TarikhModel

/// Proofs that a log gives of itself, for people who trust only hashes.
///
/// Each costs O(log *n*) stored hashes and at most 510 record headers: the leaves beside the way
/// in the last two incomplete blocks of 256, whose inner hashes are not stored.
extension EventLog {
  /// The tree's head as it was at `position`; `nil` past the log's head.
  public func treeHead(at position: Position) throws(ReadError) -> TreeHead? {
    guard position > .zero else { return .empty }
    let whole = MerkleRange.tree(of: position.rawValue)
    guard let root = try hashes(of: [whole], in: position)?.first else { return nil }
    return TreeHead(position: position, root: root)
  }

  /// Shows that the event at `position` is under the tree's head at `size`, the log's head or
  /// any before it; `nil` where there is no such event, or no such tree.
  public func inclusionProof(
    of position: Position, in size: Position
  ) throws(ReadError) -> InclusionProof? {
    guard position > .zero, position <= size else { return nil }
    let ranges = MerkleRange.inclusion(of: position.rawValue - 1, in: size.rawValue)
    guard let path = try hashes(of: ranges, in: size) else { return nil }
    return InclusionProof(position: position, size: size.rawValue, path: path)
  }

  /// Shows that the tree's head at `position` is a prefix of the one at `size`; `nil` where
  /// `position` is beyond `size`, or `size` beyond the log's head.
  public func consistencyProof(
    from position: Position, to size: Position
  ) throws(ReadError) -> ConsistencyProof? {
    guard position <= size else { return nil }
    // From nothing, and to itself, there is nothing to show.
    let ranges =
      position == .zero || position == size
      ? [] : MerkleRange.consistency(from: position.rawValue, to: size.rawValue)
    guard let path = try hashes(of: ranges, in: size) else { return nil }
    return ConsistencyProof(from: position.rawValue, to: size.rawValue, path: path)
  }

  /// The hashes of ranges of the tree of `size` events; `nil` unless there are so many.
  private func hashes(
    of ranges: [MerkleRange], in size: Position
  ) throws(ReadError) -> [Digest]? {
    var subtrees = ranges.flatMap(\.subtrees)
    // The last leaf, to know that it is there.
    if size > .zero { subtrees.append(MerkleSubtree(level: 0, index: size.rawValue - 1)) }
    guard let hashes = try hashes(of: subtrees) else { return nil }
    var rest = hashes[...]
    // They come in the order in which they were asked for.
    return ranges.map { range in range.hash { _ in rest.removeFirst() } }
  }
}
