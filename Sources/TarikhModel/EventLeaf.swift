/// An event as the Merkle tree sees it: its envelope, the hash of its body, and the body itself
/// unless that was erased.
///
/// Who has the bytes of the body can check what was said; who has only its hash can still check
/// that the event stands where it stands. ``bytes`` gives the layout that is hashed.
public struct EventLeaf: Hashable, Sendable {
  package let envelope: EventEnvelope
  /// SHA-256 of the body, or of the one that it had before it was erased.
  public let bodyHash: Digest
  /// The body as ``EventBody`` lays it out; its texts stand in it as UTF-8.
  public let body: [UInt8]?

  package init(envelope: EventEnvelope, bodyHash: Digest, body: [UInt8]?) {
    self.envelope = envelope
    self.bodyHash = bodyHash
    self.body = body
  }

  public init(
    position: Position, stream: StreamName, revision: Revision, recorded: RecordedTime,
    id: EventID, type: EventType, bodyHash: Digest, body: [UInt8]?
  ) {
    self.init(
      envelope: EventEnvelope(
        position: position, stream: stream, revision: revision, recorded: recorded, id: id,
        type: type),
      bodyHash: bodyHash, body: body)
  }

  public var position: Position { envelope.position }
  public var stream: StreamName { envelope.stream }
  public var revision: Revision { envelope.revision }
  public var recorded: RecordedTime { envelope.recorded }
  public var id: EventID { envelope.id }
  public var type: EventType { envelope.type }
  /// The byte that stands for ``type`` in the leaf: 1 article.received, 2 reported, 3 corrected,
  /// 4 retracted, 5 article.redated, 6 redacted, 7 fact.
  public var typeTag: UInt8 { type.tag }

  /// The bytes that the leaf hash is taken over, little-endian: `54 52 4B 4C` ("TRKL"), version 1
  /// in two bytes, the type's tag, a zero byte, position, revision and the microseconds of
  /// ``recorded`` in eight bytes each, the id in sixteen and the body hash in thirty-two as they
  /// are printed, and the stream's name in UTF-8.
  public var bytes: [UInt8] { envelope.leaf(bodyHash: bodyHash) }

  /// The RFC 9162 leaf hash, computed from the fields: SHA-256 of a zero byte and ``bytes``.
  public var hash: Digest { envelope.leafHash(bodyHash: bodyHash) }

  /// Whether the body, where it is there, is the one that ``bodyHash`` names.
  public var hasItsBody: Bool { body.map { Digest.sha256(of: $0) == bodyHash } ?? true }
}

extension Event {
  /// The event as a leaf, its body in the format that its hash was taken over; `nil` where it is
  /// in none of them: the event was changed.
  package func leaf() throws(RecordError) -> EventLeaf? {
    for version in RecordVersion.allCases.reversed() {
      let body = try EventBody(encoding: payload, version: version)
      let leaf = EventLeaf(
        position: position, stream: stream, revision: revision, recorded: recorded, id: id,
        type: body.type, bodyHash: body.hash, body: body.isErased ? nil : body.bytes)
      if leaf.hash == hash { return leaf }
    }
    return nil
  }
}
