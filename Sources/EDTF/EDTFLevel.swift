/// How much of the format an expression needs (ISO 8601-2:2019, Annex A).
///
/// Readings of the standard differ for a few forms. Here any unspecified digit in an interval is
/// level 2, as in the examples of the Library of Congress, and a negative year is level 1 in
/// every form.
public enum EDTFLevel: Int, Hashable, Sendable, Comparable, CaseIterable {
  /// Dates, times and plain intervals of ISO 8601-1.
  case zero
  /// `Y` years, seasons, qualifiers of a whole date, `X` at the end, open and unknown sides.
  case one
  /// Exponents, significant digits, parts of the year, sets, qualifiers and `X` anywhere.
  case two

  public static func < (a: EDTFLevel, b: EDTFLevel) -> Bool { a.rawValue < b.rawValue }
}

extension EDTFExpression {
  /// The lowest level that has this expression.
  public var level: EDTFLevel {
    switch syntax {
    case .date(let date): return date.level
    case .set: return .two
    case .interval(let interval):
      return max(interval.start.level, interval.end.level)
    }
  }
}

extension EDTFInterval.Side {
  fileprivate var level: EDTFLevel {
    switch self {
    case .date(let date): date.isMasked ? .two : date.level
    case .dateOrBeyond: .two
    case .open, .unknown: .one
    }
  }
}

extension EDTFDate {
  var level: EDTFLevel {
    var level = max(yearLevel, qualifierLevel, maskLevel)
    if let subYear { level = max(level, subYear.isLevelOne ? .one : .two) }
    return level
  }

  private var yearLevel: EDTFLevel {
    switch year.value {
    case .calendar(_, let isNegative, nil): isNegative ? .one : .zero
    case .long(_, nil, nil): .one
    case .calendar, .long: .two
    }
  }

  /// A qualifier of the whole date stands at its end, or before its only component.
  private var qualifierLevel: EDTFLevel {
    if qualifiers.isEmpty { return .zero }
    let components =
      [(year.own, year.group)] + [month, day].compactMap { $0.map { ($0.own, $0.group) } }
    let isWhole = components.dropLast().allSatisfy { $0.0.isEmpty && $0.1.isEmpty }
    return isWhole && (components.count == 1 || components.last?.0.isEmpty == true) ? .one : .two
  }

  /// Level 1 has `201X`, `20XX`, and `XX` for the month and day after a whole year.
  private var maskLevel: EDTFLevel {
    guard isMasked else { return .zero }
    if case .calendar(let digits, _, _) = year.value, digits.isMasked {
      return month == nil && digits.isMaskedOnlyAtEnd && digits.maskedTail <= 2 ? .one : .two
    }
    let parts = [month, day].compactMap { $0?.value }.filter(\.isMasked)
    let isInOrder = month?.value.isMasked != true || day?.value.isMasked != false
    return isInOrder && parts.allSatisfy { $0.maskedTail == 2 } ? .one : .two
  }
}
