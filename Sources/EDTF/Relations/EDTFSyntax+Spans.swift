extension EDTFSyntax {
  /// What it says of a state that holds: an interval, and a run in `{…}`, holds throughout.
  var stateSpan: SoftSpan {
    switch self {
    case .date(let date): return date.span
    case .interval(let interval): return interval.span
    case .set(let set):
      // A set has gaps, of which a span knows nothing. Where all of several things are meant the
      // start is left as open as the end, so that no gap is ever certain to be covered.
      if set.kind == .allOf, set.members.count == 1 { return set.members[0].span(in: .allOf) }
      let (plain, soft) = set.hulls
      if set.kind == .oneOf {
        return SoftSpan(plain: FuzzySpan(oneDayIn: plain), soft: FuzzySpan(oneDayIn: soft))
      }
      return SoftSpan(
        plain: FuzzySpan(start: plain, end: plain), soft: FuzzySpan(start: soft, end: soft))
    }
  }

  /// What it says of an event of one day: that the day lies somewhere from first to last.
  var eventSpan: SoftSpan {
    let span = stateSpan
    return SoftSpan(
      plain: FuzzySpan(oneDayIn: span.plain.hull), soft: FuzzySpan(oneDayIn: span.soft.hull))
  }
}

extension EDTFDate {
  fileprivate var dayNumbers: ClosedRange<Int> {
    guard let days else {
      preconditionFailure("no such day: \(self); the parser and the constructors let none pass")
    }
    return days.lowerBound.rawValue...days.upperBound.rawValue
  }

  fileprivate var softDayNumbers: ClosedRange<Int> {
    qualifiers.isEmpty ? dayNumbers : dayNumbers.widened
  }

  var span: SoftSpan { SoftSpan(oneDayIn: dayNumbers, isQualified: !qualifiers.isEmpty) }
}

extension EDTFInterval {
  var span: SoftSpan {
    SoftSpan(
      plain: FuzzySpan(start: start.starts(\.dayNumbers), end: end.ends(\.dayNumbers)),
      soft: FuzzySpan(start: start.starts(\.softDayNumbers), end: end.ends(\.softDayNumbers)))
  }
}

extension EDTFInterval.Side {
  fileprivate func starts(_ days: (EDTFDate) -> ClosedRange<Int>) -> ClosedRange<Int> {
    switch self {
    case .date(let date): days(date)
    case .dateOrBeyond(let date): Int.min...days(date).upperBound
    case .open: Int.min...Int.min
    case .unknown: Int.min + 1...Int.max - 1
    }
  }

  fileprivate func ends(_ days: (EDTFDate) -> ClosedRange<Int>) -> ClosedRange<Int> {
    switch self {
    case .date(let date): days(date)
    case .dateOrBeyond(let date): days(date).lowerBound...Int.max
    case .open: Int.max...Int.max
    case .unknown: Int.min + 1...Int.max - 1
    }
  }
}

extension EDTFSet {
  /// From the first day of any member to the last of any, plain and soft.
  fileprivate var hulls: (plain: ClosedRange<Int>, soft: ClosedRange<Int>) {
    var (plain, soft) = (members[0].span(in: kind).plain.hull, members[0].span(in: kind).soft.hull)
    for member in members.dropFirst() {
      let span = member.span(in: kind)
      plain = plain.joined(with: span.plain.hull)
      soft = soft.joined(with: span.soft.hull)
    }
    return (plain, soft)
  }
}

extension EDTFSet.Member {
  /// A run of dates is one of them in `[…]`, and the whole run in `{…}`.
  func span(in kind: EDTFSet.Kind) -> SoftSpan {
    let run: EDTFInterval
    switch self {
    case .date(let date): return date.span
    case .range(let first, let last): run = EDTFInterval(start: .date(first), end: .date(last))
    case .upTo(let last): run = EDTFInterval(start: .open, end: .date(last))
    case .from(let first): run = EDTFInterval(start: .date(first), end: .open)
    }
    let span = run.span
    guard kind == .oneOf else { return span }
    return SoftSpan(
      plain: FuzzySpan(oneDayIn: span.plain.hull), soft: FuzzySpan(oneDayIn: span.soft.hull))
  }
}

extension ClosedRange<Int> {
  fileprivate func joined(with other: ClosedRange<Int>) -> ClosedRange<Int> {
    Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
  }
}
