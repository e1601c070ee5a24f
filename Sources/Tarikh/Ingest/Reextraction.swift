internal import TarikhExtraction
internal import TarikhModel

/// The difference between what a stream says and what the present extractor finds in its text.
///
/// A fact found again is the same event, one no longer found is retracted with that reason, a new
/// one is reported. What a person corrected or retracted stays as the person left it.
struct Reextraction {
  private(set) var added: [NewEvent] = []
  private(set) var retracted: [NewEvent] = []

  init(of reports: [ExtractedReport], against stored: [Event], touched: Set<EventAddress>) {
    let found = Set(reports.map(\.id))
    var known: Set<EventID> = []
    for event in stored {
      guard case .reported(let report) = event.payload else { continue }
      known.insert(event.id)
      guard !found.contains(event.id), !touched.contains(event.address) else { continue }
      let note = EditorialNote(
        reason: "no longer found by \(Extractor.version.name) \(Extractor.version.version)",
        by: "\(report.extractor.name) \(Extractor.version.version)")
      let payload = EventPayload.retracted(target: event.address, note: note)
      retracted.append(NewEvent(id: EventID(content: payload), payload: payload))
    }
    for report in reports where !known.contains(report.id) {
      added.append(NewEvent(id: report.id, payload: .reported(report.report)))
    }
  }

  /// Whether another version of the extractor wrote the stream's reports.
  static func isDue(for stored: [Event]) -> Bool {
    stored.contains { event in
      guard case .reported(let report) = event.payload else { return false }
      return report.extractor != Extractor.version
    }
  }
}
