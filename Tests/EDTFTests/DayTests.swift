import EDTF
import Testing

@Suite struct `Days` {
  @Test func `calendar fields agree with counting day by day over a thousand years`() throws {
    var (year, month, day) = (1500, 1, 1)
    var current = try #require(Day(year: year, month: month, day: day))
    while year < 2500 {
      guard current.fields == (year, month, day),
        Day(year: year, month: month, day: day) == current
      else {
        Issue.record("\(current) is not \(year)-\(month)-\(day)")
        return
      }
      current = current.advanced(by: 1)
      day += 1
      if day > Day.count(ofMonth: month, year: year) { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
  }

  @Test func `weekdays follow one another, and 1 January 1970 was a Thursday`() {
    #expect(Day(rawValue: 0).weekday == 4)
    for number in -1000...1000 {
      #expect(Day(rawValue: number).weekday % 7 + 1 == Day(rawValue: number + 1).weekday)
    }
  }

  @Test(arguments: [
    (0, 1, 1, -719_528), (1970, 1, 1, 0), (2000, 2, 29, 11_016), (-1, 12, 31, -719_529),
  ])
  func `known days have their numbers`(year: Int, month: Int, day: Int, number: Int) {
    #expect(Day(year: year, month: month, day: day)?.rawValue == number)
  }

  @Test(arguments: [
    (2025, 2, 29), (1900, 2, 29), (2025, 4, 31), (2025, 0, 1), (2025, 13, 1), (2025, 1, 0),
    (Int.max, 1, 1), (Int.min, 1, 1), (1_000_000_000_000_000, 1, 1), (2025, Int.max, 1),
    (2025, 1, Int.min),
  ])
  func `days that the calendar lacks are none`(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test func `no number is too big for fields, weekday and description`() throws {
    for number in [Int.min, Int.min + 1, Int.max - 1, Int.max] {
      let day = Day(rawValue: number)
      #expect((1...7).contains(day.weekday))
      #expect((1...12).contains(day.fields.month))
      #expect(day.description.isEmpty == false)
    }
    let last = try #require(Day(year: Day.years.upperBound, month: 12, day: 31))
    #expect(last.fields == (Day.years.upperBound, 12, 31))
    let first = try #require(Day(year: Day.years.lowerBound, month: 1, day: 1))
    #expect(first.fields == (Day.years.lowerBound, 1, 1))
  }

  @Test(arguments: ["2025-10-02", "0000-01-01", "9999-12-31"])
  func `text is read and printed`(text: String) {
    #expect(Day(text)?.description == text)
  }

  @Test(arguments: [
    "", "2025", "2025-1-1", "2025-10-2", "+025-10-02", "2025-10-02 ", "٢٠٢٥-١٠-٠٢", "2025-02-30",
  ])
  func `other text is no day`(text: String) { #expect(Day(text) == nil) }
}
