/// Writes a body as its fixed part, a table of slots, and the contents of the slots in order.
enum SlotTable {
  /// Bytes of one entry: offset and length.
  static let entryByteCount = 8

  /// The bytes of a body; `nil` marks an absent slot, which differs from an empty one.
  ///
  /// Offsets are 32 bits wide and wrap beyond: callers reject such lengths.
  static func assemble(fixed: ByteWriter, slots: [[UInt8]?]) -> [UInt8] {
    let heap = fixed.count + slots.count * entryByteCount
    var body = ByteWriter(capacity: heap + slots.reduce(0) { $0 + ($1?.count ?? 0) })
    body.append(contentsOf: fixed.bytes)
    appendEntries(slots, at: heap, to: &body)
    for slot in slots { body.append(contentsOf: slot ?? []) }
    return body.bytes
  }

  /// The bytes of a list of items of one shape; `nil` for an empty list.
  static func list(of items: [(fixed: ByteWriter, texts: [[UInt8]?])]) -> [UInt8]? {
    guard let first = items.first else { return nil }
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
      for text in item.texts { list.append(contentsOf: text ?? []) }
    }
    return list.bytes
  }

  /// Bytes before the items of a list: the count and four reserved bytes.
  static let listHeadByteCount = 8

  /// Entries for contents that will lie one after the other from `start`; gives their end.
  @discardableResult
  private static func appendEntries(
    _ contents: [[UInt8]?], at start: Int, to writer: inout ByteWriter
  ) -> Int {
    var end = start
    for content in contents {
      writer.append(UInt32(truncatingIfNeeded: content == nil ? 0 : end))
      writer.append(UInt32(truncatingIfNeeded: content?.count ?? 0))
      end += content?.count ?? 0
    }
    return end
  }
}
