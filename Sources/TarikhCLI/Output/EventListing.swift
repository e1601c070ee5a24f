import Tarikh

/// The columns of events of the log.
enum EventListing {
  static var listing: Listing<Event> {
    Listing(
      columns: [
        .init("position", isNumber: true) { "\($0.position.rawValue)" },
        .init("recorded") { $0.recorded.description },
        .init("address") { $0.address.description },
        .init("type") { $0.payload.typeName },
        .init("what", mayBeCut: true) { summary(of: $0.payload) },
      ],
      json: { EventJSON($0) })
  }

  /// What an event says, in a line.
  static func summary(of payload: EventPayload) -> String {
    switch payload {
    case .articleReceived(let article):
      article.title ?? article.outlet ?? article.text.description
    case .reported(let report): summary(of: report)
    case .corrected(let target, let report, let note):
      "\(target): \(summary(of: report)) (\(note.reason))"
    case .retracted(let target, let note), .redacted(let target, let note):
      "\(target) (\(note.reason))"
    case .articleRedated(let publication, let note):
      "published \(publication.date?.description ?? "?") (\(note.reason))"
    case .fact(let fact):
      "\(fact.subject.rawValue) \(fact.attribute) = \(fact.value ?? "nothing") from \(fact.from)"
    case .erased: "erased"
    }
  }

  private static func summary(of report: Report) -> String {
    let figures = report.quantities.map(\.words).joined(separator: "; ")
    return [
      report.when?.edtf.description ?? "undated", report.words, report.kind.rawValue, figures,
      report.evidence.map { "«\($0.quote)»" } ?? "",
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
