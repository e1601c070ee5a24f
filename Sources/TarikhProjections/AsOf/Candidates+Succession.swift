internal import TarikhModel

/// What a source says later ends what it said before; what others say later makes it older.
extension [Candidate] {
  /// Ends each claim where the same source gives a later one.
  ///
  /// Later is what begins certainly after. Where two can have begun in either order, the earlier
  /// one holds only possibly from then on, unless both say the same, or both have the very same
  /// date: then they were said together.
  /// - Complexity: O(*n*²) in the claims of one variable by one source.
  mutating func applySuccession() {
    let groups = Dictionary(grouping: indices) {
      "\(self[$0].row.claim.standing.rawValue) \(self[$0].source)"
    }
    for group in groups.values where group.count > 1 {
      for index in group {
        for other in group where other != index { end(index, by: self[other]) }
      }
    }
  }

  private mutating func end(_ index: Int, by later: Candidate) {
    let (begin, next) = (self[index].own.begin, later.own.begin)
    if next.first > begin.last {
      self[index].holding.end.first = Swift.min(self[index].holding.end.first, next.first)
      self[index].holding.end.last = Swift.min(self[index].holding.end.last, next.last)
    } else if next != begin, next.last > begin.first,
      later.row.claim.value != self[index].row.claim.value
    {
      // On its own first day nothing can have ended it yet.
      let first = Swift.max(next.first, begin.first + 1)
      self[index].holding.end.first = Swift.min(self[index].holding.end.first, first)
    }
  }

  /// Flags values that another source has followed with a later one.
  mutating func markOlder() {
    for index in indices where self[index].isValue {
      self[index].isOlder = contains { other in
        other.isValue && other.source != self[index].source
          && other.own.begin.first > self[index].own.begin.last
      }
    }
  }
}
