/// Encodes records one after another, in memory that it keeps.
package struct RecordEncoder {
  private var writer: ByteWriter

  /// - Parameter capacity: the bytes of a record, where that is known: then none is moved.
  package init(capacity: Int = 1024) { writer = ByteWriter(capacity: capacity) }

  /// The record that was encoded last, where it lies.
  package var written: RawSpan {
    @_lifetime(borrow self)
    borrowing get { writer.written }
  }

  /// The record that was encoded last.
  var bytes: [UInt8] { writer.bytes }

  /// Encodes the record of an event whose body is ready, and gives its leaf hash; cannot fail.
  @discardableResult
  package mutating func encode(
    _ body: EventBody, id: EventID, position: Position, stream: StreamName,
    revision: Revision, recorded: RecordedTime
  ) -> Digest {
    let envelope = EventEnvelope(
      position: position, stream: stream, revision: revision, recorded: recorded, id: id,
      type: body.type)
    let hash = envelope.leafHash(bodyHash: body.hash)
    encode(body, in: envelope, leafHash: hash)
    return hash
  }

  mutating func encode(_ body: EventBody, in envelope: EventEnvelope, leafHash: Digest) {
    writer.removeAll()
    switch body.version {
    case .v1:
      writer.append(contentsOf: Format1.record(envelope, body: body, leafHash: leafHash))
    case .v2: write(body, in: envelope, leafHash)
    }
  }

  private mutating func write(
    _ body: EventBody, in envelope: EventEnvelope, _ leafHash: Digest
  ) {
    let name = envelope.stream.rawValue.utf8
    writer.append(RecordLayout.magic)
    writer.append(UInt8(RecordVersion.v2.rawValue))
    writer.append(body.type.tag)
    writer.append(body.kind?.tag ?? 0)
    writer.append(body.isErased ? RecordLayout.Flag.erased : 0)
    writer.append(UInt16(name.count))
    writer.append(UInt64(0))
    writer.append(envelope.position.rawValue)
    writer.append(envelope.revision.rawValue)
    writer.append(envelope.recorded.rawValue)
    writer.append(envelope.id)
    writer.append(leafHash)
    writer.append(contentsOf: name)
    if body.isErased {
      writer.append(body.hash)
    } else {
      writer.append(contentsOf: body.bytes)
    }
    writer.overwrite(Checksum.of(writer.written), at: RecordLayout.Header.checksum)
  }
}
