public import Foundation
public import TarikhModel

/// A proof or a seal, read from its JSON.
public enum ProofDocument: Hashable, Sendable {
  case inclusion(InclusionProofJSON)
  case consistency(ConsistencyProofJSON)
  case seal(SealJSON)

  /// The longest document that is read, in bytes: an event's largest body in base 64, and more.
  public static let byteLimit = 128 << 20

  /// Reads whichever it is; a version that this program does not know is an error.
  public init(_ data: Data) throws(InterchangeError) {
    let head = try JSONLine.decode(Head.self, from: data)
    switch (head.tarikhProof, head.tarikhSeal, head.kind) {
    case (nil, let version?, _):
      try Self.check(version, key: "tarikhSeal", known: SealJSON.version)
      self = .seal(try JSONLine.decode(SealJSON.self, from: data))
    case (let version?, nil, InclusionProofJSON.kind?):
      try Self.check(version, key: "tarikhProof", known: InclusionProofJSON.version)
      self = .inclusion(try JSONLine.decode(InclusionProofJSON.self, from: data))
    case (let version?, nil, ConsistencyProofJSON.kind?):
      try Self.check(version, key: "tarikhProof", known: ConsistencyProofJSON.version)
      self = .consistency(try JSONLine.decode(ConsistencyProofJSON.self, from: data))
    case (_?, nil, let kind):
      throw .notAllowed(
        path: "kind", found: kind.map { "\"\($0)\"" } ?? "missing",
        allowed: "\"inclusion\" or \"consistency\"")
    default: throw .missing(path: "tarikhProof or tarikhSeal")
    }
  }

  /// The hashes of a path.
  public static func digests(_ path: [String]) throws(InterchangeError) -> [Digest] {
    var digests: [Digest] = []
    for (index, text) in path.enumerated() {
      digests.append(try .spelled(text, at: "path[\(index)]", as: Self.digest))
    }
    return digests
  }

  /// The digest at a key.
  public static func digest(_ text: String, at path: String) throws(InterchangeError) -> Digest {
    try .spelled(text, at: path, as: Self.digest)
  }

  static let digest = "sha256: and 64 hexadecimal digits"

  private struct Head: Decodable {
    var tarikhProof: Int?
    var tarikhSeal: Int?
    var kind: String?
  }

  private static func check(
    _ version: Int, key: String, known: Int
  ) throws(InterchangeError) {
    guard version == known else {
      throw .notAllowed(path: key, found: "\(version)", allowed: "\(known)")
    }
  }
}
