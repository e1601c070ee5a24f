import EDTF
import TarikhModel
import TarikhProjections

/// The order of preference, by picking the best again and again.
extension Oracle {
  func order(_ items: [Item]) -> [Item] {
    var left = items
    var ordered: [Item] = []
    while !left.isEmpty {
      var best = Array(left.indices)
      for criterion in criteria(left[0].claim.variable) {
        let least = best.map { criterion(left[$0]) }.min()
        best.removeAll { criterion(left[$0]) != least }
      }
      ordered.append(left.remove(at: best[0]))
    }
    return ordered
  }

  /// From the weightiest; the smaller number wins.
  private func criteria(_ variable: StateVariable) -> [(Item) -> Int] {
    let group: (Item) -> Int = { !$0.claim.isValue ? 2 : $0.misprint ? 1 : 0 }
    let modality: (Item) -> Int = { item in
      let order: [Modality] = [
        .asserted, .planned, .expected, .demanded, .possible, .conditional, .denied,
      ]
      return order.firstIndex(of: item.claim.modality) ?? 9
    }
    let status: (Item) -> Int = { item in
      guard case .status(let status) = item.claim.claim.value else { return 0 }
      return -(variable.statuses.firstIndex(of: status) ?? -1)
    }
    let stated: (Item) -> Int = { item in
      let (first, last) = (item.claim.bounds.earliest.day, item.claim.bounds.latest.day)
      let day = item.claim.modality == .asserted ? last ?? first : first ?? last
      return -(day?.rawValue ?? OracleClaim.past)
    }
    let general: [(Item) -> Int] = [
      modality, { $0.older ? 1 : 0 },
      { $0.claim.standing.report?.attribution.map { $0.anonymous ? 1 : 0 } ?? 2 },
      { -($0.claim.published?.latest.day?.rawValue ?? OracleClaim.past) },
      { item in
        let bounds = item.claim.bounds
        return (bounds.latest.day?.rawValue ?? OracleClaim.future * 2)
          - (bounds.earliest.day?.rawValue ?? -OracleClaim.future * 2)
      },
      { item in
        guard case .quantity(let quantity) = item.claim.claim.value else { return 0 }
        return [.equal, .about].contains(quantity.comparator) ? 0 : 1
      },
      { Int($0.claim.standing.content.position.rawValue) },
    ]
    switch variable.nature {
    case .status:
      return [group, { $0.certainty == .certain ? 0 : 1 }, stated, modality, status] + general
    case .upgrade: return [group, status] + general
    case .stock, .deadline, .count, .fact: return [group] + general
    }
  }
}
