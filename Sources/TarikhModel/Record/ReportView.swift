package import EDTF

/// A report in a record of format 2, read where it lies: nothing is copied or allocated.
///
/// What has a fixed size, and where each part lies, is checked once, when the view is made; the
/// inside of a part when it is read. Texts are UTF-8 bytes.
package struct ReportView: ~Escapable {
  private let bytes: RawSpan
  private let flags: UInt16
  private let presence: UInt16
  /// Where the parts begin, counted from the start of the body; the last is where they end.
  private let starts: InlineArray<13, Int>
  package let kind: ReportKind
  package let modality: Modality
  package let polarity: Polarity
  package let aspect: Aspect?
  package let detail: Detail?
  /// `nil` for an undated report.
  package let relation: When.Relation?
  /// How sure the valid time is, `nil` for an undated report.
  package let certainty: When.Certainty?
  /// How the speaker said it.
  package let channel: Attribution.Channel?
  /// First possible day of the valid time, `nil` for an undated report.
  package let earliest: DayBound?
  /// Last possible day of the valid time, `nil` for an undated report.
  package let latest: DayBound?
  /// The act of speech that carries this content.
  package let saidIn: EventID?
  /// Where the sentence that says so stands, `nil` for reports entered at a desk.
  package let evidenceRange: TextRange?
  /// Where the word stands that names the event.
  package let trigger: TextRange?

  @_lifetime(copy bytes)
  init(_ bytes: RawSpan) throws(RecordError) {
    typealias Flag = RecordLayout.ReportFlag
    var reader = BodyReader(bytes)
    kind = try required(try reader.byte(.reportKind), .reportKind)
    modality = try required(try reader.byte(.modality), .modality)
    polarity = try required(try reader.byte(.polarity), .polarity)
    aspect = try optional(try reader.byte(.aspect), .aspect)
    detail = try optional(try reader.byte(.detail), .detail)
    relation = try optional(try reader.byte(.relation), .relation)
    certainty = try optional(try reader.byte(.certainty), .certainty)
    guard (relation == nil) == (certainty == nil) else { throw .malformed(.certainty) }
    channel = try optional(try reader.byte(.channel), .channel)
    let flags: UInt16 = try reader.number(.flags)
    let presence: UInt16 = try reader.number(.flags)
    guard flags & ~Flag.all == 0, presence >> UInt16(RecordLayout.ReportPart.count) == 0 else {
      throw .malformed(.flags)
    }
    earliest = relation == nil ? nil : try reader.bound()
    latest = relation == nil ? nil : try reader.bound()
    saidIn = flags & Flag.saidIn == 0 ? nil : try reader.eventID(.evidence)
    evidenceRange = flags & Flag.evidence == 0 ? nil : try reader.range(.evidence)
    trigger = flags & Flag.trigger == 0 ? nil : try reader.range(.evidence)
    starts = try reader.partStarts(presence, end: bytes.byteCount)
    self.flags = flags
    self.presence = presence
    self.bytes = bytes
  }

  /// Whether the flag is set.
  func has(_ flag: UInt16) -> Bool { flags & flag != 0 }

  /// The bytes of a part, `nil` where it is absent.
  @_lifetime(copy self)
  func part(_ part: RecordLayout.ReportPart) -> RawSpan? {
    guard presence & part.bit != 0 else { return nil }
    return bytes.extracting(starts[part.rawValue]..<starts[part.rawValue + 1])
  }
}

extension BodyReader {
  fileprivate mutating func bound() throws(RecordError) -> DayBound {
    let number: Int64 = try number(.bound)
    let bound: DayBound =
      switch number {
      case RecordLayout.openDay: .open
      case RecordLayout.unknownDay: .unknown
      default: .day(Day(rawValue: Int(number)))
      }
    guard bound.isRecordable else { throw .malformed(.bound) }
    return bound
  }

  /// Where each part begins and the last one ends, which must be `end`.
  fileprivate mutating func partStarts(
    _ presence: UInt16, end: Int
  ) throws(RecordError) -> InlineArray<13, Int> {
    var starts = InlineArray<13, Int>(repeating: 0)
    var total = 0
    for place in 0..<RecordLayout.ReportPart.count {
      starts[place] = total
      guard presence >> UInt16(place) & 1 == 1 else { continue }
      let length = try length(.body)
      guard length <= end - total else { throw .malformed(.body) }
      total += length
    }
    guard total == end - offset else { throw .malformed(.body) }
    starts[RecordLayout.ReportPart.count] = total
    for place in 0...RecordLayout.ReportPart.count { starts[place] += offset }
    return starts
  }
}

/// The case with this tag, which must be one.
private func required<Choice: RecordTag>(
  _ tag: UInt8, _ field: RecordField
) throws(RecordError) -> Choice {
  guard let choice = Choice(tag: tag) else { throw .malformed(field) }
  return choice
}
