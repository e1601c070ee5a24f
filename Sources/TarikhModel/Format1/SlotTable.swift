/// Writes a body as its fixed part, a table of slots, and the contents of the slots in order.
enum SlotTable {
  /// Bytes of one entry: offset and length.
  static let entryByteCount = 8

  /// What a slot holds.
  enum Content {
    /// Nothing, which differs from an empty text.
    case absent
    case text(String)
    case bytes([UInt8])

    var count: Int {
      switch self {
      case .absent: 0
      case .text(let text): text.utf8.count
      case .bytes(let bytes): bytes.count
      }
    }
  }

  /// The bytes of a body.
  ///
  /// Offsets are 32 bits wide and wrap beyond: callers reject such lengths.
  static func assemble(fixed: ByteWriter, slots: [Content]) -> [UInt8] {
    let heap = fixed.count + slots.count * entryByteCount
    var body = ByteWriter(capacity: heap + slots.reduce(0) { $0 + $1.count })
    body.append(contentsOf: fixed.bytes)
    appendEntries(slots, at: heap, to: &body)
    for slot in slots { append(slot, to: &body) }
    return body.bytes
  }

  /// A list of items of one shape; nothing for an empty list.
  static func list(of items: [(fixed: ByteWriter, texts: [Content])]) -> Content {
    guard let first = items.first else { return .absent }
    let stride = first.fixed.count + first.texts.count * entryByteCount
    var end = listHeadByteCount + items.count * stride
    var list = ByteWriter(capacity: end)
    list.append(UInt32(truncatingIfNeeded: items.count))
    list.append(UInt32(0))
    for item in items {
      list.append(contentsOf: item.fixed.bytes)
      end = appendEntries(item.texts, at: end, to: &list)
    }
    for item in items {
      for text in item.texts { append(text, to: &list) }
    }
    return .bytes(list.bytes)
  }

  private static func append(_ content: Content, to writer: inout ByteWriter) {
    switch content {
    case .absent: break
    case .text(let text): writer.append(contentsOf: text.utf8)
    case .bytes(let bytes): writer.append(contentsOf: bytes)
    }
  }

  /// Bytes before the items of a list: the count and four reserved bytes.
  static let listHeadByteCount = 8

  /// Entries for contents that will lie one after the other from `start`; gives their end.
  @discardableResult
  private static func appendEntries(
    _ contents: [Content], at start: Int, to writer: inout ByteWriter
  ) -> Int {
    var end = start
    for content in contents {
      let isAbsent = if case .absent = content { true } else { false }
      writer.append(UInt32(truncatingIfNeeded: isAbsent ? 0 : end))
      writer.append(UInt32(truncatingIfNeeded: content.count))
      end += content.count
    }
    return end
  }
}
