/// An event in its record, read where it lies: nothing is copied or allocated.
///
/// A view exists only over bytes whose lengths and checksum are right, and is bound to their
/// lifetime. Hashes are not recomputed at every reading: ``verifyHashes()`` does that.
package struct EventRecordView: ~Escapable {
  private let bytes: RawSpan
  private let places: HeaderPlaces
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
    let header = try RecordHeader(bytes)
    let computed = header.version == .v1 ? Checksum.ofFormat1(bytes) : Checksum.of(bytes)
    let stored: UInt64 = bytes.number(at: RecordLayout.Header.checksum) ?? 0
    guard stored == computed else {
      throw .checksumMismatch(stored: stored, computed: computed)
    }
    guard let type = EventType(tag: header.type) else { throw .malformed(.eventType) }
    guard header.flags & ~UInt16(RecordLayout.Flag.erased) == 0 else { throw .malformed(.flags) }
    self.type = type
    isErased = header.flags != 0
    kind = try optional(header.kind, .reportKind)
    guard let name = bytes.part(at: header.name.lowerBound, count: header.name.count) else {
      throw .malformed(.stream)
    }
    streamName = name
    guard var body = bytes.part(at: header.body.lowerBound, count: header.body.count) else {
      throw .malformed(.body)
    }
    if isErased, header.version == .v2 {
      guard body.byteCount == Digest.byteCount else { throw .malformed(.body) }
      body = RawSpan()
    }
    guard !isErased || body.byteCount == 0 else { throw .malformed(.body) }
    self.body = body
    self.bytes = bytes
    version = header.version
    places = header.version == .v1 ? .v1 : .v2(bodyHash: header.body.lowerBound)
  }

  package var position: Position { Position(rawValue: number(places.position)) }
  package var revision: Revision { Revision(rawValue: number(places.revision)) }
  package var recorded: RecordedTime {
    RecordedTime(rawValue: Int64(bitPattern: number(places.recorded)))
  }
  package var id: EventID { bytes.eventID(at: places.id) ?? EventID(high: 0, low: 0) }

  /// SHA-256 of the body, or of the one that it had before it was erased.
  ///
  /// - Complexity: O(*n*) in the length of the body, except in format 1, which stores it.
  package var bodyHash: Digest {
    guard version == .v1 || isErased else { return Digest.sha256(of: body) }
    return digest(at: places.bodyHash)
  }

  /// The RFC 9162 leaf hash, as stored.
  package var leafHash: Digest { digest(at: places.leafHash) }

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
}

/// Where the fields of a header stand.
private struct HeaderPlaces {
  let position: Int
  let revision: Int
  let recorded: Int
  let id: Int
  let leafHash: Int
  /// Format 2 has it only where the body was erased.
  let bodyHash: Int

  static let v1 = HeaderPlaces(
    position: RecordLayout1.Header.position, revision: RecordLayout1.Header.revision,
    recorded: RecordLayout1.Header.recorded, id: RecordLayout1.Header.id,
    leafHash: RecordLayout1.Header.leafHash, bodyHash: RecordLayout1.Header.bodyHash)

  static func v2(bodyHash: Int) -> HeaderPlaces {
    HeaderPlaces(
      position: RecordLayout.Header.position, revision: RecordLayout.Header.revision,
      recorded: RecordLayout.Header.recorded, id: RecordLayout.Header.id,
      leafHash: RecordLayout.Header.leafHash, bodyHash: bodyHash)
  }
}
