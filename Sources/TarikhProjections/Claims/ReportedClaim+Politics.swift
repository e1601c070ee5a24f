internal import TarikhModel

/// Missions, agreements, demands and offices.
extension ReportedClaim {
  static func missions(of report: Report) -> [ReportedClaim] {
    guard report.kind == .mission, let status = missionStatus(report) else { return [] }
    return report.entities(.mission).flatMap { mission in
      let ends = report.detail == .end || report.detail == .transform
      return [
        ReportedClaim(
          mission, "mission-status", scope: nil, status: status, plannedOrAssertedIn: report)
      ] + (ends ? deadline(mission, "mission-end", nil, report) : [])
    }
  }

  private static func missionStatus(_ report: Report) -> String? {
    let isAsserted = report.commitment == .asserted
    switch report.detail {
    case .end:
      guard isAsserted else { return "end-planned" }
      return report.isUnderWay ? "ending" : "ended"
    case .transform:
      guard isAsserted else { return "transformation-planned" }
      return report.aspect == .done || report.aspect == .end ? "transformed" : "transforming"
    case .start, .continue, .extend: return isAsserted ? "active" : nil
    default: return nil
    }
  }

  /// Filed under the document, or under the first party with the second as its scope.
  static func agreements(of report: Report) -> [ReportedClaim] {
    guard let status = agreementStatus(report) else { return [] }
    let parties = Set((report.entities(.actor, .counterparty)).map(\.principal)).sorted()
    let documents = report.entities(.document)
    let keys =
      documents.isEmpty
      ? parties.prefix(1).map { ($0, parties.dropFirst().first) }
      : documents.map { ($0, nil) }
    return keys.map { subject, scope in
      var claim = ReportedClaim(
        subject, "agreement-status", scope: scope, status: status, plannedOrAssertedIn: report)
      // That an agreement is possible is a status of it; that it is denied or wanted is not.
      if report.modality == .possible && report.polarity == .positive { claim.standing = .value }
      return claim
    }
  }

  private static func agreementStatus(_ report: Report) -> String? {
    guard report.kind == .agreement else { return nil }
    if report.detail == .end || report.aspect == .end {
      // An end to come changes nothing yet.
      return report.commitment == .asserted ? "ended" : nil
    }
    switch report.modality {
    case .asserted: return report.isUnderWay ? "negotiating" : "reached"
    case .planned, .expected: return "pending"
    case .demanded, .possible, .conditional, .denied: return "negotiating"
    }
  }

  static func demands(of report: Report) -> [ReportedClaim] {
    guard report.kind == .demand else { return [] }
    let addressees = report.entities(.addressee)
    let scopes: [EntityID?] = addressees.isEmpty ? [nil] : addressees.map(\.principal)
    return report.principals.flatMap { subject in
      scopes.map {
        ReportedClaim(subject, "demand", scope: $0, .status("open"), assertedIn: report)
      }
    }
  }

  static func offices(of report: Report) -> [ReportedClaim] {
    guard report.kind == .office, let status = officeStatus(report) else { return [] }
    let persons = report.entities(.person, .actor).filter { $0.rawValue.hasPrefix("person:") }
    return persons.map { person in
      ReportedClaim(
        person, "office", scope: report.entities(.post).first, status: status,
        plannedOrAssertedIn: report)
    }
  }

  private static func officeStatus(_ report: Report) -> String? {
    let isAsserted = report.commitment == .asserted
    switch report.detail {
    case .enter, .win: return isAsserted ? "holding" : "entering-planned"
    case .leave, .lose: return isAsserted ? "left" : "leaving-planned"
    default: return nil
    }
  }
}
