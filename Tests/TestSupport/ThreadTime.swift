import Foundation

/// How long the thread itself worked on something, whatever else the machine was doing.
///
/// For ratios between two sizes of the same work: a busy machine must not fail a test.
public enum ThreadTime {
  /// The least of `tries` measurements of `work`.
  public static func least(of tries: Int = 3, _ work: () throws -> Void) rethrows -> Duration {
    var least = Duration.seconds(3600)
    for _ in 0..<tries {
      let start = now
      try work()
      least = min(least, now - start)
    }
    return least
  }

  private static var now: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
