extension Reference {
  /// The weekday (1 Monday … 7 Sunday) on that side of the reference.
  func weekday(_ weekday: Int, _ direction: RelativeDate.Direction) -> Day? {
    guard (1...7).contains(weekday) else { return nil }
    // How many days to go forward to it, 0…6.
    let ahead = (weekday - day.weekday + 7) % 7
    return day(movedBy: direction.step(ahead: ahead, cycle: 7))
  }

  /// The month (1…12) on that side of the reference's month.
  func monthOfYear(_ month: Int, _ direction: RelativeDate.Direction) -> CalendarMonth? {
    guard (1...12).contains(month) else { return nil }
    let ahead = (month - day.fields.month + 12) % 12
    return self.month(movedBy: direction.step(ahead: ahead, cycle: 12))
  }

  /// The day of a month on that side of the reference; 29 February waits for a leap year.
  func dayOfYear(month: Int, day dayOfMonth: Int, _ direction: RelativeDate.Direction) -> Day? {
    let year = day.fields.year
    // The longest time between two leap days is eight years (1896 to 1904).
    let candidates = (-8...8).compactMap {
      Day(year: year + $0, month: month, day: dayOfMonth)
    }
    switch direction {
    case .latest: return candidates.last { $0 <= day }
    case .last: return candidates.last { $0 < day }
    case .coming: return candidates.first { $0 >= day }
    case .next: return candidates.first { $0 > day }
    case .nearest:
      return candidates.min {
        abs($0.rawValue - day.rawValue) < abs($1.rawValue - day.rawValue)
      }
    }
  }
}

extension RelativeDate.Direction {
  /// How far to move to a thing that recurs every `cycle` and comes next `ahead` from now.
  fileprivate func step(ahead: Int, cycle: Int) -> Int {
    switch self {
    case .latest: ahead == 0 ? 0 : ahead - cycle
    case .last: ahead - cycle
    case .coming: ahead
    case .next: ahead == 0 ? cycle : ahead
    // Equally near: the past one.
    case .nearest: ahead < cycle - ahead ? ahead : ahead - cycle
    }
  }
}
