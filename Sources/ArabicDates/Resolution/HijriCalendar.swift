internal import EDTF

/// The Islamic calendar: Umm al-Qura for the years of its table, the arithmetic calendar beyond.
///
/// A real month begins by sighting the moon, country by country, so a converted day may be one
/// day off; whoever uses it must say so.
struct HijriCalendar: Sendable {
  /// The first day of each year of the table, and the lengths of its months.
  private let firstDays: [Int]
  private let monthLengths: [[Int]]
  private let firstYear: Int

  static let standard = HijriCalendar(tables: TableFolder.module)

  init(tables: TableFolder) {
    let rows = tables.rows(of: "umm-al-qura")
    firstYear = rows.first.flatMap { Int($0[0]) } ?? 1
    firstDays = rows.map { row in
      guard let day = Day(row[1]) else { preconditionFailure("umm-al-qura: no day in \(row)") }
      return day.rawValue
    }
    monthLengths = rows.map { row in row[2].utf8.map { Int($0 - UInt8(ascii: "0")) + 28 } }
  }

  /// The first day of a month, 1…12.
  func firstDay(year: Int, month: Int) -> Day {
    let row = year - firstYear
    guard firstDays.indices.contains(row) else {
      return arithmeticFirstDay(year: year, month: month)
    }
    let before = monthLengths[row].prefix(month - 1).reduce(0, +)
    return Day(rawValue: firstDays[row] + before)
  }

  /// The first day of the month after this one.
  func end(year: Int, month: Int) -> Day {
    month == 12
      ? firstDay(year: year + 1, month: 1) : firstDay(year: year, month: month + 1)
  }

  /// The Islamic year that holds a day.
  func year(of day: Day) -> Int {
    // 10 631 days make thirty years; the estimate is never more than one year off.
    var year = ((day.rawValue - HijriCalendar.epoch) * 30) / 10_631 + 1
    while firstDay(year: year, month: 1) > day { year -= 1 }
    while firstDay(year: year + 1, month: 1) <= day { year += 1 }
    return year
  }

  /// 1 Muharram 1 of the civil calendar, 622-07-19 in the proleptic Gregorian one.
  private static let epoch = -492_148

  /// Thirty-year cycle with leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29.
  private func arithmeticFirstDay(year: Int, month: Int) -> Day {
    let days = (year - 1) * 354 + (3 + 11 * year) / 30 + (59 * (month - 1) + 1) / 2
    return Day(rawValue: HijriCalendar.epoch + days)
  }
}
