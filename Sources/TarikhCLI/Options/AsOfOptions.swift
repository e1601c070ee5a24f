import ArgumentParser
import Tarikh

/// The times and the source through which a question looks.
struct AsOfOptions: ParsableArguments {
  @Option(
    name: .long,
    help: """
      Only what was recorded by then: a position, an RFC 3339 time, or a day, YYYY-MM-DD \
      (through its end, UTC).
      """)
  var knownAt: KnownAtArgument?

  @Option(name: .long, help: "Only what was published by this day, YYYY-MM-DD.")
  var publishedBy: DayArgument?

  @Option(name: .long, help: "Only what this speaker (an id) or outlet says.")
  var accordingTo: String?

  func asOf(valid: Day?) -> AsOf {
    AsOf(
      valid: valid, knownAt: knownAt?.value ?? .head, publishedBy: publishedBy?.day,
      accordingTo: accordingTo)
  }
}

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

/// Arabic-Indic and Persian digits as a person may type them.
enum ArabicDigits {
  static func ascii(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.value {
          case 0x660...0x669: Unicode.Scalar(UInt8(scalar.value - 0x660 + 0x30))
          case 0x6F0...0x6F9: Unicode.Scalar(UInt8(scalar.value - 0x6F0 + 0x30))
          default: scalar
          }
        }))
  }
}
