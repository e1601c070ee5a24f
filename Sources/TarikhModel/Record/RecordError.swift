/// Why bytes are not the record of an event, or an event cannot become a record.
package enum RecordError: Error, Hashable, Sendable {
  /// Fewer bytes than a header has, or not as many as the header says.
  case wrongLength(expected: Int, actual: Int)
  /// The first four bytes are not those of an event record.
  case notARecord
  /// Written by a newer program: upgrade, and read again.
  case unknownVersion(UInt16)
  /// The bytes changed since they were written: restore them from a backup.
  case checksumMismatch(stored: UInt64, computed: UInt64)
  /// A field of the record holds what no encoder writes, or one of the event what cannot be
  /// written: a range that ends before it begins, a figure that is no number.
  case malformed(RecordField)
  /// The body is not the one that was hashed into the log.
  case bodyHashMismatch(stored: Digest, computed: Digest)
  /// The envelope is not the one that was hashed into the log.
  case leafHashMismatch(stored: Digest, computed: Digest)
  /// The event is larger than ``EventRecord/byteLimit``: nothing was encoded.
  case tooLong(bytes: Int)
  /// A relative date is nested deeper than ``EventRecord/relativeDateDepth``.
  case tooDeep
}

/// Where in a record something is wrong.
package enum RecordField: String, Hashable, Sendable {
  case header, eventType, reportKind, flags, stream
  case body, modality, polarity, aspect, detail, bound, relation, certainty, channel
  case edtf, expression, relativeDate, speaker, role, verb, via, evidence, extractor
  case participant, quantity, title, outlet, url, language, publication, length
  case target, reason, by, subject, attribute, value
}

extension RecordError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .wrongLength(let expected, let actual):
      "an event record of \(expected) bytes has \(actual)"
    case .notARecord: "the bytes are not an event record"
    case .unknownVersion(let version):
      "event records of version \(version) need a newer Tarikh; this one reads up to "
        + "\(RecordVersion.current.rawValue)"
    case .checksumMismatch(let stored, let computed):
      "the event record is damaged: checksum \(stored), computed \(computed)"
    case .malformed(let field): "the event has a malformed \(field.rawValue)"
    case .bodyHashMismatch(let stored, let computed):
      "the body of the event is not the one logged: \(stored), computed \(computed)"
    case .leafHashMismatch(let stored, let computed):
      "the envelope of the event is not the one logged: \(stored), computed \(computed)"
    case .tooLong(let bytes):
      "an event of \(bytes) bytes is larger than the limit of \(EventRecord.byteLimit)"
    case .tooDeep:
      "a relative date is nested deeper than \(EventRecord.relativeDateDepth)"
    }
  }
}
