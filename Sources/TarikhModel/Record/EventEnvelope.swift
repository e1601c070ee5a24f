/// What stands on the outside of an event: all but its body.
///
/// The leaf of the log's Merkle tree is this envelope and the hash of the body, so that the log
/// still verifies when a body has been erased. Its canonical bytes, little-endian:
///
/// ```text
///  0   4  54 52 4B 4C, "TRKL"
///  4   2  version of this form, 1
///  6   1  event type (tag, as in records)
///  7   1  reserved, 0
///  8   8  position
/// 16   8  revision
/// 24   8  recorded, microseconds since 1970-01-01T00:00:00Z, signed
/// 32  16  event id, in printed order
/// 48  32  SHA-256 of the body
/// 80      stream name, UTF-8, to the end
/// ```
package struct EventEnvelope: Hashable, Sendable {
  package var position: Position
  package var stream: StreamName
  package var revision: Revision
  package var recorded: RecordedTime
  package var id: EventID
  package var type: EventType

  package init(
    position: Position, stream: StreamName, revision: Revision, recorded: RecordedTime,
    id: EventID, type: EventType
  ) {
    self.position = position
    self.stream = stream
    self.revision = revision
    self.recorded = recorded
    self.id = id
    self.type = type
  }

  /// The RFC 9162 leaf hash of an event with this envelope and a body of this hash.
  package func leafHash(bodyHash: Digest) -> Digest {
    MerkleHash.leaf(leaf(bodyHash: bodyHash).span.bytes)
  }

  /// The canonical bytes of the leaf.
  package func leaf(bodyHash: Digest) -> [UInt8] {
    let name = stream.rawValue.utf8
    var leaf = ByteWriter(capacity: 80 + name.count)
    leaf.append(EventEnvelope.leafMagic)
    leaf.append(UInt16(1))
    leaf.append(type.tag)
    leaf.append(UInt8(0))
    leaf.append(position.rawValue)
    leaf.append(revision.rawValue)
    leaf.append(recorded.rawValue)
    leaf.append(id)
    leaf.append(bodyHash)
    leaf.append(contentsOf: name)
    return leaf.bytes
  }

  /// The bytes `TRKL`, read as a little-endian number.
  private static let leafMagic: UInt32 = 0x4C4B_5254
}
