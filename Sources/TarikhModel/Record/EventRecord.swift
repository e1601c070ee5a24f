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
    var encoder = RecordEncoder(
      capacity: RecordLayout.Header.byteCount + stream.rawValue.utf8.count + body.byteCount)
    let hash = encoder.encode(
      body, id: id, position: position, stream: stream, revision: revision, recorded: recorded)
    return EncodedRecord(bytes: encoder.bytes, hash: hash)
  }

  /// The same record without its body: envelope, body hash and leaf hash stay.
  ///
  /// The kind of the report goes with the body. Erasing twice changes nothing.
  package static func erasing(_ record: RawSpan) throws(RecordError) -> [UInt8] {
    let view = try EventRecordView(record)
    let body = EventBody(erased: view.type, hash: view.bodyHash, version: view.version)
    var encoder = RecordEncoder()
    encoder.encode(body, in: try view.envelope(), leafHash: view.leafHash)
    return encoder.bytes
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
