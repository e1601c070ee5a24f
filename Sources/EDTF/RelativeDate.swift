/// A date said relative to a reference day: "yesterday", "last August", "by the end of the year".
///
/// Free of language and of storage. It is kept beside the resolved EDTF expression so that a
/// date can be resolved again when the true reference day is learnt.
public indirect enum RelativeDate: Hashable, Sendable {
  /// The reference day moved by `offset` days: yesterday is -1.
  case day(offset: Int)
  /// The ISO week (Monday to Sunday) `offset` weeks from the reference's.
  case week(offset: Int)
  /// The month `offset` months from the reference's.
  case month(offset: Int)
  /// The calendar period `offset` such periods from the one that holds the reference.
  case period(Period, offset: Int)
  /// A weekday (ISO, 1 Monday … 7 Sunday) on the `direction` side of the reference.
  case weekday(Int, Direction)
  /// A month of the year (1…12) on the `direction` side of the reference.
  case monthOfYear(Int, Direction)
  /// A day of a month of no stated year, on the `direction` side of the reference.
  case dayOfYear(month: Int, day: Int, Direction)
  /// A month of the year `yearOffset` years from the reference's: "September of this year".
  case monthIn(yearOffset: Int, month: Int)
  /// A day (1…31) of the month that another date gives: "the 20th of next month".
  case dayOf(RelativeDate, day: Int)
  /// The `nth` weekday (ISO, 1 Monday … 7 Sunday) that falls in another date, from its end when
  /// negative: "Friday of next week", "the last Monday of March".
  case weekdayOf(RelativeDate, weekday: Int, nth: Int)
  /// A part of another date: "early", "mid", "late", a half, a quarter.
  case part(Part, of: RelativeDate)
  /// From one date to another; `nil` is an open side.
  case span(from: RelativeDate?, to: RelativeDate?)
  /// The `count` units before (negative) or after the reference, up to it: "the last three months".
  case running(Unit, count: Int)
  /// The point `count` units before (negative) or after: "ten years ago", at the unit's grain.
  case ago(Unit, count: Int)
  /// Another date, said to be approximate.
  case approximately(RelativeDate)
  /// A date that does not depend on the reference, as EDTF: an end of a ``span(from:to:)``.
  case fixed(EDTFExpression)

  public enum Unit: String, Hashable, Sendable, CaseIterable {
    case day, week, month, year, decade, century
  }

  public enum Period: String, Hashable, Sendable, CaseIterable {
    case quarter, half, year, decade, century
  }

  /// A part of a date.
  ///
  /// | part | of a month | of a year | of a week | of anything else |
  /// |---|---|---|---|---|
  /// | start | days 1–10 `~` | `YYYY-01~` | Monday–Wednesday `~` | as early |
  /// | early | days 1–10 `~` | `YYYY-01~/YYYY-04~` | Monday–Wednesday `~` | first third `~` |
  /// | middle | days 11–20 `~` | `YYYY-05~/YYYY-08~` | Tuesday–Friday `~` | middle third `~` |
  /// | late | days 21–end `~` | `YYYY-09~/YYYY-12~` | Thursday–Sunday `~` | last third `~` |
  /// | end | days 21–end `~` | `YYYY-12~` | Saturday and Sunday `~` | as late |
  /// | halves | 1–15, 16–end | `YYYY-01/YYYY-06`, `YYYY-07/YYYY-12` | 3 and 4 days | equal halves |
  /// | quarters | – | `YYYY-01/YYYY-03` … | – | quarters, where they are whole |
  /// | seasons | – | `YYYY-21` … `YYYY-24` | – | – |
  ///
  /// Thirds are counted in the units of the whole: months of a quarter, years of a decade; where
  /// they are not equal the first is the longest. A day has no early or late here: it stays the
  /// day.
  public enum Part: String, Hashable, Sendable, CaseIterable {
    case start, early, middle, late, end, firstHalf, secondHalf
    case firstQuarter, secondQuarter, thirdQuarter, fourthQuarter
    case spring, summer, autumn, winter
  }

  /// On which side of the reference a recurring date lies.
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    /// The latest one not after the reference.
    case latest
    /// The latest one wholly before the reference's own: "last Tuesday", "last September".
    case last
    /// The earliest one not before the reference.
    case coming
    /// The earliest one wholly after the reference's own: "next Tuesday".
    case next
    /// The one nearest to the reference, either side.
    case nearest
  }
}
