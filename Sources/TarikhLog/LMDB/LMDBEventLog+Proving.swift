internal import LMDB
public import TarikhModel

extension LMDBEventLog {
  public func leaf(at position: Position) throws(ReadError) -> EventLeaf? {
    try reading { transaction throws(LogFailure) -> EventLeaf? in
      let number = position.rawValue
      guard number > 0, try number <= tables.head(in: transaction).position else { return nil }
      let view = try tables.view(at: number, try tables.record(at: number, in: transaction))
      do throws(RecordError) {
        return EventLeaf(
          envelope: try view.envelope(), bodyHash: view.bodyHash,
          body: view.isErased ? nil : view.body.copied)
      } catch {
        throw .damaged(place: "position \(position)", reason: error.description)
      }
    }
  }

  public func hashes(of subtrees: [MerkleSubtree]) throws(ReadError) -> [Digest]? {
    try reading { transaction throws(LogFailure) -> [Digest]? in
      let size = try tables.head(in: transaction).position
      guard subtrees.allSatisfy({ $0.isComplete(in: size) }) else { return nil }
      var hashes: [Digest] = []
      for subtree in subtrees { hashes.append(try tables.hash(of: subtree, in: transaction)) }
      return hashes
    }
  }
}

extension LogTables {
  /// The hash of a complete subtree, which must be there.
  func hash(
    of subtree: MerkleSubtree, in transaction: borrowing ReadTransaction
  ) throws(LogFailure) -> Digest {
    guard subtree.level < LogTables.storedLevel else {
      let key = BigEndianKey([UInt64(subtree.level), subtree.index])
      guard let bytes = try transaction.bytes(under: key.bytes, in: tree),
        let hash = Digest(bytes: bytes.copied)
      else {
        throw .damaged(
          place: "subtree \(subtree.level)/\(subtree.index)", reason: "its hash is not stored")
      }
      return hash
    }
    var leaves = MerkleFrontier()
    let first = subtree.index << UInt64(subtree.level) + 1
    for position in first..<first + (1 << UInt64(subtree.level)) {
      let view = try view(at: position, try record(at: position, in: transaction))
      leaves.append(view.leafHash)
    }
    return leaves.root
  }
}
