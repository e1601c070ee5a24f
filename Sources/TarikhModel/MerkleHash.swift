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
    var bytes = InlineArray<65, UInt8>(repeating: 1)
    var span = bytes.mutableSpan
    var room = span.mutableBytes
    for (place, digest) in [left, right].enumerated() {
      let words = digest.words
      let start = 1 + 32 * place
      room.storeBytes(of: words.0.bigEndian, toByteOffset: start, as: UInt64.self)
      room.storeBytes(of: words.1.bigEndian, toByteOffset: start + 8, as: UInt64.self)
      room.storeBytes(of: words.2.bigEndian, toByteOffset: start + 16, as: UInt64.self)
      room.storeBytes(of: words.3.bigEndian, toByteOffset: start + 24, as: UInt64.self)
    }
    return Digest.sha256(of: bytes.span.bytes)
  }
}
