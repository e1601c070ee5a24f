internal import Synchronization
public import TarikhModel

extension MemoryEventLog {
  public func leaf(at position: Position) throws(ReadError) -> EventLeaf? {
    guard let event = try event(at: position) else { return nil }
    do throws(RecordError) {
      if let leaf = try event.leaf() { return leaf }
    } catch {
      throw .damaged(place: "position \(position)", reason: error.description)
    }
    throw .damaged(place: "position \(position)", reason: "the hash is not that of the event")
  }

  public func hashes(of subtrees: [MerkleSubtree]) throws(ReadError) -> [Digest]? {
    state.withLock { state in
      let size = UInt64(state.events.count)
      guard subtrees.allSatisfy({ $0.isComplete(in: size) }) else { return nil }
      return subtrees.map { subtree in
        var leaves = MerkleFrontier()
        let first = Int(subtree.index << UInt64(subtree.level))
        for event in state.events[first..<first + 1 << Int(subtree.level)] {
          leaves.append(event.hash)
        }
        return leaves.root
      }
    }
  }
}
