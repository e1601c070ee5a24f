/// The numbers in a chunk, read and written where they lie.
extension RawSpan {
  /// The little-endian number at `offset`, or `nil` where the bytes end before it does.
  func little<Number: FixedWidthInteger & BitwiseCopyable>(at offset: Int) -> Number? {
    guard offset >= 0, offset <= byteCount - MemoryLayout<Number>.size else { return nil }
    return Number(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: Number.self))
  }

  /// The LEB128 number at `offset`, which moves behind it; `nil` where there is none.
  func distance(at offset: inout Int) -> UInt64? {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), through: 63, by: 7) {
      guard let byte: UInt8 = little(at: offset) else { return nil }
      offset += 1
      guard shift < 63 || byte <= 1 else { return nil }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
    }
    return nil
  }
}

extension [UInt8] {
  mutating func append(little number: some FixedWidthInteger & BitwiseCopyable) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }

  mutating func append(distance: UInt64) {
    var rest = distance
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }
}
