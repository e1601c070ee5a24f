/// Reads the slots of a body, or of an item of a list, where they lie.
///
/// Every offset is checked against the end before it is followed: bodies may be hostile.
struct SlotReader: ~Escapable {
  /// What offsets count from: the body, or the list.
  let bytes: RawSpan
  private let table: Int
  private let count: Int

  /// `bytes` with `count` slots whose table begins at `table`; throws where it does not fit.
  @_lifetime(copy bytes)
  init(_ bytes: RawSpan, table: Int, count: Int) throws(RecordError) {
    guard bytes.part(at: table, count: count * SlotTable.entryByteCount) != nil else {
      throw .malformed(.body)
    }
    self.bytes = bytes
    self.table = table
    self.count = count
  }

  /// The contents of slot `index`, `nil` where it is absent.
  @_lifetime(copy self)
  func slot(_ index: Int, _ field: RecordField) throws(RecordError) -> RawSpan? {
    precondition(index < count, "a slot of the layout")
    let entry = table + index * SlotTable.entryByteCount
    guard let offset = bytes.number(at: entry, as: UInt32.self),
      let length = bytes.number(at: entry + 4, as: UInt32.self)
    else { throw .malformed(field) }
    if offset == 0 && length == 0 { return nil }
    guard offset != 0, let found = bytes.part(at: Int(offset), count: Int(length)) else {
      throw .malformed(field)
    }
    return found
  }

  /// The contents of slot `index`, which must be there.
  @_lifetime(copy self)
  func required(_ index: Int, _ field: RecordField) throws(RecordError) -> RawSpan {
    guard let found = try slot(index, field) else { throw .malformed(field) }
    return found
  }

  /// The text in slot `index`, `nil` where it is absent; throws where it is not UTF-8.
  func text(_ index: Int, _ field: RecordField) throws(RecordError) -> String? {
    guard let found = try slot(index, field) else { return nil }
    guard let text = found.text() else { throw .malformed(field) }
    return text
  }

  /// The text in slot `index`, which must be there.
  func requiredText(_ index: Int, _ field: RecordField) throws(RecordError) -> String {
    guard let text = try text(index, field) else { throw .malformed(field) }
    return text
  }
}

/// Reads the items of a list where they lie.
struct ListReader: ~Escapable {
  let bytes: RawSpan
  let count: Int
  private let fixed: Int
  private let slots: Int

  /// The list in `bytes`, whose items have `fixed` bytes and `slots` slots.
  @_lifetime(copy bytes)
  init(_ bytes: RawSpan?, fixed: Int, slots: Int, _ field: RecordField) throws(RecordError) {
    self.fixed = fixed
    self.slots = slots
    guard let bytes else {
      self.bytes = RawSpan()
      count = 0
      return
    }
    let stride = fixed + slots * SlotTable.entryByteCount
    guard let count = bytes.number(at: 0, as: UInt32.self), count > 0,
      Int(count) <= (bytes.byteCount - SlotTable.listHeadByteCount) / stride
    else { throw .malformed(field) }
    self.bytes = bytes
    self.count = Int(count)
  }

  /// Where item `index` begins, counted from the start of the list.
  func start(of index: Int) -> Int {
    precondition(index >= 0 && index < count, "an item of the list")
    return SlotTable.listHeadByteCount + index * (fixed + slots * SlotTable.entryByteCount)
  }

  /// The slots of item `index`.
  @_lifetime(copy self)
  func item(_ index: Int) throws(RecordError) -> SlotReader {
    try SlotReader(bytes, table: start(of: index) + fixed, count: slots)
  }

  /// Throws where the texts of the items together are longer than the list: no encoder shares
  /// them, and a small list could otherwise unfold into any amount of memory.
  func requireDisjointTexts(_ field: RecordField) throws(RecordError) {
    var total = 0
    for index in 0..<count {
      let item = try item(index)
      for slot in 0..<slots { total += try item.slot(slot, field)?.byteCount ?? 0 }
      guard total <= bytes.byteCount else { throw .malformed(field) }
    }
  }
}
