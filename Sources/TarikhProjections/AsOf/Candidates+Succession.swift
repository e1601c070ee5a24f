internal import TarikhModel

/// What a source says later ends what it said before; what others say later makes it older.
extension [Candidate] {
  /// Ends each claim where the same source gives a later one.
  ///
  /// Later is what begins certainly after. Where two can have begun in either order, the earlier
  /// one holds only possibly from then on, unless both say the same, or both have the very same
  /// date: then they were said together.
  /// - Complexity: O(*n* log *n*).
  mutating func applySuccession() {
    let sayings = Dictionary(grouping: indices) { Saying(self[$0]) }
    let bySource = Dictionary(grouping: sayings.keys) { "\($0.standing) \($0.source)" }
    for group in bySource.values where group.count > 1 {
      let order = SayingOrder(group)
      for saying in group {
        let limit = order.limit(of: saying)
        for index in sayings[saying] ?? [] {
          let end = self[index].holding.end
          self[index].holding.end = HoldingTime.Span(
            Swift.min(end.first, limit.first), Swift.min(end.last, limit.last))
        }
      }
    }
  }

  /// Flags values that another source has followed with a later one, suspected misprints apart.
  /// - Complexity: O(*n* log *n*).
  mutating func markOlder() {
    var latest: [String: Int] = [:]
    for candidate in self where candidate.isValue && !candidate.isMisprintSuspected {
      let begin = candidate.own.begin.first
      latest[candidate.source] = Swift.max(latest[candidate.source] ?? begin, begin)
    }
    // The two sources that go furthest: one of them is another than the claim's own.
    let furthest = latest.sorted { $0.value > $1.value }.prefix(2)
    for index in indices where self[index].isValue {
      self[index].isOlder = furthest.contains {
        $0.key != self[index].source && $0.value > self[index].own.begin.last
      }
    }
  }
}
