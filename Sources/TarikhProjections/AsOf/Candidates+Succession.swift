internal import TarikhModel

/// What a source says later ends what it said before; what others say later makes it older.
extension [Candidate] {
  /// Ends each claim where the same source gives a later one.
  ///
  /// Later is what begins certainly after. Where two can have begun in either order, the earlier
  /// one holds only possibly from then on, unless both say the same, or both have the very same
  /// date: then they were said together.
  /// - Complexity: O(*n* + *d*²), *d* being the different values and dates of one source.
  mutating func applySuccession() {
    let sayings = Dictionary(grouping: indices) { Saying(self[$0]) }
    let bySource = Dictionary(grouping: sayings.keys) { "\($0.standing) \($0.source)" }
    for group in bySource.values where group.count > 1 {
      for saying in group {
        let limit = saying.limit(among: group)
        for index in sayings[saying] ?? [] {
          let end = self[index].holding.end
          self[index].holding.end = HoldingTime.Span(
            Swift.min(end.first, limit.first), Swift.min(end.last, limit.last))
        }
      }
    }
  }

  /// Flags values that another source has followed with a later one.
  /// - Complexity: O(*n*).
  mutating func markOlder() {
    var latest: [String: Int] = [:]
    for candidate in self where candidate.isValue {
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

/// What a source said of when: claims that are alike in both end alike.
private struct Saying: Hashable {
  let source: String
  let standing: ReportedClaim.Standing
  let begin: HoldingTime.Span
  let value: ClaimValue

  init(_ candidate: Candidate) {
    source = candidate.source
    standing = candidate.row.claim.standing
    begin = candidate.own.begin
    value = candidate.row.claim.value
  }

  /// First and last day on which what else the source said can have ended this.
  func limit(among others: [Saying]) -> HoldingTime.Span {
    var (first, last) = (HoldingTime.Span.never, HoldingTime.Span.never)
    for next in others {
      if next.begin.first > begin.last {
        first = min(first, next.begin.first)
        last = min(last, next.begin.last)
      } else if next.begin != begin, next.begin.last > begin.first, next.value != value {
        // On its own first day nothing can have ended it yet.
        first = min(first, max(next.begin.first, begin.first + 1))
      }
    }
    return HoldingTime.Span(first, last)
  }
}
