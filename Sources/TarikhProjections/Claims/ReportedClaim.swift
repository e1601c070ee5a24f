package import TarikhModel

/// What a report implies for one state variable, before anything is known of when and of rivals.
package struct ReportedClaim: Hashable, Sendable {
  package var subject: EntityID
  package var attribute: String
  package var scope: EntityID?
  package var value: ClaimValue
  package var standing: Standing
  /// Ascending, without repeats.
  package var flags: [ClaimFlag]

  /// What a claim can be of a variable.
  package enum Standing: UInt8, Hashable, Sendable {
    /// Its value.
    case value = 1
    /// Only aimed at, foretold, wanted or denied: shown beside the value, never it.
    case aim
  }
}

extension ReportedClaim {
  /// The claims of a report, in a fixed order, each variable at most once for one value.
  package static func claims(of report: Report) -> [ReportedClaim] {
    let all =
      troopLevels(of: report) + baseStatuses(of: report) + presencePolicies(of: report)
      + missions(of: report) + agreements(of: report) + demands(of: report)
      + territories(of: report) + attackCounts(of: report) + offices(of: report)
    var seen: Set<ReportedClaim> = []
    return all.filter { seen.insert($0).inserted }
  }

  /// The claim of a recorded fact.
  package static func claim(of fact: Fact) -> ReportedClaim {
    ReportedClaim(
      subject: fact.subject, attribute: fact.attribute, scope: nil,
      value: fact.value.map(ClaimValue.text) ?? .cleared, standing: .value, flags: [])
  }

  /// A claim that is the variable's value only where its source asserts it.
  init(
    _ subject: EntityID, _ attribute: String, scope: EntityID?, _ value: ClaimValue,
    assertedIn report: Report
  ) {
    let isValue = report.modality == .asserted && report.polarity == .positive
    self.init(
      subject: subject, attribute: attribute, scope: scope, value: value,
      standing: isValue ? .value : .aim, flags: report.modalityFlags)
  }

  /// A claim of a status, which a plan has as well as a deed; wishes and denials stay aims.
  init(
    _ subject: EntityID, _ attribute: String, scope: EntityID?, status: String,
    plannedOrAssertedIn report: Report
  ) {
    let isValue = report.commitment != .none
    self.init(
      subject: subject, attribute: attribute, scope: scope, value: .status(status),
      standing: isValue ? .value : .aim, flags: report.modalityFlags)
  }

  func flagged(_ flag: ClaimFlag) -> ReportedClaim {
    var claim = self
    claim.flags = Set(claim.flags + [flag]).sorted()
    return claim
  }
}
