import EDTF
import TarikhModel
import TarikhProjections

/// A state as far as the two evaluators are compared.
struct ComparedState: Hashable, CustomStringConvertible {
  var key: [String]
  var conflict: ConflictKind
  var claims: [Claim]

  struct Claim: Hashable {
    var event: EventAddress
    var value: ClaimValue
    var certainty: ClaimCertainty
    var preferred: Bool
    var flags: [ClaimFlag]
  }

  init(key: [String], conflict: ConflictKind, claims: [Claim]) {
    self.key = key
    self.conflict = conflict
    self.claims = claims
  }

  init(_ state: State) {
    key = [state.subject.rawValue, state.attribute, state.scope?.rawValue ?? ""]
    conflict = state.conflict
    claims = state.claims.map {
      Claim(
        event: $0.event, value: $0.value, certainty: $0.certainty, preferred: $0.preferred,
        flags: $0.flags)
    }
  }

  var description: String {
    "\(key) \(conflict)"
      + claims.map { "\n    \($0.event) \($0.value) \($0.certainty) \($0.preferred) \($0.flags)" }
      .joined()
  }
}

extension Oracle {
  /// All states on the day, and what was left out.
  func states() -> (states: [ComparedState], leftOut: [LeftOutReason: Int]) {
    var fates: [Position: LeftOutReason?] = [:]
    var claims: [[String]: [OracleClaim]] = [:]
    for standing in past.standing where !standing.claims.isEmpty {
      fates[standing.root.position] = .some(.outsideValidTime)
      if !hasTime(standing) {
        fates[standing.root.position] = .some(.undated)
      } else if let obstacle = obstacle(standing) {
        fates[standing.root.position] = .some(obstacle)
      } else {
        for claim in standing.claims {
          let key = [claim.subject.rawValue, claim.attribute, claim.scope?.rawValue ?? ""]
          claims[key, default: []].append(oracleClaim(claim, standing))
        }
      }
    }
    var states: [ComparedState] = []
    for (key, group) in claims {
      let (state, shown, overlaid) = evaluate(key, group)
      if let state { states.append(state) }
      for position in overlaid { fates[position] = .some(.superseded) }
      for position in shown { fates[position] = .some(nil) }
    }
    var leftOut: [LeftOutReason: Int] = [:]
    for case .some(let reason) in fates.values { leftOut[reason, default: 0] += 1 }
    countEnded(Set(fates.keys), &leftOut)
    return (states.sorted { $0.key.lexicographicallyPrecedes($1.key) }, leftOut)
  }

  private func oracleClaim(_ claim: ReportedClaim, _ standing: Standing) -> OracleClaim {
    OracleClaim(
      standing: standing, claim: claim, variable: StateVariable.named(claim.attribute),
      modality: standing.report?.modality ?? .asserted,
      outlet: past.outlet(of: standing.root.stream),
      published: past.publication(of: standing.root.stream)?.date?.bounds)
  }

  /// Reports that once made a claim and do not stand, or make none any more.
  private func countEnded(_ counted: Set<Position>, _ leftOut: inout [LeftOutReason: Int]) {
    for root in events where !counted.contains(root.position) {
      switch root.payload {
      case .reported, .fact: break
      default: continue
      }
      // Its last wording that made a claim, and what took that away.
      var claimed = false
      var reason: LeftOutReason?
      for step in past.steps + [past] where step.position >= root.position {
        let standing = step.standing.first { $0.root.position == root.position }
        let claims = !(standing?.claims.isEmpty ?? true)
        if claimed && !claims { reason = standing == nil ? .retracted : .superseded }
        claimed = claims
      }
      if let reason { leftOut[reason, default: 0] += 1 }
    }
    let erased = events.count { event in
      if case .erased(let type, _) = event.payload {
        return type == .reported || type == .corrected
      }
      return false
    }
    if erased > 0 { leftOut[.redacted] = erased }
  }
}
