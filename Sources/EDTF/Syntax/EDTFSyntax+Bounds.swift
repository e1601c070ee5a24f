extension EDTFSyntax {
  /// The first and last day, or `nil` when a date in it does not exist or it runs backwards.
  ///
  /// - Complexity: O(*n*) in its dates.
  var bounds: DayBounds? {
    switch self {
    case .date(let date):
      return date.days.map {
        DayBounds(earliest: .day($0.lowerBound), latest: .day($0.upperBound))
      }
    case .interval(let interval): return interval.bounds
    case .set(let set): return set.bounds
    }
  }
}

extension EDTFInterval {
  /// Sides that overlap are in order: `2004-06/2004` is an interval, `2005/2004` is none.
  var bounds: DayBounds? {
    if let first = start.date, let last = end.date {
      guard let from = first.days, let to = last.days, from.lowerBound <= to.upperBound else {
        return nil
      }
    }
    guard start.date != nil || end.date != nil,
      let earliest = start.bound({ $0.lowerBound }), let latest = end.bound({ $0.upperBound })
    else { return nil }
    return DayBounds(earliest: earliest, latest: latest)
  }
}

extension EDTFInterval.Side {
  fileprivate func bound(_ side: (ClosedRange<Day>) -> Day) -> DayBound? {
    switch self {
    case .date(let date): date.days.map { .day(side($0)) }
    case .dateOrBeyond(let date): date.days.map { _ in .open }
    case .open: .open
    case .unknown: .unknown
    }
  }
}

extension EDTFSet {
  var bounds: DayBounds? {
    var (earliest, latest): (DayBound?, DayBound?) = (nil, nil)
    for member in members {
      guard let span = member.bounds else { return nil }
      earliest = Self.outer(earliest, span.earliest, isWider: <)
      latest = Self.outer(latest, span.latest, isWider: >)
    }
    guard let earliest, let latest else { return nil }
    return DayBounds(earliest: earliest, latest: latest)
  }

  private static func outer(
    _ known: DayBound?, _ new: DayBound, isWider: (Day, Day) -> Bool
  ) -> DayBound {
    guard let known else { return new }
    guard let knownDay = known.day, let newDay = new.day else { return .open }
    return isWider(newDay, knownDay) ? new : known
  }
}

extension EDTFSet.Member {
  var bounds: DayBounds? {
    switch self {
    case .date(let date):
      return date.days.map {
        DayBounds(earliest: .day($0.lowerBound), latest: .day($0.upperBound))
      }
    case .range(let first, let last):
      guard let from = first.days, let to = last.days, from.lowerBound <= to.upperBound else {
        return nil
      }
      return DayBounds(earliest: .day(from.lowerBound), latest: .day(to.upperBound))
    case .upTo(let date):
      return date.days.map { DayBounds(earliest: .open, latest: .day($0.upperBound)) }
    case .from(let date):
      return date.days.map { DayBounds(earliest: .day($0.lowerBound), latest: .open) }
    }
  }
}
