/// Encodes bodies one after another, in memory that it keeps.
package struct BodyEncoder {
  private var writer = ByteWriter(capacity: 1024)
  private var parts = ReportParts()

  package init() {}

  /// The body of an event with this payload.
  package mutating func encode(
    _ payload: EventPayload, version: RecordVersion = .current
  ) throws(RecordError) -> EventBody {
    if case .erased(let type, let hash) = payload {
      return EventBody(erased: type, hash: hash, version: version)
    }
    let (bytes, kind) =
      switch version {
      case .v1: try Format1.body(of: payload)
      case .v2: try current(payload)
      }
    guard bytes.count <= EventRecord.byteLimit else { throw .tooLong(bytes: bytes.count) }
    return EventBody(
      version: version, type: payload.type, kind: kind, bytes: bytes,
      hash: Digest.sha256(of: bytes), isErased: false)
  }

  private mutating func current(
    _ payload: EventPayload
  ) throws(RecordError) -> ([UInt8], ReportKind?) {
    writer.removeAll()
    let kind = try EventBody.append(payload, to: &writer, by: &parts)
    return (writer.bytes, kind)
  }
}
