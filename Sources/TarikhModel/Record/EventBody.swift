/// The body of a record: what an event says, as bytes, with their hash.
///
/// It does not depend on the event's place in the log, so it is made before the log is locked.
package struct EventBody: Hashable, Sendable {
  /// The format that the bytes have.
  package let version: RecordVersion
  package let type: EventType
  /// The kind of the report in it, where there is one.
  package let kind: ReportKind?
  /// Empty where the body was erased.
  package let bytes: [UInt8]
  /// SHA-256 of the bytes, or of those that the body had before it was erased.
  package let hash: Digest
  package let isErased: Bool

  /// What the body takes in a record: an erased one leaves its hash.
  var byteCount: Int { isErased ? Digest.byteCount : bytes.count }

  /// The body of an event with this payload.
  package init(
    encoding payload: EventPayload, version: RecordVersion = .current
  ) throws(RecordError) {
    var encoder = BodyEncoder()
    self = try encoder.encode(payload, version: version)
  }

  /// What remains of a body of this hash.
  init(erased type: EventType, hash: Digest, version: RecordVersion) {
    self.init(version: version, type: type, kind: nil, bytes: [], hash: hash, isErased: true)
  }

  init(
    version: RecordVersion, type: EventType, kind: ReportKind?, bytes: [UInt8], hash: Digest,
    isErased: Bool
  ) {
    self.version = version
    self.type = type
    self.kind = kind
    self.bytes = bytes
    self.hash = hash
    self.isErased = isErased
  }
}

extension EventPayload {
  /// The report that the event holds.
  var report: Report? {
    switch self {
    case .reported(let report), .corrected(_, let report, _): report
    default: nil
    }
  }
}
