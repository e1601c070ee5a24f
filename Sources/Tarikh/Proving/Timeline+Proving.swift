public import TarikhInterchange
public import TarikhLog
public import TarikhModel

extension Timeline {
  /// The log's tree head, to be published or timestamped where nobody can change it later.
  public func seal() throws(ReadError) -> SealJSON {
    let head = try log.head()
    return SealJSON(position: head.position, root: head.root, recorded: head.recorded)
  }

  /// Shows that the event at `address` is under `head`, or under the log's head.
  ///
  /// The proof holds everything that a stranger needs besides the root; it is verified before it
  /// is given.
  /// - Complexity: O(log *n*) reads, and at most 510 records read.
  public func proveInclusion(
    of address: EventAddress, in head: TreeHead?
  ) throws -> InclusionProofJSON {
    let end = try log.head().tree
    if let head { try check(head, end: end.position) }
    let head = head ?? end
    guard let position = try log.event(at: address)?.position else {
      throw EditError.noSuchEvent(address)
    }
    guard position <= head.position else {
      throw ProvingError.recordedLater(address, at: position, head: head.position)
    }
    guard let leaf = try log.leaf(at: position),
      let proof = try log.inclusionProof(of: position, in: head.position),
      leaf.hasItsBody, proof.proves(leaf.hash, isUnder: head.root)
    else { throw ProvingError.damaged("position \(position)") }
    return InclusionProofJSON(leaf, path: proof.path, size: proof.size, root: head.root)
  }

  /// Shows that the log at `new`, or at its head, goes on from `old` and changed nothing before.
  ///
  /// - Throws: ``ProvingError/notAContinuation(of:found:)`` where it does not: that is what the
  ///   question is asked for.
  /// - Complexity: O(log *n*) reads, and at most 510 records read.
  public func proveConsistency(
    from old: TreeHead, to new: TreeHead?
  ) throws -> ConsistencyProofJSON {
    let end = try log.head().tree
    try check(old, end: end.position)
    if let new { try check(new, end: end.position) }
    let new = new ?? end
    guard old.position <= new.position else {
      throw ProvingError.headsReversed(from: old.position, to: new.position)
    }
    guard let proof = try log.consistencyProof(from: old.position, to: new.position),
      proof.proves(new.root, goesOnFrom: old.root)
    else { throw ProvingError.damaged("the Merkle tree") }
    return ConsistencyProofJSON(
      from: (old.position, old.root), to: (new.position, new.root), path: proof.path)
  }

  /// Throws unless the log had this head.
  func check(_ head: TreeHead, end: Position) throws {
    guard let found = try log.treeHead(at: head.position) else {
      throw ProvingError.headBeyondLog(head, end: end)
    }
    guard found.root == head.root else {
      throw ProvingError.notAContinuation(of: head, found: found.root)
    }
  }
}
