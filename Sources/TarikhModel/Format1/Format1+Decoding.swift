internal import EDTF

/// Reads the bodies of format version 1; they may be hostile.
extension Format1 {
  static func decode(_ type: EventType, _ body: RawSpan) throws(RecordError) -> EventPayload {
    switch type {
    case .articleReceived: return .articleReceived(try article(body))
    case .reported: return .reported(try report(body))
    case .corrected:
      let slots = try slotsOfCorrection(body)
      return .corrected(
        target: try target(slots), report: try report(try slots.required(3, .body)),
        note: try note(slots, reason: 1, by: 2))
    case .retracted, .redacted:
      let slots = try SlotReader(body, table: 8, count: 3)
      let target = try target(slots)
      let note = try note(slots, reason: 1, by: 2)
      return type == .retracted
        ? .retracted(target: target, note: note) : .redacted(target: target, note: note)
    case .articleRedated:
      let slots = try SlotReader(body, table: 8, count: 4)
      return .articleRedated(
        try publication(slots, date: 0, reason: 1), note: try note(slots, reason: 2, by: 3))
    case .fact: return .fact(try fact(body))
    }
  }

  /// The slots of a correction: stream, reason, by, report.
  @_lifetime(copy body)
  static func slotsOfCorrection(_ body: RawSpan) throws(RecordError) -> SlotReader {
    try SlotReader(body, table: 8, count: 4)
  }

  private static func article(_ body: RawSpan) throws(RecordError) -> Article {
    let slots = try SlotReader(body, table: 48, count: 6)
    guard let length = body.number(at: 8, as: Int64.self), let digest = body.digest(at: 16) else {
      throw .malformed(.length)
    }
    return Article(
      title: try slots.text(0, .title), outlet: try slots.text(1, .outlet),
      url: try slots.text(2, .url), language: try slots.requiredText(3, .language),
      publication: try publication(slots, date: 4, reason: 5), text: digest, length: Int(length))
  }

  private static func fact(_ body: RawSpan) throws(RecordError) -> Fact {
    let slots = try SlotReader(body, table: 16, count: 3)
    guard let from = body.number(at: 0, as: Int64.self),
      let to = body.number(at: 8, as: Int64.self)
    else { throw .malformed(.bound) }
    return Fact(
      subject: EntityID(rawValue: try slots.requiredText(0, .subject)),
      attribute: try slots.requiredText(1, .attribute), value: try slots.text(2, .value),
      from: Day(rawValue: Int(from)),
      to: to == RecordLayout.openDay ? nil : Day(rawValue: Int(to)))
  }

  private static func publication(
    _ slots: borrowing SlotReader, date: Int, reason: Int
  ) throws(RecordError) -> Publication {
    guard let basis = Publication.Basis(tag: slots.bytes.byte(at: 0)) else {
      throw .malformed(.publication)
    }
    var expression: EDTFExpression?
    if let text = try slots.text(date, .publication) {
      expression = try EDTFExpression(recorded: text, .publication)
    }
    return Publication(
      date: expression, basis: basis, reason: try slots.text(reason, .publication))
  }

  private static func target(_ slots: borrowing SlotReader) throws(RecordError) -> EventAddress {
    guard let revision = slots.bytes.number(at: 0, as: UInt64.self),
      let stream = try? StreamName(try slots.requiredText(0, .target))
    else { throw .malformed(.target) }
    return EventAddress(stream: stream, revision: Revision(rawValue: revision))
  }

  private static func note(
    _ slots: borrowing SlotReader, reason: Int, by: Int
  ) throws(RecordError) -> EditorialNote {
    EditorialNote(
      reason: try slots.requiredText(reason, .reason), by: try slots.requiredText(by, .by))
  }
}
