import ArgumentParser
import Tarikh

/// An instant, or the beginning of a day (UTC).
struct SinceArgument: ExpressibleByArgument {
  var instant: RecordedTime

  init?(argument: String) {
    let text = ArabicDigits.ascii(argument)
    if let day = Day(text), let microseconds = SinceArgument.microseconds(of: day) {
      instant = RecordedTime(rawValue: microseconds)
    } else if let instant = RecordedTime(text) {
      self.instant = instant
    } else {
      return nil
    }
  }

  private static func microseconds(of day: Day) -> Int64? {
    let (product, overflows) = Int64(day.rawValue).multipliedReportingOverflow(by: 86_400_000_000)
    return overflows ? nil : product
  }
}
