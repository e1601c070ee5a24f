import Tarikh

/// How far the marks of an axis lie apart.
enum CalendarStep: Hashable {
  /// Days, or weeks that begin on Monday.
  case days(Int)
  case months(Int)
  case years(Int)

  /// From fine to coarse, up to the longest count of years that there is.
  static let all: [CalendarStep] =
    [.days(1), .days(7), .months(1), .months(3), .months(6)]
    + (0...15).flatMap { power -> [CalendarStep] in
      let unit = (0..<power).reduce(1) { product, _ in product * 10 }
      return [.years(unit), .years(2 * unit), .years(5 * unit)]
    }

  /// The finest whose labels have room on `scale`.
  static func fitting(_ scale: DayScale) -> CalendarStep? {
    all.first { step in
      let label = max(step.label(of: scale.first).count, step.label(of: scale.last).count)
      return scale.width(ofDays: step.days) >= Double(label + 2)
    }
  }

  /// About how many days it takes.
  private var days: Double {
    switch self {
    case .days(let count): Double(count)
    case .months(let count): Double(count) * 30.4
    case .years(let count): Double(count) * 365.2
    }
  }

  /// What a mark on `day` is called.
  func label(of day: Day) -> String {
    let (year, month, date) = day.fields
    let head = (0...9999).contains(year) ? Self.padded(year, to: 4) : "\(year)"
    return switch self {
    case .days: "\(head)-\(Self.padded(month, to: 2))-\(Self.padded(date, to: 2))"
    case .months: "\(head)-\(Self.padded(month, to: 2))"
    case .years: head
    }
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// The marks within the scale, ascending; at most one a column.
  func marks(on scale: DayScale) -> [Day] {
    var marks: [Day] = []
    var next = firstMark(upTo: scale.first)
    while let mark = next, mark <= scale.last, marks.count <= scale.columns {
      if mark >= scale.first { marks.append(mark) }
      next = self.mark(after: mark)
    }
    return marks
  }

  /// The last mark that is not after `day`.
  private func firstMark(upTo day: Day) -> Day? {
    let (year, month, _) = day.fields
    switch self {
    case .days(let count): return count == 7 ? day.advanced(by: 1 - day.weekday) : day
    case .months(let count): return Day(year: year, month: (month - 1) / count * count + 1, day: 1)
    case .years(let count):
      let rest = year % count
      return Day(year: year - (rest < 0 ? rest + count : rest), month: 1, day: 1)
    }
  }

  private func mark(after day: Day) -> Day? {
    let (year, month, _) = day.fields
    switch self {
    case .days(let count): return day.advanced(by: count)
    case .months(let count):
      let next = month - 1 + count
      return Day(year: year + next / 12, month: next % 12 + 1, day: 1)
    case .years(let count): return Day(year: year + count, month: 1, day: 1)
    }
  }
}
