/// When the log took an event: microseconds since 1970-01-01T00:00:00Z, never decreasing.
public struct RecordedTime: RawRepresentable, Hashable, Comparable, Sendable {
  public let rawValue: Int64
  public init(rawValue: Int64) { self.rawValue = rawValue }

  public static func < (a: RecordedTime, b: RecordedTime) -> Bool { a.rawValue < b.rawValue }
}
