/// Records of format version 1: read for ever, and written again only by an import, whose events
/// must keep the hashes that they had.
///
/// The identity of an event's content is over bodies of this form too: ``EventID/init(content:)``.
enum Format1 {
  /// What the bytes of a body are made for.
  enum Form {
    /// Storage: everything.
    case record
    /// Content identity: without the extractor, and without the bounds that follow from the
    /// EDTF expression, so that a better program finds the same event again.
    case identity
  }

  /// The bytes of a body; those of an erased one are empty.
  static func bytes(of payload: EventPayload, form: Form) -> [UInt8] {
    switch payload {
    case .articleReceived(let article): bytes(of: article)
    case .reported(let report): bytes(of: report, form: form)
    case .corrected(let target, let report, let note):
      bytes(of: note, target: target, slots: [bytes(of: report, form: form)])
    case .retracted(let target, let note), .redacted(let target, let note):
      bytes(of: note, target: target, slots: [])
    case .articleRedated(let publication, let note): bytes(of: publication, note: note)
    case .fact(let fact): bytes(of: fact)
    case .erased: []
    }
  }

  /// The bytes of a body that a record may have, and the kind of the report in it.
  static func body(of payload: EventPayload) throws(RecordError) -> ([UInt8], ReportKind?) {
    if let flaw = payload.flaw { throw .malformed(flaw) }
    let report = payload.report
    guard report?.when?.relative?.depth ?? 0 <= EventRecord.relativeDateDepth else {
      throw .tooDeep
    }
    return (bytes(of: payload, form: .record), report?.kind)
  }

  /// The record of an event whose body is of this format.
  static func record(
    _ envelope: EventEnvelope, body: EventBody, leafHash: Digest
  ) -> [UInt8] {
    typealias Header = RecordLayout1.Header
    let name = envelope.stream.rawValue.utf8
    let bodyOffset = (Header.byteCount + name.count + 7) / 8 * 8
    let total = bodyOffset + body.bytes.count
    var record = ByteWriter(capacity: total)
    record.append(RecordLayout1.magic)
    record.append(UInt16(1))
    record.append(UInt16(Header.byteCount))
    record.append(UInt64(0))
    record.append(UInt32(total))
    record.append(body.type.tag)
    record.append(body.kind?.tag ?? 0)
    record.append(body.isErased ? RecordLayout1.Flag.erased : 0)
    record.append(envelope.position.rawValue)
    record.append(envelope.revision.rawValue)
    record.append(envelope.recorded.rawValue)
    record.append(envelope.id)
    record.append(body.hash)
    record.append(leafHash)
    record.append(UInt32(Header.byteCount))
    record.append(UInt32(name.count))
    record.append(UInt32(bodyOffset))
    record.append(UInt32(body.bytes.count))
    record.append(contentsOf: name)
    record.pad(to: 8)
    record.append(contentsOf: body.bytes)
    record.overwrite(Checksum.ofFormat1(record.written), at: Header.checksum)
    return record.bytes
  }
}
