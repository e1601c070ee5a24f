/// A participant in a record, read where it lies.
struct ParticipantView1: ~Escapable {
  let role: Participant.Role
  /// The entity id, UTF-8.
  let entity: RawSpan
  /// The words of the text, UTF-8.
  let text: RawSpan

  @_lifetime(copy list)
  init(_ list: ListReader, _ index: Int) throws(RecordError) {
    let slots = try list.item(index)
    guard let role = Participant.Role(tag: list.bytes.byte(at: list.start(of: index))) else {
      throw .malformed(.participant)
    }
    self.role = role
    entity = try slots.required(0, .participant)
    text = try slots.required(1, .participant)
  }
}

/// A quantity in a record, read where it lies.
struct QuantityView1: ~Escapable {
  let min: Double?
  let max: Double?
  let comparator: Quantity.Comparator
  let measure: Quantity.Measure
  /// What is counted, UTF-8.
  let unit: RawSpan
  /// The entity id of whose it is, UTF-8.
  let of: RawSpan?
  /// The words of the text, UTF-8.
  let expression: RawSpan

  @_lifetime(copy list)
  init(_ list: ListReader, _ index: Int) throws(RecordError) {
    let slots = try list.item(index)
    let start = list.start(of: index)
    let flags = list.bytes.byte(at: start + 2)
    guard let comparator = Quantity.Comparator(tag: list.bytes.byte(at: start)),
      let measure = Quantity.Measure(tag: list.bytes.byte(at: start + 1)), flags <= 3
    else { throw .malformed(.quantity) }
    self.comparator = comparator
    self.measure = measure
    min = flags & 1 == 0 ? nil : list.bytes.double(at: start + 8)
    max = flags & 2 == 0 ? nil : list.bytes.double(at: start + 16)
    unit = try slots.required(0, .quantity)
    of = try slots.slot(1, .quantity)
    expression = try slots.required(2, .quantity)
  }
}
