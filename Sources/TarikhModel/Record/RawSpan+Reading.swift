/// Numbers and text of a record, read where they lie: every read is checked against the end.
extension RawSpan {
  /// The little-endian number at `offset`, or `nil` where the bytes end before it does.
  package func number<Number: FixedWidthInteger & BitwiseCopyable>(
    at offset: Int, as type: Number.Type = Number.self
  ) -> Number? {
    guard offset >= 0, offset <= byteCount - MemoryLayout<Number>.size else { return nil }
    return Number(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: type))
  }

  /// The digest at `offset`, or `nil` where the bytes end before it does.
  func digest(at offset: Int) -> Digest? {
    guard let a = number(at: offset, as: UInt64.self),
      let b = number(at: offset + 8, as: UInt64.self),
      let c = number(at: offset + 16, as: UInt64.self),
      let d = number(at: offset + 24, as: UInt64.self)
    else { return nil }
    return Digest(words: (a.byteSwapped, b.byteSwapped, c.byteSwapped, d.byteSwapped))
  }

  /// The identity at `offset`, or `nil` where the bytes end before it does.
  func eventID(at offset: Int) -> EventID? {
    guard let high = number(at: offset, as: UInt64.self),
      let low = number(at: offset + 8, as: UInt64.self)
    else { return nil }
    return EventID(high: high.byteSwapped, low: low.byteSwapped)
  }

  /// `count` bytes from `offset`, or `nil` where the span has no such part.
  @_lifetime(copy self)
  package func part(at offset: Int, count: Int) -> RawSpan? {
    guard offset >= 0, count >= 0, offset <= byteCount, count <= byteCount - offset else {
      return nil
    }
    return extracting(offset..<offset + count)
  }
}

extension RawSpan {
  /// The text that these bytes spell, or `nil` where they are not UTF-8; nothing is repaired.
  package func text() -> String? {
    guard let valid = try? UTF8Span(validating: Span<UInt8>(_bytes: self)) else { return nil }
    return String(copying: valid)
  }

  /// Whether these bytes are the UTF-8 of `text`, without making a string of them.
  package func isUTF8(of text: String) -> Bool {
    guard byteCount == text.utf8.count else { return false }
    return zip(0..., text.utf8).allSatisfy { number(at: $0, as: UInt8.self) == $1 }
  }
}

extension RawSpan {
  /// The byte at `offset`, 0 (which is no tag) beyond the end.
  func byte(at offset: Int) -> UInt8 { number(at: offset, as: UInt8.self) ?? 0 }

  /// The IEEE 754 binary64 number at `offset`, `nil` where the bytes end before it does.
  func double(at offset: Int) -> Double? {
    number(at: offset, as: UInt64.self).map { Double(bitPattern: $0) }
  }
}
