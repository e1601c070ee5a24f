internal import EDTF

/// Reads the bodies of format version 2; they may be hostile.
extension EventBody {
  static func decode(_ type: EventType, _ body: RawSpan) throws(RecordError) -> EventPayload {
    var reader = BodyReader(body)
    let payload: EventPayload
    switch type {
    case .articleReceived: payload = .articleReceived(try article(&reader))
    case .reported: payload = .reported(try ReportView(reader.rest()).report())
    case .corrected:
      let target = try target(&reader)
      let note = try note(&reader)
      let report = try ReportView(reader.rest()).report()
      payload = .corrected(target: target, report: report, note: note)
    case .retracted: payload = .retracted(target: try target(&reader), note: try note(&reader))
    case .redacted: payload = .redacted(target: try target(&reader), note: try note(&reader))
    case .articleRedated:
      let basis = try basis(&reader)
      let bits = try reader.bits(2, .flags)
      let publication = Publication(
        date: try date(&reader, if: 1, in: bits), basis: basis,
        reason: try reader.text(.publication, if: 2, in: bits))
      payload = .articleRedated(publication, note: try note(&reader))
    case .fact: payload = .fact(try fact(&reader))
    }
    try reader.finish()
    return payload
  }

  /// The report of a correction's body.
  @_lifetime(copy body)
  static func correctedReport(_ body: RawSpan) throws(RecordError) -> RawSpan {
    var reader = BodyReader(body)
    let _: UInt64 = try reader.number(.target)
    _ = try reader.utf8(.target)
    _ = try reader.utf8(.reason)
    _ = try reader.utf8(.by)
    return reader.rest()
  }

  private static func article(_ reader: inout BodyReader) throws(RecordError) -> Article {
    let basis = try basis(&reader)
    let bits = try reader.bits(5, .flags)
    let text = try reader.digest(.length)
    let length = try reader.length(.length)
    let title = try reader.text(.title, if: 1, in: bits)
    let outlet = try reader.text(.outlet, if: 2, in: bits)
    let url = try reader.text(.url, if: 4, in: bits)
    let publication = Publication(
      date: try date(&reader, if: 8, in: bits), basis: basis,
      reason: try reader.text(.publication, if: 16, in: bits))
    return Article(
      title: title, outlet: outlet, url: url, language: try reader.text(.language),
      publication: publication, text: text, length: length)
  }

  private static func fact(_ reader: inout BodyReader) throws(RecordError) -> Fact {
    let from: Int64 = try reader.number(.bound)
    let to: Int64 = try reader.number(.bound)
    let bits = try reader.bits(1, .flags)
    return Fact(
      subject: EntityID(rawValue: try reader.text(.subject)),
      attribute: try reader.text(.attribute), value: try reader.text(.value, if: 1, in: bits),
      from: Day(rawValue: Int(from)),
      to: to == RecordLayout.openDay ? nil : Day(rawValue: Int(to)))
  }

  private static func basis(
    _ reader: inout BodyReader
  ) throws(RecordError) -> Publication.Basis {
    guard let basis = Publication.Basis(tag: try reader.byte(.publication)) else {
      throw .malformed(.publication)
    }
    return basis
  }

  private static func date(
    _ reader: inout BodyReader, if bit: UInt8, in bits: UInt8
  ) throws(RecordError) -> EDTFExpression? {
    guard let text = try reader.text(.publication, if: bit, in: bits) else { return nil }
    return try EDTFExpression(recorded: text, .publication)
  }

  private static func target(_ reader: inout BodyReader) throws(RecordError) -> EventAddress {
    let revision: UInt64 = try reader.number(.target)
    guard let stream = try? StreamName(try reader.text(.target)) else {
      throw .malformed(.target)
    }
    return EventAddress(stream: stream, revision: Revision(rawValue: revision))
  }

  private static func note(_ reader: inout BodyReader) throws(RecordError) -> EditorialNote {
    EditorialNote(reason: try reader.text(.reason), by: try reader.text(.by))
  }
}
