/// The grain of a date, from fine to coarse.
public enum EDTFPrecision: Int, Hashable, Sendable, Comparable, CaseIterable {
  case second, day, month, subYear, year, decade, century, millennium

  public static func < (a: EDTFPrecision, b: EDTFPrecision) -> Bool { a.rawValue < b.rawValue }
}

extension EDTFDate {
  /// The finest component that has a specified digit: day for `156X-12-25`, month for
  /// `1985-04-XX`, decade for `198X`; `nil` where no digit is specified.
  ///
  /// Significant digits coarsen a long year only to `.year`.
  public var precision: EDTFPrecision? {
    if time != nil { return .second }
    if let day, !day.value.isWhollyMasked { return .day }
    if subYear != nil { return .subYear }
    if let month, !month.value.isWhollyMasked { return .month }
    guard case .calendar(let digits, _, let significant) = year.value else { return .year }
    let unknown = significant.map { digits.width - $0 } ?? digits.maskedTail
    switch unknown {
    case 0: return .year
    case 1: return .decade
    case 2: return .century
    case 3: return .millennium
    default: return nil
    }
  }
}

extension MaskedNumber {
  fileprivate var isWhollyMasked: Bool { maskedTail == width }
}

extension EDTFExpression {
  /// The date, when the expression is one date without a time of day.
  public var plainDate: EDTFDate? {
    if case .date(let date) = syntax, date.time == nil { date } else { nil }
  }

  /// The grain of a date, or the finer of an interval's or set's; `nil` where no digit is
  /// specified.
  public var precision: EDTFPrecision? { syntax.dates.compactMap(\.precision).min() }

  /// The only day that it can mean, when there is only one.
  public var exactDay: Day? {
    guard let first = bounds.earliest.day, first == bounds.latest.day else { return nil }
    return first
  }

  /// All qualifiers that are written anywhere in it.
  public var qualifiers: EDTFQualifier {
    syntax.dates.reduce([]) { $0.union($1.qualifiers) }
  }

  /// Whether some part is doubted: `?` or `%`.
  public var isUncertain: Bool { qualifiers.contains(.uncertain) }

  /// Whether some part is an estimate: `~` or `%`.
  public var isApproximate: Bool { qualifiers.contains(.approximate) }

  /// Whether it is written `a/b`.
  public var isInterval: Bool {
    if case .interval = syntax { true } else { false }
  }
}
