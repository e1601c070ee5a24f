internal import TarikhModel

/// Territory and attacks.
extension ReportedClaim {
  static func territories(of report: Report) -> [ReportedClaim] {
    guard report.kind == .control, let detail = report.detail else { return [] }
    let status: String
    switch detail {
    case .gain, .hold: status = "held"
    case .loss: status = "lost"
    default: return []
    }
    // Of a loss the loser is the subject, who in many reports is the target of the deed.
    let actors = report.entities(.actor)
    let losers = report.entities(.target, .from)
    let subjects = detail == .loss && !losers.isEmpty ? losers : actors
    let areas = report.entities(.place)
    let scopes: [EntityID?] = areas.isEmpty ? [nil] : areas
    return subjects.flatMap { subject in
      scopes.map {
        ReportedClaim(
          subject, "territorial-control", scope: $0, .status(status), assertedIn: report)
      }
    }
  }

  static func attackCounts(of report: Report) -> [ReportedClaim] {
    guard report.kind == .attack else { return [] }
    let areas = report.entities(.place)
    let scopes: [EntityID?] = areas.isEmpty ? [nil] : areas
    return report.figures.filter { $0.unit == "attacks" && $0.measure == .count }
      .flatMap { quantity in
        (quantity.of.map { [$0] } ?? report.entities(.actor)).flatMap { group in
          scopes.map { area in
            ReportedClaim(
              group, "attack-count", scope: area,
              .quantity(
                ClaimedQuantity(
                  min: quantity.min, max: quantity.max, comparator: quantity.comparator,
                  unit: quantity.unit)), assertedIn: report)
          }
        }
      }
  }
}
