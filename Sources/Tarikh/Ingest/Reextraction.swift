internal import TarikhExtraction
internal import TarikhModel

/// The difference between what a stream says and what the present extractor finds in its text.
///
/// A fact found again is the same event, one no longer found is retracted with that reason, a new
/// one is reported. What a person corrected or retracted stays as the person left it, and what
/// another program reported is not ours.
struct Reextraction {
  private(set) var events: [NewEvent] = []
  private(set) var added = 0
  private(set) var retracted = 0

  /// - Parameter touched: every event that a correction, retraction or redaction names, in any
  ///   stream.
  init(of reports: [ExtractedReport], against stored: [Event], touched: Set<EventAddress>) {
    let found = Set(reports.map(\.id))
    let known = Set(stored.map(\.id))
    let takenBack = Self.ownRetractions(in: stored)
    for event in stored where Self.isOurs(event) {
      if let retraction = takenBack[event.address], found.contains(event.id) {
        retract(retraction, reason: "found again by \(Self.extractor)")
        added += 1
      } else if !found.contains(event.id), !touched.contains(event.address) {
        retract(event.address, reason: "no longer found by \(Self.extractor)")
        retracted += 1
      }
    }
    for report in reports where !known.contains(report.id) {
      events.append(NewEvent(id: report.id, payload: .reported(report.report)))
      added += 1
    }
  }

  /// Whether another version of the extractor wrote reports of the stream.
  static func isDue(for stored: [Event]) -> Bool {
    stored.contains { event in
      guard case .reported(let report) = event.payload else { return false }
      return report.extractor.name == Extractor.version.name
        && report.extractor != Extractor.version
    }
  }

  private mutating func retract(_ target: EventAddress, reason: String) {
    let note = EditorialNote(reason: reason, by: Self.extractor)
    let payload = EventPayload.retracted(target: target, note: note)
    events.append(NewEvent(id: EventID(content: payload), payload: payload))
  }

  private static let extractor = "\(Extractor.version.name) \(Extractor.version.version)"

  private static func isOurs(_ event: Event) -> Bool {
    guard case .reported(let report) = event.payload else { return false }
    return report.extractor.name == Extractor.version.name
  }

  /// The retractions in force that an extractor wrote, by what they retract.
  private static func ownRetractions(in stored: [Event]) -> [EventAddress: EventAddress] {
    var retractions: [EventAddress: EventAddress] = [:]
    for event in stored {
      guard case .retracted(let target, let note) = event.payload else { continue }
      if let undone = retractions.first(where: { $0.value == target })?.key {
        retractions[undone] = nil
      } else if note.by.hasPrefix("\(Extractor.version.name) ") {
        retractions[target] = event.address
      }
    }
    return retractions
  }
}
