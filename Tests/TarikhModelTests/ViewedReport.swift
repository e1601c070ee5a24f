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
  var certainty: When.Certainty?
  var expression: String?
  var dependsOnPublication: Bool
  var isAttributed: Bool
  var isAnonymous: Bool
  var isQuoted: Bool
  var role: String?
  var verb: String?
  var channel: Attribution.Channel?
  var via: [EntityID]
  var evidenceRange: TextRange?
  var trigger: TextRange?
  var saidIn: EventID?
  var extractor: [String?]
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
    edtf = view.edtf?.text()
    speaker = view.speaker?.text()
    quote = view.quote?.text()
    certainty = view.certainty
    expression = view.expression?.text()
    dependsOnPublication = view.dependsOnPublication
    isAttributed = view.isAttributed
    isAnonymous = view.isAnonymous
    isQuoted = view.isQuoted
    role = view.role?.text()
    verb = view.verb?.text()
    channel = view.channel
    via = []
    var links = try view.via()
    while let link = try links.nextEntity() { via.append(EntityID(rawValue: link.text() ?? "?")) }
    evidenceRange = view.evidenceRange
    trigger = view.trigger
    saidIn = view.saidIn
    extractor = [view.extractorName?.text(), view.extractorVersion?.text()]
    participants = []
    var actors = try view.participants()
    while let item = try actors.nextParticipant() {
      participants.append(
        Participant(
          role: item.role, entity: EntityID(rawValue: item.entity.text() ?? "?"),
          text: item.text.text() ?? "?"))
    }
    quantities = []
    var figures = try view.quantities()
    while let item = try figures.nextQuantity() {
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
    certainty = report.when?.certainty
    expression = report.when?.expression
    dependsOnPublication = report.when?.dependsOnPublication ?? false
    isAttributed = report.attribution != nil
    isAnonymous = report.attribution?.anonymous ?? false
    isQuoted = report.attribution?.quoted ?? false
    role = report.attribution?.role
    verb = report.attribution?.verb
    channel = report.attribution?.channel
    via = report.attribution?.via ?? []
    evidenceRange = report.evidence?.range
    trigger = report.evidence?.trigger
    saidIn = report.saidIn
    extractor = [report.extractor.name, report.extractor.version]
    participants = report.participants
    quantities = report.quantities
  }
}
