/// What the header of a record of any version says, its lengths checked against the bytes.
struct RecordHeader {
  let version: RecordVersion
  let type: UInt8
  let kind: UInt8
  let flags: UInt16
  let name: Range<Int>
  let body: Range<Int>

  init(_ bytes: RawSpan) throws(RecordError) {
    if bytes.number(at: 0, as: UInt32.self) == RecordLayout1.magic {
      try self.init(format1: bytes)
    } else {
      try self.init(format2: bytes)
    }
  }

  private init(format2 bytes: RawSpan) throws(RecordError) {
    typealias Header = RecordLayout.Header
    guard bytes.number(at: 0, as: UInt16.self) == RecordLayout.magic, bytes.byteCount > 2 else {
      throw .notARecord
    }
    let number = UInt16(bytes.byte(at: Header.version))
    guard number == RecordVersion.v2.rawValue else { throw .unknownVersion(number) }
    let count = bytes.byteCount
    guard count >= Header.byteCount else {
      throw .wrongLength(expected: Header.byteCount, actual: count)
    }
    version = .v2
    type = bytes.byte(at: Header.type)
    kind = bytes.byte(at: Header.kind)
    flags = UInt16(bytes.byte(at: Header.flags))
    let nameEnd = Header.byteCount + Int(bytes.number(at: Header.nameLength, as: UInt16.self) ?? 0)
    guard nameEnd <= count else { throw .wrongLength(expected: nameEnd, actual: count) }
    name = Header.byteCount..<nameEnd
    body = nameEnd..<count
  }

  private init(format1 bytes: RawSpan) throws(RecordError) {
    typealias Header = RecordLayout1.Header
    let count = bytes.byteCount
    let number: UInt16 = bytes.number(at: Header.version) ?? 0
    guard number == RecordVersion.v1.rawValue else { throw .unknownVersion(number) }
    guard let length = bytes.number(at: Header.recordLength, as: UInt32.self),
      count >= Header.byteCount
    else { throw .wrongLength(expected: Header.byteCount, actual: count) }
    guard Int(length) == count else { throw .wrongLength(expected: Int(length), actual: count) }
    guard bytes.number(at: Header.length, as: UInt16.self) == UInt16(Header.byteCount) else {
      throw .malformed(.header)
    }
    version = .v1
    type = bytes.byte(at: Header.type)
    kind = bytes.byte(at: Header.kind)
    flags = bytes.number(at: Header.flags) ?? 0
    name = try RecordHeader.part(of: bytes, Header.streamOffset, .stream)
    body = try RecordHeader.part(of: bytes, Header.bodyOffset, .body)
  }

  /// The part of the record whose offset and length stand at `entry`.
  private static func part(
    of bytes: RawSpan, _ entry: Int, _ field: RecordField
  ) throws(RecordError) -> Range<Int> {
    guard let offset = bytes.number(at: entry, as: UInt32.self),
      let length = bytes.number(at: entry + 4, as: UInt32.self),
      Int(offset) + Int(length) <= bytes.byteCount
    else { throw .malformed(field) }
    return Int(offset)..<Int(offset) + Int(length)
  }
}
