import Synchronization
import TarikhModel

/// A clock that advances a microsecond at every look.
enum CrashClock {
  private static let time = Atomic<Int64>(1_700_000_000_000_000)

  static func now() -> RecordedTime {
    RecordedTime(rawValue: time.add(1, ordering: .relaxed).newValue)
  }
}
