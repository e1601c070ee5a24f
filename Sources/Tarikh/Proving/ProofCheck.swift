public import Foundation
internal import TarikhInterchange
public import TarikhLog
public import TarikhModel

/// Verifies proofs and seals without a store, each by itself and all against each other.
///
/// A proof by itself shows only that its own parts fit together; what it is worth depends on who
/// vouches for its root. So heads of the same position must have the same root in all documents:
/// a seal that was published long ago then vouches for a proof that is made today.
public struct ProofCheck: Sendable {
  /// Each head that a document names, and the first that named it.
  private var heads: [Position: (root: Digest, place: String)] = [:]
  /// And which head had each root: no two can have one.
  private var positions: [Digest: Position] = [:]
  private var sealed: Set<Position> = []
  /// From the later head of each consistency proof to the earlier ones.
  private var earlier: [Position: [Position]] = [:]
  private var roots: Set<Position> = []

  public init() {}

  /// The head that the seal in `data` is.
  public static func head(ofSeal data: Data, place: String) throws(ProvingError) -> TreeHead {
    guard case .seal(let seal) = try document(data, place: place) else {
      throw .unreadable(place: place, reason: "is a proof, not a seal; tarikh seal makes one")
    }
    return try head(seal.position, seal.root, place: place)
  }

  /// Takes a head that somebody vouches for, such as a published seal.
  public mutating func trust(_ head: TreeHead, place: String) throws(ProvingError) {
    try note(head, place: place)
    sealed.insert(head.position)
  }

  /// Verifies one more document.
  ///
  /// - Parameter place: the file's name, for messages.
  /// - Returns: what it shows, in a sentence.
  /// - Complexity: O(count of its path), whatever sizes it claims.
  public mutating func add(_ data: Data, place: String) throws(ProvingError) -> String {
    switch try Self.document(data, place: place) {
    case .inclusion(let proof): return try add(proof, place: place)
    case .consistency(let proof): return try add(proof, place: place)
    case .seal(let seal):
      let head = try Self.head(seal.position, seal.root, place: place)
      try trust(head, place: place)
      return "a seal of the log at position \(head.position)"
    }
  }

  /// The positions of heads that a proof rests on and that no seal vouches for, itself or
  /// through a consistency proof that leads from it to a sealed one.
  public var unvouched: [Position] {
    var vouched = sealed
    var next = Array(sealed)
    while let head = next.popLast() {
      next += (earlier[head] ?? []).filter { vouched.insert($0).inserted }
    }
    return roots.subtracting(vouched).sorted()
  }

  private mutating func add(
    _ proof: InclusionProofJSON, place: String
  ) throws(ProvingError) -> String {
    let leaf: EventLeaf
    do throws(InterchangeError) { leaf = try proof.eventLeaf() } catch {
      throw .unreadable(place: place, reason: error.description)
    }
    let hash = try Self.digest(proof.leaf, at: "leaf", place: place)
    let head = try Self.head(proof.size, proof.root, place: place)
    guard leaf.hasItsBody else {
      throw .refuted(place: place, reason: "the body is not the one that bodyHash names")
    }
    guard leaf.hash == hash else {
      throw .refuted(place: place, reason: "the leaf is not that of the event")
    }
    let path = try Self.path(proof.path, place: place)
    let inclusion = InclusionProof(position: leaf.position, size: proof.size, path: path)
    guard inclusion.proves(hash, isUnder: head.root) else {
      throw .refuted(place: place, reason: "the path does not lead from the leaf to the root")
    }
    try note(head, place: place)
    roots.insert(head.position)
    return "\(proof.event.address), recorded \(proof.event.recorded), stands at position "
      + "\(leaf.position) of the log whose head at position \(head.position) is \(head.root)"
      + (leaf.body == nil ? "; its body was erased" : "")
  }

  private mutating func add(
    _ proof: ConsistencyProofJSON, place: String
  ) throws(ProvingError) -> String {
    let old = try Self.head(proof.from.position, proof.from.root, place: place)
    let new = try Self.head(proof.to.position, proof.to.root, place: place)
    let consistency = ConsistencyProof(
      from: proof.from.position, to: proof.to.position,
      path: try Self.path(proof.path, place: place))
    guard consistency.proves(new.root, goesOnFrom: old.root) else {
      throw .refuted(place: place, reason: "the path does not lead to both roots")
    }
    try note(old, place: place)
    try note(new, place: place)
    earlier[new.position, default: []].append(old.position)
    roots.insert(new.position)
    return "the log at position \(new.position) goes on from position \(old.position), and "
      + "nothing before that was changed"
  }

  /// Whether any head is vouched for at all.
  public var hasSeals: Bool { !sealed.isEmpty }

  private mutating func note(_ head: TreeHead, place: String) throws(ProvingError) {
    if let position = positions[head.root], position != head.position {
      throw .refuted(
        place: place,
        reason: "it has the root \(head.root) at position \(head.position), but that is the root "
          + "at position \(position)")
    }
    positions[head.root] = head.position
    guard let known = heads[head.position] else {
      heads[head.position] = (head.root, place)
      return
    }
    guard known.root == head.root else {
      throw .refuted(
        place: place,
        reason: "its root at position \(head.position) is \(head.root), but in \(known.place) it "
          + "is \(known.root): these are two different histories")
    }
  }

  private static func document(
    _ data: Data, place: String
  ) throws(ProvingError) -> ProofDocument {
    do throws(InterchangeError) { return try ProofDocument(data) } catch {
      throw .unreadable(place: place, reason: "is not a proof or a seal: \(error)")
    }
  }

  private static func head(
    _ position: UInt64, _ root: String, place: String
  ) throws(ProvingError) -> TreeHead {
    TreeHead(
      position: Position(rawValue: position), root: try digest(root, at: "root", place: place))
  }

  private static func digest(
    _ text: String, at path: String, place: String
  ) throws(ProvingError) -> Digest {
    do throws(InterchangeError) { return try ProofDocument.digest(text, at: path) } catch {
      throw .unreadable(place: place, reason: error.description)
    }
  }

  private static func path(_ texts: [String], place: String) throws(ProvingError) -> [Digest] {
    do throws(InterchangeError) { return try ProofDocument.digests(texts) } catch {
      throw .unreadable(place: place, reason: error.description)
    }
  }
}
