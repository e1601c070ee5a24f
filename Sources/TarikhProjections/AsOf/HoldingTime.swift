internal import EDTF
internal import TarikhModel

/// Over which days a claim holds: it begins at one of some days and ends at one of some days.
///
/// Days are counted from 1970-01-01 and half-open: `end` is the first day on which it no longer
/// holds.
struct HoldingTime: Hashable, Sendable {
  /// First and last day on which it can begin.
  var begin: Span
  /// First and last day on which it can have ended.
  var end: Span

  /// Two days, the first not after the last; both can be without limit.
  struct Span: Hashable, Sendable {
    var first: Int
    var last: Int

    /// Far beyond every day, and still safe to add days to.
    static let never = Int.max / 4
    static let always = -never

    init(_ first: Int, _ last: Int) {
      self.first = first
      self.last = max(first, last)
    }

    init(_ day: Int) { self.init(day, day) }

    /// Both days later by `days`; what has no limit keeps having none.
    func moved(by days: Int) -> Span { Span(Span.add(first, days), Span.add(last, days)) }

    private static func add(_ day: Int, _ days: Int) -> Int {
      day >= never || day <= always ? day : day + days
    }

    func overlaps(_ other: Span) -> Bool { first <= other.last && other.first <= last }
  }

  /// Whether it holds on `day`: `nil` where it certainly does not.
  func certainty(on day: Day) -> ClaimCertainty? {
    let day = day.rawValue
    guard day >= begin.first && day < end.last else { return nil }
    return day >= begin.last && day < end.first ? .certain : .possible
  }
}

extension DayBounds {
  /// The bounds as days, with no limit where they are open or unknown.
  var days: HoldingTime.Span {
    HoldingTime.Span(
      earliest.day?.rawValue ?? HoldingTime.Span.always,
      latest.day?.rawValue ?? HoldingTime.Span.never)
  }
}
