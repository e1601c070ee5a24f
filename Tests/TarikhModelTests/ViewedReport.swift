import EDTF
import TarikhModel

/// What a view shows, copied out: expectations cannot hold spans.
struct ViewedReport: Equatable {
  var kind: ReportKind
  var modality: Modality
  var polarity: Polarity
  var aspect: Aspect?
  var detail: Detail?
  var relation: When.Relation?
  var earliest: DayBound?
  var latest: DayBound?
  var edtf: String?
  var speaker: String?
  var quote: String?
  var participants: [Participant]
  var quantities: [Quantity]

  /// As the view of `record` shows it; `nil` where the record holds no report.
  init?(in record: [UInt8]) throws {
    let record = try EventRecordView(record.span.bytes)
    guard let view = try record.report() else { return nil }
    kind = view.kind
    modality = view.modality
    polarity = view.polarity
    aspect = view.aspect
    detail = view.detail
    relation = view.relation
    earliest = view.earliest
    latest = view.latest
    edtf = try view.edtf()?.text()
    speaker = try view.speaker()?.text()
    quote = try view.quote()?.text()
    participants = []
    for index in 0..<view.participantCount {
      let item = try view.participant(at: index)
      participants.append(
        Participant(
          role: item.role, entity: EntityID(rawValue: item.entity.text() ?? "?"),
          text: item.text.text() ?? "?"))
    }
    quantities = []
    for index in 0..<view.quantityCount {
      let item = try view.quantity(at: index)
      quantities.append(
        Quantity(
          min: item.min, max: item.max, comparator: item.comparator, unit: item.unit.text() ?? "?",
          measure: item.measure, of: item.of?.text().map(EntityID.init),
          expression: item.expression.text() ?? "?"))
    }
  }

  /// As it should show `report`.
  init(of report: Report) {
    kind = report.kind
    modality = report.modality
    polarity = report.polarity
    aspect = report.aspect
    detail = report.detail
    relation = report.when?.relation
    earliest = report.when?.edtf.bounds.earliest
    latest = report.when?.edtf.bounds.latest
    edtf = report.when?.edtf.description
    speaker = report.attribution?.speaker.rawValue
    quote = report.evidence?.quote
    participants = report.participants
    quantities = report.quantities
  }
}
