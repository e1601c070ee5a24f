/// An event in its record, read where it lies: nothing is copied or allocated.
///
/// A view exists only over bytes whose lengths and checksum are right, and is bound to their
/// lifetime. Hashes are not recomputed at every reading: ``verifyHashes()`` does that.
package struct EventRecordView: ~Escapable {
  private let bytes: RawSpan
  package let version: RecordVersion
  package let type: EventType
  /// The kind of the report that the event holds, `nil` where it holds none.
  package let kind: ReportKind?
  package let isErased: Bool
  /// The name of the stream, UTF-8.
  package let streamName: RawSpan
  /// The body, laid out as its version says; empty where it was erased.
  package let body: RawSpan

  /// Verifies magic, version, lengths and checksum of `bytes`.
  ///
  /// - Complexity: O(*n*) for the checksum alone.
  @_lifetime(copy bytes)
  package init(_ bytes: RawSpan) throws(RecordError) {
    typealias Header = RecordLayout.Header
    version = try EventRecordView.version(of: bytes)
    let computed = Checksum.of(bytes)
    let stored = bytes.number(at: Header.checksum, as: UInt64.self) ?? 0
    guard stored == computed else {
      throw .checksumMismatch(stored: stored, computed: computed)
    }
    guard let type = EventType(tag: bytes.byte(at: Header.type)) else {
      throw .malformed(.eventType)
    }
    let flags = bytes.number(at: Header.flags, as: UInt16.self) ?? 0
    guard flags & ~RecordLayout.Flag.erased == 0 else { throw .malformed(.flags) }
    self.type = type
    isErased = flags & RecordLayout.Flag.erased != 0
    kind = try optional(bytes.byte(at: Header.kind), .reportKind)
    streamName = try EventRecordView.part(of: bytes, Header.streamOffset, .stream)
    body = try EventRecordView.part(of: bytes, Header.bodyOffset, .body)
    guard !isErased || body.byteCount == 0 else { throw .malformed(.body) }
    self.bytes = bytes
  }

  package var position: Position { Position(rawValue: number(RecordLayout.Header.position)) }
  package var revision: Revision { Revision(rawValue: number(RecordLayout.Header.revision)) }
  package var recorded: RecordedTime {
    RecordedTime(rawValue: Int64(bitPattern: number(RecordLayout.Header.recorded)))
  }
  package var id: EventID {
    EventID(
      high: number(RecordLayout.Header.id).byteSwapped,
      low: number(RecordLayout.Header.id + 8).byteSwapped)
  }
  /// SHA-256 of the body, or of the one that it had before it was erased.
  package var bodyHash: Digest { digest(at: RecordLayout.Header.bodyHash) }
  /// The RFC 9162 leaf hash, as stored.
  package var leafHash: Digest { digest(at: RecordLayout.Header.leafHash) }

  /// The stream, checked as a name.
  package func stream() throws(RecordError) -> StreamName {
    guard let text = streamName.text(), let name = try? StreamName(text) else {
      throw .malformed(.stream)
    }
    return name
  }

  /// The header is there: the initializer saw to it.
  private func number(_ offset: Int) -> UInt64 { bytes.number(at: offset) ?? 0 }

  private func digest(at offset: Int) -> Digest {
    bytes.digest(at: offset) ?? Digest(words: (0, 0, 0, 0))
  }

  private static func version(of bytes: RawSpan) throws(RecordError) -> RecordVersion {
    typealias Header = RecordLayout.Header
    let count = bytes.byteCount
    guard let magic = bytes.number(at: Header.magic, as: UInt32.self),
      magic == RecordLayout.magic, let number = bytes.number(at: Header.version, as: UInt16.self)
    else { throw .notARecord }
    guard let version = RecordVersion(rawValue: number) else { throw .unknownVersion(number) }
    guard let length = bytes.number(at: Header.recordLength, as: UInt32.self),
      count >= Header.byteCount
    else { throw .wrongLength(expected: Header.byteCount, actual: count) }
    guard Int(length) == count else { throw .wrongLength(expected: Int(length), actual: count) }
    guard bytes.number(at: Header.length, as: UInt16.self) == UInt16(Header.byteCount) else {
      throw .malformed(.header)
    }
    return version
  }

  /// The part of the record whose offset and length stand at `entry`.
  @_lifetime(copy bytes)
  private static func part(
    of bytes: RawSpan, _ entry: Int, _ field: RecordField
  ) throws(RecordError) -> RawSpan {
    guard let offset = bytes.number(at: entry, as: UInt32.self),
      let length = bytes.number(at: entry + 4, as: UInt32.self),
      let part = bytes.part(at: Int(offset), count: Int(length))
    else { throw .malformed(field) }
    return part
  }
}
