internal import EDTF

/// A report in a record, read where it lies: nothing is copied or allocated.
///
/// The fixed part is checked once, when the view is made; what hangs from offsets is checked
/// when it is read. Texts are UTF-8 bytes.
struct ReportView1: ~Escapable {
  let bytes: RawSpan
  let slots: SlotReader
  let participants: ListReader
  let quantities: ListReader
  let links: ListReader
  let flags: UInt16
  let kind: ReportKind
  let modality: Modality
  let polarity: Polarity
  let aspect: Aspect?
  let detail: Detail?
  /// `nil` for an undated report.
  let relation: When.Relation?

  @_lifetime(copy bytes)
  init(_ bytes: RawSpan) throws(RecordError) {
    typealias Layout = RecordLayout1.Report
    let slots = try SlotReader(bytes, table: Layout.byteCount, count: Layout.Slot.count)
    guard let kind = ReportKind(tag: bytes.byte(at: Layout.kind)) else {
      throw .malformed(.reportKind)
    }
    guard let modality = Modality(tag: bytes.byte(at: Layout.modality)) else {
      throw .malformed(.modality)
    }
    guard let polarity = Polarity(tag: bytes.byte(at: Layout.polarity)) else {
      throw .malformed(.polarity)
    }
    self.kind = kind
    self.modality = modality
    self.polarity = polarity
    aspect = try optional(bytes.byte(at: Layout.aspect), .aspect)
    detail = try optional(bytes.byte(at: Layout.detail), .detail)
    relation = try optional(bytes.byte(at: Layout.relation), .relation)
    flags = bytes.number(at: Layout.flags) ?? 0
    guard flags & ~Layout.Flag.all == 0 else { throw .malformed(.flags) }
    links = try ListReader(
      try slots.slot(Layout.Slot.via.rawValue, .via),
      fixed: RecordLayout1.Item.viaByteCount, slots: 1, .via)
    participants = try ListReader(
      try slots.slot(Layout.Slot.participants.rawValue, .participant),
      fixed: RecordLayout1.Item.participantByteCount, slots: 2, .participant)
    quantities = try ListReader(
      try slots.slot(Layout.Slot.quantities.rawValue, .quantity),
      fixed: RecordLayout1.Item.quantityByteCount, slots: 3, .quantity)
    self.slots = slots
    self.bytes = bytes
    guard bound(at: Layout.earliest).isRecordable, bound(at: Layout.latest).isRecordable else {
      throw .malformed(.bound)
    }
  }

  private func bound(at offset: Int) -> DayBound {
    let number = bytes.number(at: offset, as: Int64.self) ?? 0
    return switch number {
    case RecordLayout.openDay: .open
    case RecordLayout.unknownDay: .unknown
    default: .day(Day(rawValue: Int(number)))
    }
  }

  /// How many participants there are.
  var participantCount: Int { participants.count }

  /// Participant `index`, counted from 0 to ``participantCount``.
  @_lifetime(copy self)
  func participant(at index: Int) throws(RecordError) -> ParticipantView1 {
    try ParticipantView1(participants, index)
  }

  /// How many quantities there are.
  var quantityCount: Int { quantities.count }

  /// Quantity `index`, counted from 0 to ``quantityCount``.
  @_lifetime(copy self)
  func quantity(at index: Int) throws(RecordError) -> QuantityView1 {
    try QuantityView1(quantities, index)
  }

  @_lifetime(copy self)
  func slot(
    _ slot: RecordLayout1.Report.Slot, _ field: RecordField
  ) throws(RecordError) -> RawSpan? {
    try slots.slot(slot.rawValue, field)
  }
}
