/// A time of day to the second, perhaps with its shift from UTC.
public struct EDTFTime: Hashable, Sendable {
  /// 0…23.
  public let hour: Int
  /// 0…59.
  public let minute: Int
  /// 0…60; 60 is a leap second, and no table says when one was.
  public let second: Int
  public let zone: Zone

  init(hour: Int, minute: Int, second: Int, zone: Zone) {
    self.hour = hour
    self.minute = minute
    self.second = second
    self.zone = zone
  }

  /// What the time says of its zone.
  public enum Zone: Hashable, Sendable {
    /// Nothing: local time.
    case local
    /// `Z`.
    case utc
    /// `+hh` or `-hh`, up to 14.
    case hours(Int, isNegative: Bool)
    /// `+hh:mm` or `-hh:mm`, up to 14:00.
    case minutes(Int, isNegative: Bool)
  }
}

extension EDTFTime: CustomStringConvertible {
  public var description: String {
    "\(Self.two(hour)):\(Self.two(minute)):\(Self.two(second))\(zoneText)"
  }

  private var zoneText: String {
    switch zone {
    case .local: ""
    case .utc: "Z"
    case .hours(let hours, let isNegative): "\(isNegative ? "-" : "+")\(Self.two(hours))"
    case .minutes(let minutes, let isNegative):
      "\(isNegative ? "-" : "+")\(Self.two(minutes / 60)):\(Self.two(minutes % 60))"
    }
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
