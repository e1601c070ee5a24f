public import TarikhModel

/// The shape of a consistency proof: that a log at one head is the beginning of the same log at
/// a later one (RFC 9162, section 2.1.4).
///
/// ```json
/// {"tarikhProof": 1, "kind": "consistency",
///  "from": {"position": 17, "root": "sha256:<64 hexadecimal digits>"},
///  "to": {"position": 41, "root": "sha256:…"}, "path": ["sha256:…", …]}
/// ```
///
/// To verify it: RFC 9162, section 2.1.4.2, with the positions as sizes of the trees; from
/// position 0, whose root is SHA-256 of nothing, and between equal heads the path is empty.
public struct ConsistencyProofJSON: Codable, Hashable, Sendable {
  public static let version = 1
  public static let kind = "consistency"

  public struct HeadJSON: Codable, Hashable, Sendable {
    public var position: UInt64
    public var root: String
  }

  public var tarikhProof: Int
  public var kind: String
  public var from: HeadJSON
  public var to: HeadJSON
  public var path: [String]

  public init(
    from old: (position: Position, root: Digest), to new: (position: Position, root: Digest),
    path: [Digest]
  ) {
    tarikhProof = Self.version
    kind = Self.kind
    from = HeadJSON(position: old.position.rawValue, root: old.root.description)
    to = HeadJSON(position: new.position.rawValue, root: new.root.description)
    self.path = path.map(\.description)
  }
}
