internal import EDTF
internal import TarikhLog
internal import TarikhModel

/// What was recorded in the last days of a log, up to its last event.
public struct StoreGrowth: Encodable, Hashable, Sendable {
  /// Events of some time, and about what they take of the log.
  public struct Amount: Encodable, Hashable, Sendable {
    public var events: UInt64
    /// By the bytes that an event takes on average.
    public var bytes: UInt64
  }

  /// What was recorded on one day, UTC.
  public struct DayAmount: Encodable, Hashable, Sendable {
    public var day: String
    public var events: UInt64
  }

  /// The day of the last event, UTC; the periods end with it.
  public var until: String
  public var lastDay: Amount
  public var lastWeek: Amount
  /// Thirty days.
  public var lastMonth: Amount
  /// Those of the thirty days on which something was recorded, oldest first.
  public var days: [DayAmount]

  private static let microsecondsPerDay: Int64 = 86_400_000_000

  /// `nil` for an empty log.
  init?(of log: any EventLog, head: LogHead, bytesPerEvent: Double) throws(ReadError) {
    guard let recorded = head.recorded else { return nil }
    let perDay = Self.microsecondsPerDay
    let last =
      recorded.rawValue / perDay - (recorded.rawValue % perDay < 0 ? 1 : 0)
    var before = try Self.events(of: log, through: last - 30)
    var days: [(day: Int64, events: UInt64)] = []
    for day in last - 29...last {
      // The head was read before; what came since is left out.
      let through = min(try Self.events(of: log, through: day), head.position.rawValue)
      days.append((day, through - min(before, through)))
      before = through
    }
    let amount = { (count: Int) in
      let events = days.suffix(count).reduce(0) { $0 + $1.events }
      return Amount(events: events, bytes: UInt64(Double(events) * bytesPerEvent))
    }
    until = Day(rawValue: Int(last)).description
    lastDay = amount(1)
    lastWeek = amount(7)
    lastMonth = amount(30)
    self.days = days.filter { $0.events > 0 }.map {
      DayAmount(day: Day(rawValue: Int($0.day)).description, events: $0.events)
    }
  }

  private static func events(
    of log: any EventLog, through day: Int64
  ) throws(ReadError) -> UInt64 {
    let (end, overflows) = (day + 1).multipliedReportingOverflow(by: microsecondsPerDay)
    // A log may have been given times at the ends of what can be said.
    let instant = RecordedTime(rawValue: overflows ? (day < 0 ? .min : .max) : end - 1)
    return try log.position(at: instant).rawValue
  }
}
