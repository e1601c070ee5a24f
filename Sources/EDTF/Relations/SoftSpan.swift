/// A fuzzy span together with what its qualifiers leave certain.
///
/// What may be is read from `plain`. What must be is read from `soft`, in which every qualified
/// date reaches a day further on both sides: so a qualifier makes nothing possible that was
/// impossible, but nothing is certain that would change if the date were off by a day.
struct SoftSpan: Hashable {
  let plain: FuzzySpan
  let soft: FuzzySpan

  init(plain: FuzzySpan, soft: FuzzySpan) {
    (self.plain, self.soft) = (plain, soft)
  }

  /// One day in `days`.
  init(oneDayIn days: ClosedRange<Int>, isQualified: Bool) {
    plain = FuzzySpan(oneDayIn: days)
    soft = FuzzySpan(oneDayIn: isQualified ? days.widened : days)
  }

  /// A run of days that is known exactly, half-open.
  init(_ days: Range<Day>) {
    let (first, last) = (days.lowerBound.rawValue, days.upperBound.rawValue - 1)
    self.init(plain: FuzzySpan(start: first...first, end: last...last))
  }

  private init(plain: FuzzySpan) { self.init(plain: plain, soft: plain) }

  func covers(_ day: Int) -> Possibility {
    Possibility(may: plain.covers(day).isPossible, must: soft.covers(day).isCertain)
  }

  func relates(
    _ relation: (FuzzySpan) -> (FuzzySpan) -> Possibility, to other: SoftSpan
  ) -> Possibility {
    Possibility(
      may: relation(plain)(other.plain).isPossible, must: relation(soft)(other.soft).isCertain)
  }
}

extension ClosedRange<Int> {
  /// A day more on both sides; "no start" and "no end" stay what they are.
  var widened: ClosedRange<Int> {
    let first = lowerBound == .min || lowerBound == .max ? lowerBound : lowerBound - 1
    let last = upperBound == .min || upperBound == .max ? upperBound : upperBound + 1
    return first...last
  }
}
