/// The fields of a body.
extension ByteWriter {
  /// A length or count: seven bits a byte, the lowest first (LEB128).
  mutating func append(length: Int) {
    var rest = UInt64(length)
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }

  /// The text's length and its bytes.
  mutating func append(text: String) {
    append(length: text.utf8.count)
    append(contentsOf: text.utf8)
  }

  /// The text, unless its bit says that it is not there.
  mutating func append(optional text: String?) {
    if let text { append(text: text) }
  }

  /// One bit for each text, set where it is there; the first is the lowest.
  mutating func append(presenceOf texts: String?...) {
    var bits: UInt8 = 0
    for (place, text) in texts.enumerated() where text != nil { bits |= 1 << UInt8(place) }
    append(bits)
  }

  mutating func append(_ range: TextRange?) {
    guard let range else { return }
    append(length: range.start)
    append(length: range.end)
  }

  mutating func append(_ address: EventAddress) {
    append(address.revision.rawValue)
    append(text: address.stream.rawValue)
  }

  mutating func append(_ note: EditorialNote) {
    append(text: note.reason)
    append(text: note.by)
  }
}
