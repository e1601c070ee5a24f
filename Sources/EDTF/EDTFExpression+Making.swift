extension EDTFExpression {
  /// One day; `nil` for years beyond four digits, which EDTF can't write with a day.
  public init?(day: Day) {
    let (year, month, dayOfMonth) = day.fields
    guard let date = EDTFDate(year: year, month: month, day: dayOfMonth) else { return nil }
    self.init(.date(date))
  }

  /// A whole year; `nil` outside ``Day/years``.
  ///
  /// Years of more than four digits are written with `Y`.
  public init?(year: Int) {
    guard let date = EDTFDate(year: year) else { return nil }
    self.init(.date(date))
  }

  /// A month, 1…12; `nil` for other months and for years beyond four digits.
  public init?(year: Int, month: Int) {
    guard let date = EDTFDate(year: year, month: month) else { return nil }
    self.init(.date(date))
  }

  /// A calendar date; `nil` where there is none, and for years beyond four digits.
  public init?(year: Int, month: Int, day: Int) {
    guard let day = Day(year: year, month: month, day: day) else { return nil }
    self.init(day: day)
  }

  /// A season, quarter or half of a year; `nil` for years beyond four digits.
  public init?(year: Int, _ part: EDTFSubYear) {
    guard let number = MaskedNumber(part.rawValue, width: 2),
      let date = EDTFDate(year: year, component: number)
    else { return nil }
    self.init(.date(date))
  }

  /// The decade that holds a year, as `202X`; `nil` outside years 0…9999.
  public init?(decadeOf year: Int) { self.init(masking: 1, of: year) }

  /// The century that holds a year, as `20XX`: the hundred years that begin alike.
  ///
  /// `nil` outside years 0…9999.
  public init?(centuryOf year: Int) { self.init(masking: 2, of: year) }

  private init?(masking count: Int, of year: Int) {
    guard (0...9999).contains(year) else { return nil }
    let unit = count == 1 ? 10 : 100
    let low = year / unit * unit
    let digits = MaskedNumber(lowest: low, highest: low + unit - 1, width: 4)
    let calendar = EDTFYear.calendar(digits, isNegative: false, significantDigits: nil)
    self.init(.date(EDTFDate(year: EDTFDate.Component(calendar))))
  }

  /// One end of an interval to be made.
  public enum IntervalEnd: Hashable, Sendable {
    case at(EDTFExpression)
    /// There is none: `..`.
    case open
    /// There is one and nobody knows it: nothing is written.
    case unknown
  }

  /// From one expression to another: `a/b`.
  ///
  /// An interval given as an end lends its own side: from the start of the one to the end of
  /// the other. `nil` when neither end is dated, when the interval would run backwards, and when
  /// an end is a set, has a time of day or a year written with `Y`.
  public static func interval(from start: IntervalEnd, to end: IntervalEnd) -> EDTFExpression? {
    guard let first = start.side(\.start), let last = end.side(\.end) else { return nil }
    return EDTFExpression(.interval(EDTFInterval(start: first, end: last)))
  }

  /// One of the expressions, it is not known which: `[a,b]`; `nil` when one of them is not a
  /// plain date, or when there is none.
  public static func oneOf(_ expressions: [EDTFExpression]) -> EDTFExpression? {
    let dates = expressions.compactMap(\.plainDate)
    guard !dates.isEmpty, dates.count == expressions.count else { return nil }
    return EDTFExpression(.set(EDTFSet(kind: .oneOf, members: dates.map { .date($0) })))
  }

  /// The same, said to be approximate: `~` after each of its dates.
  ///
  /// A date with a time of day has no place for a qualifier and stays as it is.
  public func approximate() -> EDTFExpression { qualified(.approximate) }

  /// The same, said to be uncertain: `?` after each of its dates.
  public func uncertain() -> EDTFExpression { qualified(.uncertain) }

  // Qualifiers move no bound, so the tree stays valid.
  private func qualified(_ qualifier: EDTFQualifier) -> EDTFExpression {
    EDTFExpression(syntax.qualified(qualifier)) ?? self
  }
}

extension EDTFExpression.IntervalEnd {
  fileprivate func side(
    _ side: KeyPath<EDTFInterval, EDTFInterval.Side>
  ) -> EDTFInterval.Side? {
    switch self {
    case .open: return .open
    case .unknown: return .unknown
    case .at(let expression):
      switch expression.syntax {
      case .date(let date): return date.time == nil && !date.isLongYear ? .date(date) : nil
      case .interval(let interval): return interval[keyPath: side]
      case .set: return nil
      }
    }
  }
}

extension EDTFDate {
  /// A date of calendar numbers, or `nil` when EDTF can't write it.
  ///
  /// The calendar is not asked.
  init?(year: Int, month: Int? = nil, day: Int? = nil) {
    self.init(year: year, component: month.flatMap { MaskedNumber($0, width: 2) })
    if let month, !(1...12).contains(month) { return nil }
    if let day { self.day = MaskedNumber(day, width: 2).map { Component($0) } }
  }

  /// A year, or a year and what stands in place of the month.
  init?(year: Int, component: MaskedNumber?) {
    guard Day.years.contains(year) else { return nil }
    if let digits = MaskedNumber(Int(year.magnitude), width: 4) {
      let calendar = EDTFYear.calendar(digits, isNegative: year < 0, significantDigits: nil)
      self.init(year: Component(calendar), month: component.map { Component($0) })
    } else {
      guard component == nil else { return nil }
      let long = EDTFYear.long(significand: year, exponent: nil, significantDigits: nil)
      self.init(year: Component(long))
    }
  }
}
