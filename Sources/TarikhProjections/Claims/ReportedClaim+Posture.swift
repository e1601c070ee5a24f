internal import EDTF
internal import TarikhModel

/// Military posture: how many, where, and whether they stay.
extension ReportedClaim {
  /// Figures of soldiers.
  ///
  /// A stock is the level. "Down to 2000" is a level, derived, once it is done, and a target
  /// before. "By 500" and "by a fifth" say nothing without a level to start from.
  static func troopLevels(of report: Report) -> [ReportedClaim] {
    guard [.forceLevel, .drawdown, .withdrawal, .deployment].contains(report.kind) else {
      return []
    }
    return report.figures.filter { $0.unit == "soldiers" }.flatMap { quantity in
      guard quantity.min != nil || quantity.max != nil else { return [ReportedClaim]() }
      let subjects = quantity.of.map { [$0.principal] } ?? report.principals
      return subjects.flatMap { subject in
        report.countries.compactMap { troopLevel(quantity, subject, $0, report) }
      }
    }
  }

  private static func troopLevel(
    _ quantity: Quantity, _ subject: EntityID, _ country: EntityID?, _ report: Report
  ) -> ReportedClaim? {
    let value = ClaimValue.quantity(
      ClaimedQuantity(
        min: quantity.min, max: quantity.max, comparator: quantity.comparator,
        unit: quantity.unit))
    var claim = ReportedClaim(
      subject, "troop-level", scope: country, value, assertedIn: report)
    switch quantity.measure {
    case .stock: return claim.standing == .value ? claim : claim.flagged(.target)
    case .target:
      let isReached = report.aspect == .done || report.aspect == .end
      if claim.standing == .value && isReached { return claim.flagged(.derived) }
      claim.standing = .aim
      return claim.flagged(.target)
    case .change, .count: return nil
    }
  }

  static func baseStatuses(of report: Report) -> [ReportedClaim] {
    guard let status = baseStatus(report) else { return [] }
    return report.bases.map {
      ReportedClaim($0, "base-status", scope: nil, status: status, plannedOrAssertedIn: report)
    }
  }

  private static func baseStatus(_ report: Report) -> String? {
    let isAsserted = report.commitment == .asserted
    switch report.kind {
    case .withdrawal:
      guard isAsserted else { return "leaving-planned" }
      return report.isUnderWay ? "leaving" : "vacated"
    case .handover:
      guard isAsserted else { return "handover-planned" }
      return report.isUnderWay ? "leaving" : "handed-over"
    case .deployment:
      // To stay is to be there already; a deployment to come changes nothing yet.
      return isAsserted || report.detail == .retain ? "occupied" : nil
    default: return nil
    }
  }

  static func presencePolicies(of report: Report) -> [ReportedClaim] {
    let course: String
    switch report.kind {
    case .drawdown, .withdrawal: course = "drawdown"
    case .deployment: course = "deployment"
    default: return []
    }
    var status = "\(course)-\(phase(of: report))"
    if report.detail == .retain { status = "retained" }
    return report.principals.flatMap { subject in
      report.countries.flatMap { country in
        [
          ReportedClaim(
            subject, "presence-policy", scope: country, status: status,
            plannedOrAssertedIn: report)
        ] + deadline(subject, "withdrawal-deadline", country, report)
      }
    }
  }

  /// Nothing is said to be done that is not said to be done.
  private static func phase(of report: Report) -> String {
    guard report.commitment == .asserted else { return "planned" }
    return report.aspect == .done || report.aspect == .end ? "done" : "begun"
  }

  /// The last day of a thing still to come, where the report gives one.
  static func deadline(
    _ subject: EntityID, _ attribute: String, _ scope: EntityID?, _ report: Report
  ) -> [ReportedClaim] {
    guard report.modality != .asserted, report.kind != .deployment, let when = report.when,
      [.by, .until, .before].contains(when.relation), case .day(let last) = when.edtf.bounds.latest,
      let day = EDTFExpression(day: last)
    else { return [] }
    var claim = ReportedClaim(subject, attribute, scope: scope, .date(day), assertedIn: report)
    if report.commitment == .planned { claim.standing = .value }
    return [claim]
  }
}
