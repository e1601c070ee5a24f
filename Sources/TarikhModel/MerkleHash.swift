/// The hashes of a Merkle tree after RFC 9162, section 2.1.1.
///
/// Leaves and nodes are hashed with different first bytes, so that no node passes for a leaf.
package enum MerkleHash {
  /// The root of a tree without leaves: SHA-256 of nothing.
  package static let emptyRoot = Digest.sha256(of: [])

  /// SHA-256 of a zero byte and then the bytes of `entry`.
  package static func leaf(_ entry: RawSpan) -> Digest {
    Digest.sha256 {
      $0.update(0)
      $0.update(entry)
    }
  }

  /// SHA-256 of a one byte and then both children.
  package static func node(_ left: Digest, _ right: Digest) -> Digest {
    var bytes = ByteWriter(capacity: 1 + 2 * Digest.byteCount)
    bytes.append(UInt8(1))
    bytes.append(left)
    bytes.append(right)
    return Digest.sha256(of: bytes.bytes)
  }
}
