/// Questions about time, answered impossible, possible or certain.
///
/// An expression is read in one of two ways. As the date of an *event* it means one day that
/// lies somewhere in it. As the time of a *state* an interval holds on every day from its start
/// to its end, whose days are known only as well as its two dates. A plain date is read alike in
/// both: one day in it.
///
/// | expression | event: `occurs(on:)` | state: `covers(_:)` |
/// |---|---|---|
/// | `2025-09-12` | certain on it | certain on it |
/// | `2025-09` | possible in September | possible in September |
/// | `2025-09/2025-11` | possible from 1 September to 30 November | the same, and certain from 30 September to 1 November |
/// | `2025-09-12/..` (open) | possible from the 12th on | certain from the 12th on |
/// | `2025-09-12/` (unknown) | possible from the 12th on | certain on the 12th, then possible |
/// | `../2025-09-12` (open) | possible up to the 12th | certain up to the 12th |
/// | `/2025-09-12` (unknown) | possible up to the 12th | certain on the 12th, before it possible |
/// | `[2025,2027]` | possible in both years | the same |
/// | `{2025..2027}` | possible in the three years | certain from 31 December 2025 to 1 January 2027 |
/// | `1560-X2` | possible in February and December only | the same |
///
/// Everything else is impossible. A qualifier (`?`, `~`, `%`) never moves a bound, so nothing
/// outside becomes possible; but nothing is certain that would change if a qualified date were a
/// day off: `2025-09-12~` is only possible on the 12th, and before 2026 for certain.
///
/// Questions about more than one day know nothing of gaps in sets and in unspecified digits:
/// there they may say possible where a closer look would decide, and are never wrong.
extension EDTFExpression {
  /// Whether the state holds on `day`.
  public func covers(_ day: Day) -> Possibility {
    answer(on: day, reading: .state)
  }

  /// Whether the event falls on `day`.
  public func occurs(on day: Day) -> Possibility {
    answer(on: day, reading: .event)
  }

  /// Whether the event falls on one of `days`, half-open.
  public func occurs(in days: Range<Day>) -> Possibility {
    guard !days.isEmpty else { return .impossible }
    return SoftSpan(days).relates(FuzzySpan.contains, to: syntax.eventSpan)
  }

  /// Whether the event falls before `day`.
  public func occurs(before day: Day) -> Possibility {
    syntax.eventSpan.relates(FuzzySpan.isBefore, to: SoftSpan(day))
  }

  /// Whether the event falls after `day`.
  public func occurs(after day: Day) -> Possibility {
    SoftSpan(day).relates(FuzzySpan.isBefore, to: syntax.eventSpan)
  }

  /// Whether the state holds on at least one of `days`, half-open.
  public func overlaps(_ days: Range<Day>) -> Possibility {
    guard !days.isEmpty else { return .impossible }
    return syntax.stateSpan.relates(FuzzySpan.overlaps, to: SoftSpan(days))
  }

  /// Whether the state holds on all of `days`, half-open; on none of none, certainly.
  public func contains(_ days: Range<Day>) -> Possibility {
    guard !days.isEmpty else { return .certain }
    return syntax.stateSpan.relates(FuzzySpan.contains, to: SoftSpan(days))
  }

  /// Whether the state is over before `day`.
  public func isBefore(_ day: Day) -> Possibility {
    syntax.stateSpan.relates(FuzzySpan.isBefore, to: SoftSpan(day))
  }

  /// Whether the state begins after `day`.
  public func isAfter(_ day: Day) -> Possibility {
    SoftSpan(day).relates(FuzzySpan.isBefore, to: syntax.stateSpan)
  }

  /// Whether it is over before `other` begins.
  public func isBefore(_ other: EDTFExpression) -> Possibility {
    syntax.stateSpan.relates(FuzzySpan.isBefore, to: other.syntax.stateSpan)
  }

  /// Whether it begins after `other` is over.
  public func isAfter(_ other: EDTFExpression) -> Possibility { other.isBefore(self) }

  /// Whether some day belongs to both.
  public func overlaps(_ other: EDTFExpression) -> Possibility {
    syntax.stateSpan.relates(FuzzySpan.overlaps, to: other.syntax.stateSpan)
  }

  /// Whether every day of `other` belongs to it.
  public func contains(_ other: EDTFExpression) -> Possibility {
    syntax.stateSpan.relates(FuzzySpan.contains, to: other.syntax.stateSpan)
  }

  /// The first and the last day on which the state holds for certain, both inclusive; `nil` when
  /// there is no such day.
  public var certainBounds: DayBounds? {
    let span = syntax.stateSpan.soft
    guard span.start.upperBound <= span.end.lowerBound else { return nil }
    return DayBounds(
      earliest: DayBound(openAt: .min, span.start.upperBound),
      latest: DayBound(openAt: .max, span.end.lowerBound))
  }

  private func answer(on day: Day, reading: Reading) -> Possibility {
    switch syntax {
    case .date(let date):
      // The stored bounds save finding the days again.
      guard let first = bounds.earliest.day, let last = bounds.latest.day else {
        return .impossible
      }
      return SoftSpan(
        oneDayIn: first.rawValue...last.rawValue, isQualified: !date.qualifiers.isEmpty
      ).covers(day, ofDate: date)
    case .interval:
      return (reading == .state ? syntax.stateSpan : syntax.eventSpan).covers(day.rawValue)
    case .set(let set):
      var (may, must, mustAll) = (false, false, true)
      for member in set.members {
        let answer = member.covers(day, in: set.kind, reading: reading)
        may = may || answer.isPossible
        must = must || answer.isCertain
        mustAll = mustAll && answer.isCertain
      }
      return Possibility(may: may, must: set.kind == .oneOf ? mustAll : must)
    }
  }
}

/// The two ways to read an expression; see ``EDTFExpression/covers(_:)``.
private enum Reading { case event, state }

extension EDTFSet.Member {
  fileprivate func covers(_ day: Day, in kind: EDTFSet.Kind, reading: Reading) -> Possibility {
    if case .date(let date) = self { return date.span.covers(day, ofDate: date) }
    return span(in: reading == .event ? .oneOf : kind).covers(day.rawValue)
  }
}

extension SoftSpan {
  /// Whether the one day of `date`, whose span this is, is `day`.
  fileprivate func covers(_ day: Day, ofDate date: EDTFDate) -> Possibility {
    let answer = covers(day.rawValue)
    return answer.isPossible && date.matches(day) ? answer : .impossible
  }

  fileprivate init(_ day: Day) {
    self.init(oneDayIn: day.rawValue...day.rawValue, isQualified: false)
  }
}

extension DayBound {
  fileprivate init(openAt infinity: Int, _ day: Int) {
    self = day == infinity ? .open : .day(Day(rawValue: day))
  }
}
