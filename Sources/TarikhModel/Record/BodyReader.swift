/// Reads the fields of a body one after another, where they lie.
///
/// Every read is checked against the end: bodies may be hostile.
struct BodyReader: ~Escapable {
  private let bytes: RawSpan
  private(set) var offset = 0

  @_lifetime(copy bytes)
  init(_ bytes: RawSpan) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.byteCount }

  /// The next number of a fixed size.
  mutating func number<Number: FixedWidthInteger & BitwiseCopyable>(
    _ field: RecordField, as type: Number.Type = Number.self
  ) throws(RecordError) -> Number {
    guard let number = bytes.number(at: offset, as: Number.self) else { throw .malformed(field) }
    offset += MemoryLayout<Number>.size
    return number
  }

  mutating func byte(_ field: RecordField) throws(RecordError) -> UInt8 { try number(field) }

  /// The next length or count: LEB128, at most what an `Int` holds.
  mutating func length(_ field: RecordField) throws(RecordError) -> Int {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 63, by: 7) {
      let byte = try byte(field)
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(value) }
    }
    throw .malformed(field)
  }

  /// The next `count` bytes.
  @_lifetime(copy self)
  mutating func part(_ count: Int, _ field: RecordField) throws(RecordError) -> RawSpan {
    guard let part = bytes.part(at: offset, count: count) else { throw .malformed(field) }
    offset += count
    return part
  }

  /// All that is left.
  @_lifetime(copy self)
  mutating func rest() -> RawSpan {
    let rest = bytes.extracting(droppingFirst: offset)
    offset = bytes.byteCount
    return rest
  }

  /// The bytes of the next text.
  @_lifetime(copy self)
  mutating func utf8(_ field: RecordField) throws(RecordError) -> RawSpan {
    try part(try length(field), field)
  }

  /// The next text; throws where it is not UTF-8.
  mutating func text(_ field: RecordField) throws(RecordError) -> String {
    guard let text = try utf8(field).text() else { throw .malformed(field) }
    return text
  }

  /// The next text where `bits` has `bit`.
  mutating func text(
    _ field: RecordField, if bit: UInt8, in bits: UInt8
  ) throws(RecordError) -> String? {
    bits & bit == 0 ? nil : try text(field)
  }

  mutating func digest(_ field: RecordField) throws(RecordError) -> Digest {
    guard let digest = bytes.digest(at: offset) else { throw .malformed(field) }
    offset += Digest.byteCount
    return digest
  }

  mutating func eventID(_ field: RecordField) throws(RecordError) -> EventID {
    guard let id = bytes.eventID(at: offset) else { throw .malformed(field) }
    offset += 16
    return id
  }

  mutating func range(_ field: RecordField) throws(RecordError) -> TextRange {
    TextRange(start: try length(field), end: try length(field))
  }

  /// The bits of a byte of which only the lowest `count` may be set.
  mutating func bits(_ count: Int, _ field: RecordField) throws(RecordError) -> UInt8 {
    let bits = try byte(field)
    guard bits >> UInt8(count) == 0 else { throw .malformed(field) }
    return bits
  }

  /// Throws where something follows: no encoder leaves a rest.
  func finish() throws(RecordError) {
    guard isAtEnd else { throw .malformed(.body) }
  }
}
