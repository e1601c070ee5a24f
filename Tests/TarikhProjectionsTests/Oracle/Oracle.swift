import EDTF
import TarikhModel
import TarikhProjections

/// A slow, obvious evaluator of the as-of rules: looks at all events for every question.
///
/// Shares with the engine the reading of claims from a report, and nothing else.
struct Oracle {
  let past: OraclePast
  let asOf: AsOf

  var events: [Event] { past.events }
}

/// The log up to a position, and what stands there.
final class OraclePast {
  let events: [Event]
  let position: Position
  /// The same at every earlier position.
  let steps: [OraclePast]
  lazy var standing = findStanding()

  init(_ events: [Event], at position: Position, steps: [OraclePast]) {
    self.events = events.filter { $0.position <= position }
    self.position = position
    self.steps = steps
  }

  /// One for each position of the log, `.zero` first.
  static func all(of events: [Event]) -> [OraclePast] {
    var pasts = [OraclePast(events, at: .zero, steps: [])]
    for event in events { pasts.append(OraclePast(events, at: event.position, steps: pasts)) }
    return pasts
  }
}

extension OraclePast {

  /// A report or fact as it stands.
  struct Standing {
    var root: Event
    var content: Event
    var report: Report?
    var fact: Fact?

    var claims: [ReportedClaim] {
      if let report { return ReportedClaim.claims(of: report) }
      return fact.map { [ReportedClaim.claim(of: $0)] } ?? []
    }
  }

  // Step 1: corrections, retractions, re-datings, redactions.

  /// The earlier event that `event` corrects or retracts, if it is there and fit for it.
  func target(of event: Event) -> Event? {
    let address: EventAddress
    let fits: (EventType) -> Bool
    switch event.payload {
    case .corrected(let target, _, _):
      (address, fits) = (target, { [.reported, .corrected].contains($0) })
    case .retracted(let target, _):
      (address, fits) = (target, { ![.articleReceived, .redacted].contains($0) })
    default: return nil
    }
    guard let found = events.first(where: { $0.address == address }),
      found.position < event.position, fits(found.payload.type), isSound(found)
    else { return nil }
    return found
  }

  /// Whether the event says anything to views.
  func isSound(_ event: Event) -> Bool {
    switch event.payload {
    case .erased: false
    case .corrected, .retracted: target(of: event) != nil
    case .articleRedated: received(event.stream).map { $0.position < event.position } ?? false
    default: true
    }
  }

  func isInForce(_ event: Event) -> Bool {
    isSound(event)
      && !events.contains { later in
        guard case .retracted = later.payload, later.position > event.position else { return false }
        return target(of: later)?.position == event.position && isInForce(later)
      }
  }

  func root(of event: Event) -> Event { target(of: event).map(root(of:)) ?? event }

  /// What stands, erased roots and retracted ones apart.
  private func findStanding() -> [Standing] {
    events.compactMap { root in
      switch root.payload {
      case .reported, .fact: break
      default: return nil
      }
      guard isInForce(root) else { return nil }
      let corrections = events.filter { event in
        guard case .corrected = event.payload else { return false }
        return isInForce(event) && self.root(of: event).position == root.position
      }
      return words(of: corrections.last ?? root, root)
    }
  }

  func words(of content: Event, _ root: Event) -> Standing {
    var standing = Standing(root: root, content: content, report: nil, fact: nil)
    switch content.payload {
    case .reported(let report), .corrected(_, let report, _):
      standing.report = redated(report, content, root)
    case .fact(let fact): standing.fact = fact
    default: break
    }
    return standing
  }

  private func redated(_ report: Report, _ content: Event, _ root: Event) -> Report {
    var report = report
    let isLearntLater = changes(of: root.stream).contains { $0.position > content.position }
    guard isLearntLater, let when = report.when, when.dependsOnPublication,
      let bounds = publication(of: root.stream)?.date?.bounds,
      let edtf = when.relative?.resolve(from: bounds.earliest.day, through: bounds.latest.day)
    else { return report }
    report.when?.edtf = edtf
    return report
  }

  func received(_ stream: StreamName) -> Event? {
    events.first { $0.stream == stream && $0.payload.type == .articleReceived }
  }

  /// What was said about the publication of an article, retractions of it included.
  func changes(of stream: StreamName) -> [Event] {
    events.filter { event in
      guard isSound(event) else { return false }
      let root = self.root(of: event)
      guard case .articleRedated = root.payload else { return false }
      return root.stream == stream
    }
  }

  func publication(of stream: StreamName) -> Publication? {
    let redatings = changes(of: stream).filter { isInForce($0) }
    for event in redatings.reversed() {
      if case .articleRedated(let publication, _) = event.payload { return publication }
    }
    if case .articleReceived(let article) = received(stream)?.payload { return article.publication }
    return nil
  }

  func outlet(of stream: StreamName) -> String? {
    if case .articleReceived(let article) = received(stream)?.payload { return article.outlet }
    return nil
  }

}

/// Step 2: filters.
extension Oracle {
  typealias Standing = OraclePast.Standing

  func obstacle(_ standing: Standing) -> LeftOutReason? {
    if let day = asOf.publishedBy,
      let earliest = past.publication(of: standing.root.stream)?.date?.bounds.earliest.day,
      earliest > day
    {
      return .notYetPublished
    }
    guard let name = asOf.accordingTo else { return nil }
    let speaker = standing.report?.attribution?.speaker.rawValue
    let isHim = speaker == name || speaker?.split(separator: ":").last.map(String.init) == name
    return isHim || past.outlet(of: standing.root.stream) == name ? nil : .otherSource
  }

  func hasTime(_ standing: Standing) -> Bool {
    standing.fact != nil || standing.report?.when != nil
  }
}
