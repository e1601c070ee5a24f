package import EDTF

/// A report in a record, read where it lies: nothing is copied or allocated.
///
/// The fixed part is checked once, when the view is made; what hangs from offsets is checked
/// when it is read. Texts are UTF-8 bytes.
package struct ReportView: ~Escapable {
  let bytes: RawSpan
  let slots: SlotReader
  let participants: ListReader
  let quantities: ListReader
  let links: ListReader
  let flags: UInt16
  package let kind: ReportKind
  package let modality: Modality
  package let polarity: Polarity
  package let aspect: Aspect?
  package let detail: Detail?
  /// `nil` for an undated report.
  package let relation: When.Relation?

  @_lifetime(copy bytes)
  init(_ bytes: RawSpan) throws(RecordError) {
    typealias Layout = RecordLayout.Report
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
      fixed: RecordLayout.Item.viaByteCount, slots: 1, .via)
    participants = try ListReader(
      try slots.slot(Layout.Slot.participants.rawValue, .participant),
      fixed: RecordLayout.Item.participantByteCount, slots: 2, .participant)
    quantities = try ListReader(
      try slots.slot(Layout.Slot.quantities.rawValue, .quantity),
      fixed: RecordLayout.Item.quantityByteCount, slots: 3, .quantity)
    self.slots = slots
    self.bytes = bytes
    guard bound(at: Layout.earliest).isRecordable, bound(at: Layout.latest).isRecordable else {
      throw .malformed(.bound)
    }
  }

  /// First possible day of the valid time, `nil` for an undated report.
  package var earliest: DayBound? {
    relation == nil ? nil : bound(at: RecordLayout.Report.earliest)
  }

  /// Last possible day of the valid time, `nil` for an undated report.
  package var latest: DayBound? {
    relation == nil ? nil : bound(at: RecordLayout.Report.latest)
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
  package var participantCount: Int { participants.count }

  /// Participant `index`, counted from 0 to ``participantCount``.
  @_lifetime(copy self)
  package func participant(at index: Int) throws(RecordError) -> ParticipantView {
    try ParticipantView(participants, index)
  }

  /// How many quantities there are.
  package var quantityCount: Int { quantities.count }

  /// Quantity `index`, counted from 0 to ``quantityCount``.
  @_lifetime(copy self)
  package func quantity(at index: Int) throws(RecordError) -> QuantityView {
    try QuantityView(quantities, index)
  }

  @_lifetime(copy self)
  func slot(
    _ slot: RecordLayout.Report.Slot, _ field: RecordField
  ) throws(RecordError) -> RawSpan? {
    try slots.slot(slot.rawValue, field)
  }
}

extension DayBound {
  fileprivate var isRecordable: Bool { day?.isRecordable ?? true }
}

/// The case with this tag, `nil` for 0.
func optional<Choice: RecordTag>(
  _ tag: UInt8, _ field: RecordField
) throws(RecordError) -> Choice? {
  if tag == 0 { return nil }
  guard let choice = Choice(tag: tag) else { throw .malformed(field) }
  return choice
}
