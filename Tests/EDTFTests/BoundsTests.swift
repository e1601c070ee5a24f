import EDTF
import Testing

/// Every day of some years as text, to match patterns against character by character.
private struct Calendar {
  let days: [(day: Day, text: [UInt8])]

  init(years: ClosedRange<Int>) throws {
    let first = try #require(Day(year: years.lowerBound, month: 1, day: 1))
    let last = try #require(Day(year: years.upperBound, month: 12, day: 31))
    days = (first.rawValue...last.rawValue).map {
      (Day(rawValue: $0), Array(Day(rawValue: $0).description.utf8))
    }
  }

  func matching(_ pattern: String) -> [Day] {
    let pattern = Array(pattern.utf8)
    var matching: [Day] = []
    next: for each in days {
      // From the end, where most patterns fail first.
      var place = pattern.count - 1
      while place >= 0 {
        if pattern[place] != UInt8(ascii: "X"), pattern[place] != each.text[place] { continue next }
        place -= 1
      }
      matching.append(each.day)
    }
    return matching
  }
}

@Suite struct `Bounds of unspecified digits` {
  private static let months = ["0", "1", "2", "X"].flatMap { first in
    ["0", "1", "2", "9", "X"].map { first + $0 }
  }
  private static let days = ["0", "1", "2", "3", "4", "X"].flatMap { first in
    ["0", "1", "8", "9", "X"].map { first + $0 }
  }

  /// Whether the month is read as a season or another part of the year.
  private static func isSubYear(_ month: String) -> Bool {
    Int(month).map { (21...41).contains($0) } ?? false
  }

  @Test(arguments: [("2019", 2019...2019), ("2020", 2020...2020), ("201X", 2010...2019)])
  func `a pattern of month and day spans what it matches`(
    year: String, years: ClosedRange<Int>
  ) throws {
    let calendar = try Calendar(years: years)
    for month in Self.months {
      for day in Self.days {
        let text = "\(year)-\(month)-\(day)"
        let matching = calendar.matching(text)
        let expression = EDTFExpression(text)
        guard expression?.bounds.earliest.day == matching.first,
          expression?.bounds.latest.day == matching.last
        else {
          Issue.record("\(text): \(String(describing: expression?.bounds))")
          continue
        }
        guard let expression, year == "2020" else { continue }
        let possible = calendar.days.map(\.day).filter { expression.occurs(on: $0).isPossible }
        #expect(possible == matching, "\(text)")
      }
    }
  }

  @Test func `a pattern of year and month spans what it matches`() throws {
    let calendar = try Calendar(years: 1990...2009)
    for year in ["1990", "199X", "200X", "2000", "X999", "1X9X", "XX00", "XXX4"] {
      for month in Self.months where !Self.isSubYear(month) {
        let text = "\(year)-\(month)"
        // Wider years are cut to those of the calendar, on both sides alike.
        let matching = calendar.matching(text)
        let expression = EDTFExpression(text)
        #expect((expression == nil) == matching.isEmpty, "\(text)")
        if !year.hasPrefix("X"), !year.hasPrefix("1X") {
          #expect(expression?.bounds.earliest.day == matching.first, "\(text)")
          #expect(expression?.bounds.latest.day == matching.last, "\(text)")
        }
      }
    }
  }

  @Test(arguments: [
    ("XXXX-02-29", "0000-02-29", "9996-02-29"), ("XX00-02-29", "0000-02-29", "9600-02-29"),
    ("19XX-02-29", "1904-02-29", "1996-02-29"), ("1X00-02-29", "1200-02-29", "1600-02-29"),
    ("XXX2-02-29", "0012-02-29", "9992-02-29"), ("20X0-02-29", "2000-02-29", "2080-02-29"),
    ("19X0-02-2X", "1900-02-20", "1990-02-28"), ("2XXX-02-XX", "2000-02-01", "2999-02-28"),
  ])
  func `the last day of February waits for leap years`(
    text: String, earliest: String, latest: String
  ) throws {
    let bounds = try EDTFExpression(parsing: text).bounds
    #expect(bounds.earliest == .day(try #require(Day(earliest))))
    #expect(bounds.latest == .day(try #require(Day(latest))))
  }

  @Test(arguments: ["XXX1-02-29", "1X00-02-30", "1900-02-29", "X900-02-29", "XXX3-X2-3X-"])
  func `a day that never comes is rejected`(text: String) {
    #expect(EDTFExpression(text) == nil)
  }
}

@Suite struct `Bounds of other dates` {
  @Test(
    arguments: zip(
      21...41,
      [
        "03-01/05-31", "06-01/08-31", "09-01/11-30", "12-01/+02-29",
        "03-01/05-31", "06-01/08-31", "09-01/11-30", "12-01/+02-29",
        "09-01/11-30", "12-01/+02-29", "03-01/05-31", "06-01/08-31",
        "01-01/03-31", "04-01/06-30", "07-01/09-30", "10-01/12-31",
        "01-01/04-30", "05-01/08-31", "09-01/12-31", "01-01/06-30", "07-01/12-31",
      ]))
  func `parts of a year have their months`(code: Int, expected: String) throws {
    let expression = try EDTFExpression(parsing: "2023-\(code)")
    let sides = expected.split(separator: "/").map {
      Day($0.hasPrefix("+") ? "2024-\($0.dropFirst())" : "2023-\($0)")
    }
    #expect([expression.bounds.earliest.day, expression.bounds.latest.day] == sides)
    for offset in -400...800 {
      let day = try #require(Day("2023-01-01")).advanced(by: offset)
      let isInside = try #require(sides[0]) <= day && day <= #require(sides[1])
      #expect(expression.occurs(on: day) == (isInside ? .possible : .impossible))
    }
  }

  @Test(arguments: [
    ("Y10000S1", 10_000, 19_999), ("Y-12345S3", -12_399, -12_300),
    ("Y12E5", 1_200_000, 1_200_000), ("0050S2", 0, 99), ("-0050S3", -59, -50),
    ("Y999999999999999", 999_999_999_999_999, 999_999_999_999_999),
  ])
  func `significant digits and powers of ten give years`(
    text: String, first: Int, last: Int
  ) throws {
    let bounds = try EDTFExpression(parsing: text).bounds
    #expect(bounds.earliest.day == Day(year: first, month: 1, day: 1))
    #expect(bounds.latest.day == Day(year: last, month: 12, day: 31))
  }

  @Test(arguments: [
    "Y1000000000000000", "Y1E15", "Y-9E99", "Y1E99999999999999999999999",
    "Y99999999999999999999999999999999999",
  ])
  func `a year too great to count days is told from nonsense`(text: String) {
    #expect(throws: EDTFError.yearOutOfRange(text, offset: 1)) {
      try EDTFExpression(parsing: text)
    }
  }

  @Test func `an unknown side is unknown and an open side open`() throws {
    #expect(try EDTFExpression(parsing: "2025/").bounds.latest == .unknown)
    #expect(try EDTFExpression(parsing: "/2025").bounds.earliest == .unknown)
    #expect(try EDTFExpression(parsing: "2025/..").bounds.latest == .open)
    #expect(try EDTFExpression(parsing: "[..2025]").bounds.earliest == .open)
  }
}
