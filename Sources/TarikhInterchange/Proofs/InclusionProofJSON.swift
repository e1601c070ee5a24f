public import Foundation
public import TarikhModel

/// The shape of an inclusion proof: an event, and the way from its leaf to the root of the tree
/// (RFC 9162, section 2.1.3). Whoever has it needs no store:
///
/// ```json
/// {"tarikhProof": 1, "kind": "inclusion",
///  "event": {"position": 17, "stream": "article/ab12", "revision": 3,
///            "address": "article/ab12@3", "recorded": "2026-11-23T08:11:08.123456Z",
///            "id": "<32 hexadecimal digits>", "type": "reported", "typeTag": 2},
///  "bodyHash": "sha256:<64 hexadecimal digits>", "body": "<base64>",
///  "leaf": "sha256:…", "path": ["sha256:…", …], "size": 41, "root": "sha256:…"}
/// ```
///
/// To verify it: SHA-256 of `body` is `bodyHash` (an erased event has no `body`); SHA-256 of a
/// zero byte and ``EventLeaf/bytes`` is `leaf`; RFC 9162, section 2.1.3.2, leads from `leaf`,
/// leaf index `position - 1`, tree size `size` and `path` to `root`; and `root` is the one in a
/// seal of position `size` that came another way. `Tools/verify-proof.py` does that.
public struct InclusionProofJSON: Codable, Hashable, Sendable {
  public static let version = 1
  public static let kind = "inclusion"

  public var tarikhProof: Int
  public var kind: String
  public var event: LeafJSON
  public var bodyHash: String
  /// The bytes of the body in base 64; left out where it was erased.
  public var body: Data?
  public var leaf: String
  public var path: [String]
  /// The position of the head that the proof leads to.
  public var size: UInt64
  public var root: String

  public init(_ leaf: EventLeaf, path: [Digest], size: UInt64, root: Digest) {
    tarikhProof = Self.version
    kind = Self.kind
    event = LeafJSON(leaf)
    bodyHash = leaf.bodyHash.description
    body = leaf.body.map { Data($0) }
    self.leaf = leaf.hash.description
    self.path = path.map(\.description)
    self.size = size
    self.root = root.description
  }

  /// The event as a leaf; ``EventLeaf/hash`` and ``EventLeaf/hasItsBody`` are still to be looked
  /// at.
  public func eventLeaf() throws(InterchangeError) -> EventLeaf {
    try event.leaf(
      bodyHash: .spelled(bodyHash, at: "bodyHash", as: ProofDocument.digest),
      body: body.map { Array($0) })
  }

  /// What stands on the outside of the event.
  public struct LeafJSON: Codable, Hashable, Sendable {
    public var position: UInt64
    public var stream: String
    public var revision: UInt64
    public var address: String
    public var recorded: String
    public var id: String
    public var type: String
    /// The byte that stands for the type in the leaf.
    public var typeTag: UInt8

    init(_ leaf: EventLeaf) {
      position = leaf.position.rawValue
      stream = leaf.stream.rawValue
      revision = leaf.revision.rawValue
      address = EventAddress(stream: leaf.stream, revision: leaf.revision).description
      recorded = leaf.recorded.description
      id = leaf.id.description
      type = leaf.type.rawValue
      typeTag = leaf.typeTag
    }

    /// All of it counts: what is only shown must say the same as what is hashed.
    func leaf(bodyHash: Digest, body: [UInt8]?) throws(InterchangeError) -> EventLeaf {
      let leaf = EventLeaf(
        position: Position(rawValue: position), stream: try EventJSON.name(stream),
        revision: Revision(rawValue: revision),
        recorded: try .spelled(recorded, at: "event.recorded", as: "an RFC 3339 time"),
        id: try .spelled(id, at: "event.id", as: "32 hexadecimal digits"),
        type: try .named(type, at: "event.type"), bodyHash: bodyHash, body: body)
      let exact = LeafJSON(leaf)
      guard typeTag == exact.typeTag else {
        throw .notAllowed(
          path: "event.typeTag", found: "\(typeTag)", allowed: "\(exact.typeTag) for \(type)")
      }
      guard Array(address.utf8) == Array(exact.address.utf8) else {
        throw .notAllowed(
          path: "event.address", found: "\"\(address)\"", allowed: "\"\(exact.address)\"")
      }
      return leaf
    }
  }
}
