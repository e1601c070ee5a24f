/// One side of a span of days.
public enum DayBound: Hashable, Sendable {
  /// Bounded by this day, inclusive.
  case day(Day)
  /// Without end: EDTF's `..`.
  case open
  /// There is an end and nobody knows it: EDTF's empty side.
  case unknown

  /// The day, where there is one.
  public var day: Day? {
    if case .day(let day) = self { day } else { nil }
  }
}

/// The first and the last day that an EDTF expression can mean, both inclusive.
public struct DayBounds: Hashable, Sendable {
  public var earliest: DayBound
  public var latest: DayBound

  public init(earliest: DayBound, latest: DayBound) {
    self.earliest = earliest
    self.latest = latest
  }
}
