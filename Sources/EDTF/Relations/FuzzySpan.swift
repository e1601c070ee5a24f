/// A run of days whose first and last day are known only to lie in ranges.
///
/// It stands for every pair of a start and an end in the ranges with start ≤ end; for an
/// `isOneDay` span only for those with start = end. `Int.min` and `Int.max` stand for "has no
/// start" and "has no end".
struct FuzzySpan: Hashable {
  /// Earliest and latest possible first day.
  let start: ClosedRange<Int>
  /// Earliest and latest possible last day.
  let end: ClosedRange<Int>
  let isOneDay: Bool

  /// A run of days; starts after the last end and ends before the first start are cut off.
  ///
  /// - Precondition: Some start is not after some end.
  init(start: ClosedRange<Int>, end: ClosedRange<Int>) {
    precondition(start.lowerBound <= end.upperBound, "a span that ends before it starts")
    self.start = start.lowerBound...min(start.upperBound, end.upperBound)
    self.end = max(end.lowerBound, start.lowerBound)...end.upperBound
    isOneDay = false
  }

  /// One day, no more being known than that it lies in `days`.
  init(oneDayIn days: ClosedRange<Int>) {
    (start, end, isOneDay) = (days, days, true)
  }

  /// From the earliest start to the latest end.
  var hull: ClosedRange<Int> { start.lowerBound...end.upperBound }

  /// Whether it covers `day`.
  func covers(_ day: Int) -> Possibility {
    Possibility(
      may: hull.contains(day), must: start.upperBound <= day && day <= end.lowerBound)
  }

  /// Whether it ends before `other` begins.
  func isBefore(_ other: FuzzySpan) -> Possibility {
    Possibility(
      may: end.lowerBound < other.start.upperBound, must: end.upperBound < other.start.lowerBound)
  }

  /// Whether some day belongs to both.
  func overlaps(_ other: FuzzySpan) -> Possibility {
    Possibility(
      may: hull.overlaps(other.hull),
      must: start.upperBound <= other.end.lowerBound && other.start.upperBound <= end.lowerBound)
  }

  /// Whether every day of `other` belongs to it.
  func contains(_ other: FuzzySpan) -> Possibility {
    Possibility(
      may: mayContain(other),
      must: start.upperBound <= other.start.lowerBound && other.end.upperBound <= end.lowerBound)
  }

  private func mayContain(_ other: FuzzySpan) -> Bool {
    if isOneDay {
      // One day holds only itself: it must be able to be both start and end of the other.
      let first = max(start.lowerBound, other.end.lowerBound)
      return first <= min(start.upperBound, other.start.upperBound)
    }
    // The widest of the one holds the narrowest of the other.
    let first = max(start.lowerBound, other.start.lowerBound)
    let last = min(end.upperBound, other.end.upperBound)
    return first <= other.start.upperBound && other.end.lowerBound <= last && first <= last
  }
}
