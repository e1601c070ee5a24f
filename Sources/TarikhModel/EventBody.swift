/// The body of a record: what an event says, as bytes, with their hash.
///
/// It does not depend on the event's place in the log, so it is made before the log is locked.
package struct EventBody: Hashable, Sendable {
  package let type: EventType
  /// The kind of the report in it, where there is one.
  package let kind: ReportKind?
  /// Empty where the body was erased.
  package let bytes: [UInt8]
  /// SHA-256 of the bytes, or of those that the body had before it was erased.
  package let hash: Digest
  package let isErased: Bool

  /// The body of an event with this payload.
  package init(encoding payload: EventPayload) throws(RecordError) {
    if case .erased(let type, let hash) = payload {
      self.init(erased: type, hash: hash)
      return
    }
    if let flaw = payload.flaw { throw .malformed(flaw) }
    guard payload.relativeDateDepth <= EventRecord.relativeDateDepth else { throw .tooDeep }
    let bytes = EventBody.bytes(of: payload, form: .record)
    guard bytes.count <= EventRecord.byteLimit else { throw .tooLong(bytes: bytes.count) }
    self.init(
      type: payload.type, kind: payload.report?.kind, bytes: bytes,
      hash: Digest.sha256(of: bytes), isErased: false)
  }

  /// What remains of a body of this hash.
  init(erased type: EventType, hash: Digest) {
    self.init(type: type, kind: nil, bytes: [], hash: hash, isErased: true)
  }

  private init(
    type: EventType, kind: ReportKind?, bytes: [UInt8], hash: Digest, isErased: Bool
  ) {
    self.type = type
    self.kind = kind
    self.bytes = bytes
    self.hash = hash
    self.isErased = isErased
  }

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
}

extension EventPayload {
  /// The report that the event holds.
  var report: Report? {
    switch self {
    case .reported(let report), .corrected(_, let report, _): report
    default: nil
    }
  }

  /// How deep the relative date of its report nests.
  fileprivate var relativeDateDepth: Int { report?.when?.relative?.depth ?? 0 }
}
