public import EDTF

/// The shape of a date said relative to the day of publication: one key names the rule.
public indirect enum RelativeDateJSON: Codable, Hashable, Sendable {
  case day(offset: Int)
  case week(offset: Int)
  case month(offset: Int)
  case period(unit: String, offset: Int)
  case weekday(day: Int, direction: String)
  case monthOfYear(month: Int, direction: String)
  case dayOfYear(month: Int, day: Int, direction: String)
  case monthIn(yearOffset: Int, month: Int)
  case dayOf(date: RelativeDateJSON, day: Int)
  case weekdayOf(date: RelativeDateJSON, weekday: Int, nth: Int)
  case part(name: String, date: RelativeDateJSON)
  case span(from: RelativeDateJSON?, to: RelativeDateJSON?)
  case running(unit: String, count: Int)
  case ago(unit: String, count: Int)
  case approximately(date: RelativeDateJSON)
  case fixed(edtf: String)

  public init(_ date: RelativeDate) {
    self =
      switch date {
      case .day(let offset): .day(offset: offset)
      case .week(let offset): .week(offset: offset)
      case .month(let offset): .month(offset: offset)
      case .period(let unit, let offset): .period(unit: unit.rawValue, offset: offset)
      case .weekday(let day, let side): .weekday(day: day, direction: side.rawValue)
      case .monthOfYear(let month, let side): .monthOfYear(month: month, direction: side.rawValue)
      case .dayOfYear(let month, let day, let side):
        .dayOfYear(month: month, day: day, direction: side.rawValue)
      case .monthIn(let offset, let month): .monthIn(yearOffset: offset, month: month)
      case .dayOf(let date, let day): .dayOf(date: Self(date), day: day)
      case .weekdayOf(let date, let weekday, let nth):
        .weekdayOf(date: Self(date), weekday: weekday, nth: nth)
      case .part(let part, let date): .part(name: part.rawValue, date: Self(date))
      case .span(let from, let to): .span(from: from.map(Self.init), to: to.map(Self.init))
      case .running(let unit, let count): .running(unit: unit.rawValue, count: count)
      case .ago(let unit, let count): .ago(unit: unit.rawValue, count: count)
      case .approximately(let date): .approximately(date: Self(date))
      case .fixed(let expression): .fixed(edtf: expression.description)
      }
  }

  public func value() throws(InterchangeError) -> RelativeDate {
    switch self {
    case .day(let offset): .day(offset: offset)
    case .week(let offset): .week(offset: offset)
    case .month(let offset): .month(offset: offset)
    case .period(let unit, let offset): .period(try .named(unit, at: path), offset: offset)
    case .weekday(let day, let side): .weekday(day, try .named(side, at: path))
    case .monthOfYear(let month, let side): .monthOfYear(month, try .named(side, at: path))
    case .dayOfYear(let month, let day, let side):
      .dayOfYear(month: month, day: day, try .named(side, at: path))
    case .monthIn(let offset, let month): .monthIn(yearOffset: offset, month: month)
    case .dayOf(let date, let day): .dayOf(try date.value(), day: day)
    case .weekdayOf(let date, let weekday, let nth):
      .weekdayOf(try date.value(), weekday: weekday, nth: nth)
    case .part(let part, let date): .part(try .named(part, at: path), of: try date.value())
    case .span(let from, let to): .span(from: try from?.value(), to: try to?.value())
    case .running(let unit, let count): .running(try .named(unit, at: path), count: count)
    case .ago(let unit, let count): .ago(try .named(unit, at: path), count: count)
    case .approximately(let date): .approximately(try date.value())
    case .fixed(let text): .fixed(try EDTFExpression.read(text, at: path))
    }
  }

  private var path: String { "when.relative" }
}
