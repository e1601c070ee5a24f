/// Writes events as binary records: see ``RecordLayout`` for the bytes.
///
/// The same event at the same place always gives the same bytes.
package enum EventRecord {
  /// The longest body, in bytes.
  package static let byteLimit = 1 << 30
  /// How deep a relative date may nest.
  package static let relativeDateDepth = 16

  /// The record and the leaf hash of `new` at its place in the log.
  package static func encode(
    _ new: NewEvent, position: Position, stream: StreamName, revision: Revision,
    recorded: RecordedTime, version: RecordVersion = .current
  ) throws(RecordError) -> EncodedRecord {
    let body = try EventBody(encoding: new.payload, version: version)
    return encode(
      body, id: new.id, position: position, stream: stream, revision: revision,
      recorded: recorded)
  }

  /// The record and the leaf hash of an event whose body is ready; cannot fail.
  package static func encode(
    _ body: EventBody, id: EventID, position: Position, stream: StreamName,
    revision: Revision, recorded: RecordedTime
  ) -> EncodedRecord {
    let envelope = EventEnvelope(
      position: position, stream: stream, revision: revision, recorded: recorded, id: id,
      type: body.type)
    let hash = envelope.leafHash(bodyHash: body.hash)
    return EncodedRecord(bytes: bytes(envelope, body: body, leafHash: hash), hash: hash)
  }

  /// The same record without its body: envelope, body hash and leaf hash stay.
  ///
  /// The kind of the report goes with the body. Erasing twice changes nothing.
  package static func erasing(_ record: RawSpan) throws(RecordError) -> [UInt8] {
    let view = try EventRecordView(record)
    let body = EventBody(erased: view.type, hash: view.bodyHash, version: view.version)
    return bytes(try view.envelope(), body: body, leafHash: view.leafHash)
  }

  private static func bytes(
    _ envelope: EventEnvelope, body: EventBody, leafHash: Digest
  ) -> [UInt8] {
    if body.version == .v1 { return Format1.record(envelope, body: body, leafHash: leafHash) }
    let name = envelope.stream.rawValue.utf8
    let rest = body.isErased ? Digest.byteCount : body.bytes.count
    var record = ByteWriter(capacity: RecordLayout.Header.byteCount + name.count + rest)
    record.append(RecordLayout.magic)
    record.append(UInt8(RecordVersion.v2.rawValue))
    record.append(body.type.tag)
    record.append(body.kind?.tag ?? 0)
    record.append(body.isErased ? RecordLayout.Flag.erased : 0)
    record.append(UInt16(name.count))
    record.append(UInt64(0))
    record.append(envelope.position.rawValue)
    record.append(envelope.revision.rawValue)
    record.append(envelope.recorded.rawValue)
    record.append(envelope.id)
    record.append(leafHash)
    record.append(contentsOf: name)
    if body.isErased {
      record.append(body.hash)
    } else {
      record.append(contentsOf: body.bytes)
    }
    record.overwrite(Checksum.of(record.written), at: RecordLayout.Header.checksum)
    return record.bytes
  }
}

/// An event as bytes, and what it adds to the Merkle tree.
package struct EncodedRecord: Hashable, Sendable {
  package let bytes: [UInt8]
  /// The RFC 9162 leaf hash: the event's ``Event/hash``.
  package let hash: Digest

  package init(bytes: [UInt8], hash: Digest) {
    self.bytes = bytes
    self.hash = hash
  }
}
