import ArgumentParser
import Tarikh

/// A day, `YYYY-MM-DD`, in ASCII or Arabic digits.
struct DayArgument: ExpressibleByArgument {
  var day: Day

  init?(argument: String) {
    guard let day = Day(ArabicDigits.ascii(argument)) else { return nil }
    self.day = day
  }
}

/// A day, month or year as EDTF writes it, of which a question takes the first or the last day.
struct PeriodArgument: ExpressibleByArgument {
  var bounds: DayBounds

  init?(argument: String) {
    guard let expression = try? EDTFExpression(parsing: ArabicDigits.ascii(argument)) else {
      return nil
    }
    bounds = expression.bounds
  }
}

/// A position, an instant, or the end of a day.
struct KnownAtArgument: ExpressibleByArgument {
  var value: KnownAt

  init?(argument: String) {
    let text = ArabicDigits.ascii(argument)
    if let position = UInt64(text) {
      value = .position(Position(rawValue: position))
    } else if let instant = RecordedTime(text) {
      value = .instant(instant)
    } else if let day = Day(text) {
      let end = Int64(day.advanced(by: 1).rawValue) * 86_400_000_000 - 1
      value = .instant(RecordedTime(rawValue: end))
    } else {
      return nil
    }
  }
}
