import Synchronization
import Tarikh

/// The demo's clock: it stands at the day of each article, as if it had been read when it came.
final class DemoClock: Sendable {
  private let time = Mutex(RecordedTime(rawValue: 0))

  var now: RecordedTime { time.withLock { $0 } }

  /// Moves to noon (UTC) of `day`.
  func set(to day: Day) {
    let microseconds = (Int64(day.rawValue) * 24 + 12) * 3_600_000_000
    time.withLock { $0 = RecordedTime(rawValue: microseconds) }
  }
}
