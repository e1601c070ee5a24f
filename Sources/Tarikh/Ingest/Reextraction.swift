internal import TarikhExtraction
internal import TarikhModel

/// The difference between what a stream says and what the present extractor finds in its text.
///
/// A fact found again is the same event, one no longer found is retracted with that reason, a new
/// one is reported. What a person corrected or retracted stays as the person left it, and what
/// another program reported is not ours.
struct Reextraction {
  private(set) var events: [NewEvent] = []
  private(set) var added: [Report] = []
  private(set) var retracted: [ReextractionDifference.Retracted] = []
  private let extractor: ExtractorVersion

  /// - Parameters:
  ///   - extractor: which one found the reports.
  ///   - touched: every event that a correction, retraction or redaction names, in any stream.
  init(
    of reports: [ExtractedReport], by extractor: ExtractorVersion, against stored: [Event],
    touched: Set<EventAddress>
  ) {
    self.extractor = extractor
    let found = Set(reports.map(\.id))
    let known = Set(stored.map(\.id))
    let takenBack = Self.ownRetractions(in: stored)
    for event in stored {
      guard case .reported(let report) = event.payload, Self.isOurs(report) else { continue }
      if let retraction = takenBack[event.address], found.contains(event.id) {
        retract(retraction, reason: "found again by \(name)")
        added.append(report)
      } else if !found.contains(event.id), !touched.contains(event.address) {
        retract(event.address, reason: "no longer found by \(name)")
        retracted.append(.init(address: event.address, report: report))
      }
    }
    for report in reports where !known.contains(report.id) {
      events.append(NewEvent(id: report.id, payload: .reported(report.report)))
      added.append(report.report)
    }
  }

  /// Whether another version of the extractor wrote reports of the stream.
  static func isDue(for stored: [Event], now extractor: ExtractorVersion) -> Bool {
    stored.contains { event in
      guard case .reported(let report) = event.payload else { return false }
      return isOurs(report) && report.extractor != extractor
    }
  }

  private mutating func retract(_ target: EventAddress, reason: String) {
    let note = EditorialNote(reason: reason, by: name)
    let payload = EventPayload.retracted(target: target, note: note)
    events.append(NewEvent(id: EventID(content: payload), payload: payload))
  }

  private var name: String { "\(extractor.name) \(extractor.version)" }

  private static func isOurs(_ report: Report) -> Bool {
    report.extractor.name == Extractor.bundledVersion.name
  }

  /// The retractions in force that an extractor wrote, by what they retract.
  private static func ownRetractions(in stored: [Event]) -> [EventAddress: EventAddress] {
    var retractions: [EventAddress: EventAddress] = [:]
    for event in stored {
      guard case .retracted(let target, let note) = event.payload else { continue }
      if let undone = retractions.first(where: { $0.value == target })?.key {
        retractions[undone] = nil
      } else if note.by.hasPrefix("\(Extractor.bundledVersion.name) ") {
        retractions[target] = event.address
      }
    }
    return retractions
  }
}
