import EDTF
import TarikhModel
import TarikhProjections

/// Step 4: what holds, in which order, in which conflict.
extension Oracle {
  /// One variable: its state, the reports shown in it, and the facts overlaid by later ones.
  func evaluate(
    _ key: [String], _ claims: [OracleClaim]
  ) -> (state: ComparedState?, shown: [Position], overlaid: [Position]) {
    let day = asOf.valid?.rawValue ?? 0
    var holding: [(claim: OracleClaim, certainty: ClaimCertainty)] = []
    for index in claims.indices {
      if let certainty = claims.certainty(of: index, on: day) {
        holding.append((claims[index], certainty))
      }
    }
    let facts = holding.filter(\.claim.isFact).map(\.claim.standing.root.position)
    let latest = facts.max()
    let overlaid = facts.filter { $0 != latest }
    holding.removeAll {
      $0.claim.isFact
        && ($0.claim.standing.root.position != latest || $0.claim.claim.value == .cleared)
    }
    guard !holding.isEmpty else { return (nil, latest.map { [$0] } ?? [], overlaid) }
    let misprints = misprints(claims)
    let sound = holding.map(\.claim).filter {
      !misprints.contains($0.standing.root.position)
    }
    let shown = holding.map { held in
      (
        held.claim, held.certainty, misprints.contains(held.claim.standing.root.position),
        isOlder(held.claim, sound)
      )
    }
    let ordered = order(shown)
    let preferred = ordered.first { $0.claim.isValue && !$0.misprint }
    let state = ComparedState(
      key: key, conflict: conflict(ordered, preferred: preferred),
      claims: ordered.map { item in
        ComparedState.Claim(
          event: item.claim.standing.content.address, value: item.claim.claim.value,
          certainty: item.certainty,
          preferred: item.claim.isValue && !item.misprint
            && item.claim.standing.root.position == preferred?.claim.standing.root.position,
          flags: flags(item))
      })
    let positions = holding.map(\.claim.standing.root.position) + (latest.map { [$0] } ?? [])
    return (state, positions, overlaid)
  }

  typealias Item = (claim: OracleClaim, certainty: ClaimCertainty, misprint: Bool, older: Bool)

  private func flags(_ item: Item) -> [ClaimFlag] {
    var flags = item.claim.claim.flags
    if item.misprint { flags.append(.misprintSuspected) }
    if item.older { flags.append(.older) }
    if item.claim.standing.root.position != item.claim.standing.content.position {
      flags.append(.corrected)
    }
    if item.claim.standing.report?.when?.dependsOnPublication ?? false {
      flags.append(.dependsOnPublication)
    }
    return flags.sorted()
  }

  private func isOlder(_ claim: OracleClaim, _ all: [OracleClaim]) -> Bool {
    guard [.stock, .status, .upgrade].contains(claim.variable.nature), claim.isValue else {
      return false
    }
    return all.contains {
      $0.isValue && $0.source != claim.source
        && $0.beginnings.lowerBound > claim.beginnings.upperBound
    }
  }

  /// Figures five times away from all others within a year, which more sources contradict than
  /// give, unless that is every figure.
  private func misprints(_ claims: [OracleClaim]) -> Set<Position> {
    let figures = claims.filter {
      $0.variable.nature == .stock && $0.isValue && !$0.isFact && ($0.figure ?? 0) > 0
    }
    var suspects: Set<Position> = []
    for claim in figures {
      guard let figure = claim.figure else { continue }
      var givers: Set<[String]> = []
      var others: Set<[String]> = []
      var isFarFromAll = true
      for other in figures {
        guard let number = other.figure else { continue }
        let gap = max(
          other.beginnings.lowerBound - claim.beginnings.upperBound,
          claim.beginnings.lowerBound - other.beginnings.upperBound)
        if gap > 365 { continue }
        if number == figure {
          givers.insert(other.source + ["\(number)"])
        } else {
          others.insert(other.source + ["\(number)"])
          if max(number, figure) < 5 * min(number, figure) { isFarFromAll = false }
        }
      }
      if isFarFromAll && others.count > givers.count {
        suspects.insert(claim.standing.root.position)
      }
    }
    return suspects.count < figures.count ? suspects : []
  }

  private func conflict(_ items: [Item], preferred: Item?) -> ConflictKind {
    let values = items.filter(\.claim.isValue)
    for item in values where !item.misprint {
      guard let preferred else { break }
      let (mine, other) = (preferred.claim, item.claim)
      guard mine.claim.value != other.claim.value else { continue }
      switch mine.variable.nature {
      case .deadline: return .date
      case .fact: continue
      case .stock, .status, .upgrade, .count: break
      }
      guard mine.beginnings.overlaps(other.beginnings) else { continue }
      guard case .quantity(let a) = mine.claim.value, case .quantity(let b) = other.claim.value
      else { return mine.variable.nature == .stock ? .measurement : .factuality }
      if !mayBeEqual(a, b) { return .measurement }
    }
    return values.contains(where: \.misprint) ? .misprint : .none
  }

  /// Tries every number at, just below and just above the ends of both.
  private func mayBeEqual(_ a: ClaimedQuantity, _ b: ClaimedQuantity) -> Bool {
    let ends = [a.min, a.max, b.min, b.max].compactMap { $0 }.flatMap { [$0, $0 * 0.9, $0 * 1.1] }
    return ends.flatMap { [$0 - 0.001, $0, $0 + 0.001] }.contains { allows(a, $0) && allows(b, $0) }
  }

  private func allows(_ quantity: ClaimedQuantity, _ number: Double) -> Bool {
    switch quantity.comparator {
    case .equal: number == quantity.min
    case .about: number >= (quantity.min ?? 0) * 0.9 && number <= (quantity.max ?? 0) * 1.1
    case .less: number < quantity.max ?? 0
    case .greater: number > quantity.min ?? 0
    case .atMost: number <= quantity.max ?? 0
    case .atLeast: number >= quantity.min ?? 0
    }
  }
}
