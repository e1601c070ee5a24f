internal import Foundation
public import TarikhModel

/// The one place where Tarikh reads the machine's clock; everything else takes time as an argument.
public enum SystemClock {
  /// Now, in whole microseconds.
  public static func now() -> RecordedTime {
    RecordedTime(rawValue: Int64((Date().timeIntervalSince1970 * 1_000_000).rounded(.down)))
  }
}
