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
    let head = head(bodyHash: bodyHash)
    return Digest.sha256 {
      $0.update(head.span.bytes)
      $0.update(stream.rawValue.utf8.span.bytes)
    }
  }

  /// The canonical bytes of the leaf.
  package func leaf(bodyHash: Digest) -> [UInt8] {
    head(bodyHash: bodyHash).span.bytes.extracting(droppingFirst: 1)
      .withUnsafeBytes { Array($0) } + Array(stream.rawValue.utf8)
  }

  /// The zero byte that RFC 9162 puts before a leaf, and the leaf up to the stream's name.
  private func head(bodyHash: Digest) -> InlineArray<81, UInt8> {
    var head = InlineArray<81, UInt8>(repeating: 0)
    var span = head.mutableSpan
    var room = span.mutableBytes
    room.storeBytes(of: EventEnvelope.leafMagic.littleEndian, toByteOffset: 1, as: UInt32.self)
    room.storeBytes(of: 1, toByteOffset: 5, as: UInt8.self)
    room.storeBytes(of: type.tag, toByteOffset: 7, as: UInt8.self)
    let numbers =
      [
        position.rawValue.littleEndian, revision.rawValue.littleEndian,
        UInt64(bitPattern: recorded.rawValue).littleEndian, id.high.bigEndian, id.low.bigEndian,
        bodyHash.words.0.bigEndian, bodyHash.words.1.bigEndian, bodyHash.words.2.bigEndian,
        bodyHash.words.3.bigEndian,
      ] as InlineArray<9, UInt64>
    for place in 0..<9 {
      room.storeBytes(of: numbers[place], toByteOffset: 9 + 8 * place, as: UInt64.self)
    }
    return head
  }

  /// The bytes `TRKL`, read as a little-endian number.
  private static let leafMagic: UInt32 = 0x4C4B_5254
}
