import EDTF
import Testing

/// A part, and what it is of three wholes.
private typealias PartCase = (RelativeDate.Part, String?, String?, String?)

@Suite struct `Relative dates` {
  /// Thursday 2 October 2025, unless said otherwise.
  private static let reference = "2025-10-02"

  private func resolved(_ date: RelativeDate, on day: String = reference) throws -> String? {
    date.resolve(against: try #require(Day(day)))?.description
  }

  @Test(arguments: [
    (RelativeDate.day(offset: -1), "2025-10-01"), (.day(offset: 0), "2025-10-02"),
    (.day(offset: 1), "2025-10-03"), (.day(offset: -2), "2025-09-30"),
    (.week(offset: 0), "2025-09-29/2025-10-05"), (.week(offset: 1), "2025-10-06/2025-10-12"),
    (.week(offset: -1), "2025-09-22/2025-09-28"),
    (.month(offset: 0), "2025-10"), (.month(offset: -1), "2025-09"), (.month(offset: 3), "2026-01"),
    (.month(offset: -22), "2023-12"),
    (.period(.year, offset: -1), "2024"), (.period(.decade, offset: 0), "202X"),
    (.period(.decade, offset: -3), "199X"), (.period(.century, offset: -1), "19XX"),
    (.period(.quarter, offset: 0), "2025-10/2025-12"),
    (.period(.quarter, offset: -1), "2025-07/2025-09"),
    (.period(.half, offset: 0), "2025-07/2025-12"), (.period(.half, offset: 1), "2026-01/2026-06"),
    (.monthIn(yearOffset: 0, month: 9), "2025-09"), (.monthIn(yearOffset: 1, month: 3), "2026-03"),
    (.dayOf(.month(offset: 1), day: 20), "2025-11-20"),
    (.weekdayOf(.week(offset: 1), weekday: 5, nth: 1), "2025-10-10"),
    (.weekdayOf(.month(offset: 0), weekday: 1, nth: -1), "2025-10-27"),
    (.weekdayOf(.month(offset: 0), weekday: 1, nth: 2), "2025-10-13"),
    (.weekdayOf(.month(offset: 0), weekday: 5, nth: -2), "2025-10-24"),
    (.running(.month, count: -3), "2025-07-02~/2025-10-02"),
    (.running(.year, count: -5), "2020~/2025-10-02"),
    (.running(.day, count: -3), "2025-09-29~/2025-10-02"),
    (.running(.week, count: 2), "2025-10-02/2025-10-16~"),
    (.running(.decade, count: -2), "2005~/2025-10-02"),
    (.ago(.year, count: -10), "2015"), (.approximately(.ago(.year, count: -10)), "2015~"),
    (.ago(.month, count: -3), "2025-07"), (.ago(.day, count: -2), "2025-09-30"),
    (.ago(.week, count: -2), "2025-09-18~"), (.ago(.decade, count: -2), "2005~"),
    (.ago(.century, count: -1), "1925~"), (.ago(.month, count: 3), "2026-01"),
    (.span(from: nil, to: .period(.year, offset: 1)), "../2026"),
    (.span(from: .monthOfYear(8, .last), to: nil), "2025-08/.."),
    (.span(from: .monthOfYear(8, .last), to: .day(offset: 0)), "2025-08/2025-10-02"),
    (.span(from: .week(offset: -1), to: .week(offset: 0)), "2025-09-22/2025-10-05"),
  ])
  func `mean what the table says`(date: RelativeDate, expected: String) throws {
    #expect(try resolved(date) == expected)
  }

  @Test(
    arguments: [
      (RelativeDate.Part.start, "2025-10-01~/2025-10-10~", "2025-01~", "2025-09-29~/2025-10-01~"),
      (.early, "2025-10-01~/2025-10-10~", "2025-01~/2025-04~", "2025-09-29~/2025-10-01~"),
      (.middle, "2025-10-11~/2025-10-20~", "2025-05~/2025-08~", "2025-09-30~/2025-10-03~"),
      (.late, "2025-10-21~/2025-10-31~", "2025-09~/2025-12~", "2025-10-02~/2025-10-05~"),
      (.end, "2025-10-21~/2025-10-31~", "2025-12~", "2025-10-04~/2025-10-05~"),
      (.firstHalf, "2025-10-01/2025-10-15", "2025-01/2025-06", "2025-09-29/2025-10-01"),
      (.secondHalf, "2025-10-16/2025-10-31", "2025-07/2025-12", "2025-10-02/2025-10-05"),
      (.firstQuarter, nil, "2025-01/2025-03", nil), (.secondQuarter, nil, "2025-04/2025-06", nil),
      (.thirdQuarter, nil, "2025-07/2025-09", nil), (.fourthQuarter, nil, "2025-10/2025-12", nil),
      (.spring, nil, "2025-21", nil), (.summer, nil, "2025-22", nil),
      (.autumn, nil, "2025-23", nil),
      (.winter, nil, "2025-24", nil),
    ] as [PartCase])
  func `have parts`(
    part: RelativeDate.Part, ofMonth: String?, ofYear: String?, ofWeek: String?
  ) throws {
    #expect(try resolved(.part(part, of: .month(offset: 0))) == ofMonth)
    #expect(try resolved(.part(part, of: .period(.year, offset: 0))) == ofYear)
    #expect(try resolved(.part(part, of: .week(offset: 0))) == ofWeek)
  }

  @Test(
    arguments: [
      (RelativeDate.Part.early, "2020~/2023~", "2000~/2033~", "2025-10~"),
      (.middle, "2024~/2026~", "2034~/2066~", "2025-11~"),
      (.late, "2027~/2029~", "2067~/2099~", "2025-12~"),
      (.firstHalf, "2020/2024", "2000/2049", "2025-10"),
      (.thirdQuarter, nil, "2050/2074", nil),
    ] as [PartCase])
  func `have parts of decades, centuries and quarters`(
    part: RelativeDate.Part, ofDecade: String?, ofCentury: String?, ofQuarter: String?
  ) throws {
    #expect(try resolved(.part(part, of: .period(.decade, offset: 0))) == ofDecade)
    #expect(try resolved(.part(part, of: .period(.century, offset: 0))) == ofCentury)
    #expect(try resolved(.part(part, of: .period(.quarter, offset: 0))) == ofQuarter)
  }

  @Test(arguments: [
    (RelativeDate.weekday(2, .last), "2024-09-24"), (.weekday(2, .next), "2024-10-01"),
    (.weekday(5, .latest), "2024-09-27"), (.weekday(5, .last), "2024-09-20"),
    (.dayOfYear(month: 9, day: 27, .nearest), "2024-09-27"),
    (.week(offset: -1), "2024-09-16/2024-09-22"),
    (.monthOfYear(1, .next), "2025-01"), (.monthOfYear(8, .last), "2024-08"),
    (.span(from: nil, to: .part(.end, of: .period(.year, offset: 0))), "../2024-12~"),
    (.span(from: .monthOfYear(8, .last), to: nil), "2024-08/.."),
    (.span(from: .day(offset: 0), to: .day(offset: 3)), "2024-09-27/2024-09-30"),
    (.approximately(.ago(.month, count: -3)), "2024-06~"),
    (.running(.year, count: -5), "2019~/2024-09-27"),
    (.part(.thirdQuarter, of: .period(.year, offset: 0)), "2024-07/2024-09"),
    (.part(.summer, of: .period(.year, offset: 0)), "2024-22"),
    (.span(from: .day(offset: -2), to: .day(offset: 0)), "2024-09-25/2024-09-27"),
  ])
  func `mean on Friday 27 September 2024 what news means`(
    date: RelativeDate, expected: String
  ) throws {
    #expect(try resolved(date, on: "2024-09-27") == expected)
  }

  @Test func `have parts of fixed dates and of days`() throws {
    let august = RelativeDate.fixed(try EDTFExpression(parsing: "2025-08"))
    #expect(try resolved(.part(.end, of: august)) == "2025-08-21~/2025-08-31~")
    let february = RelativeDate.fixed(try EDTFExpression(parsing: "2024-02"))
    #expect(try resolved(.part(.late, of: february)) == "2024-02-21~/2024-02-29~")
    #expect(try resolved(.part(.start, of: .day(offset: -1))) == "2025-10-01")
    #expect(try resolved(.part(.firstHalf, of: .day(offset: -1))) == nil)
    let set = RelativeDate.fixed(try EDTFExpression(parsing: "[2024,2025]"))
    #expect(try resolved(.part(.early, of: set)) == nil)
    let summer = RelativeDate.part(.summer, of: .period(.year, offset: 0))
    #expect(try resolved(.part(.end, of: summer)) == "2025-08~")
    let rough = RelativeDate.approximately(.month(offset: 0))
    #expect(try resolved(.dayOf(rough, day: 3)) == "2025-10-03~")
  }

  @Test func `that do not exist are none`() throws {
    for date in [
      RelativeDate.day(offset: .max), .day(offset: .min), .week(offset: .max), .month(offset: .min),
      .period(.century, offset: .max), .period(.quarter, offset: .min),
      .period(.decade, offset: -999),
      .period(.year, offset: 100_000), .weekday(0, .last), .weekday(8, .next),
      .monthOfYear(13, .latest), .monthOfYear(0, .coming), .dayOfYear(month: 2, day: 30, .nearest),
      .dayOfYear(month: .max, day: .min, .last), .monthIn(yearOffset: .max, month: 1),
      .monthIn(yearOffset: 0, month: 13), .span(from: nil, to: nil),
      .span(from: .day(offset: 1), to: .day(offset: 0)), .running(.week, count: .min),
      .running(.century, count: .max), .ago(.decade, count: .min), .ago(.day, count: .max),
      .dayOf(.month(offset: 0), day: 32), .dayOf(.period(.year, offset: 0), day: 1),
      .weekdayOf(.week(offset: 0), weekday: 5, nth: 2),
      .weekdayOf(.week(offset: 0), weekday: 5, nth: 0),
      .weekdayOf(.week(offset: 0), weekday: 5, nth: .min),
      .weekdayOf(.month(offset: 0), weekday: 5, nth: .max),
    ] {
      #expect(try resolved(date) == nil, "\(date)")
    }
    #expect(RelativeDate.day(offset: 0).resolve(against: Day(rawValue: .max)) == nil)
    #expect(RelativeDate.month(offset: -1).resolve(against: Day(rawValue: .min)) == nil)
  }

  @Test func `keep the day of the month where they can`() throws {
    #expect(try resolved(.running(.month, count: -1), on: "2024-03-31") == "2024-02-29~/2024-03-31")
    #expect(try resolved(.running(.month, count: -3), on: "2024-09-21") == "2024-06-21~/2024-09-21")
    #expect(try resolved(.ago(.month, count: -1), on: "2024-03-31") == "2024-02")
  }
}

@Suite struct `Recurring dates` {
  /// Two years of reference days, a leap year among them.
  private static let references: [Day] = {
    let first = Day(year: 2023, month: 7, day: 1) ?? Day(rawValue: 0)
    return (0..<731).map(first.advanced)
  }()

  /// What `direction` picks from candidates in order, by its definition.
  private func pick<Value: Comparable>(
    _ direction: RelativeDate.Direction, from candidates: [Value], around own: Value,
    distance: (Value, Value) -> Int
  ) -> Value? {
    switch direction {
    case .latest: return candidates.last { $0 <= own }
    case .last: return candidates.last { $0 < own }
    case .coming: return candidates.first { $0 >= own }
    case .next: return candidates.first { $0 > own }
    case .nearest: return candidates.min { distance($0, own) < distance($1, own) }
    }
  }

  @Test(arguments: RelativeDate.Direction.allCases)
  func `weekdays are found on their side`(direction: RelativeDate.Direction) {
    for reference in Self.references {
      let days = (-10...10).map(reference.advanced)
      for weekday in 1...7 {
        let expected = pick(
          direction, from: days.filter { $0.weekday == weekday }, around: reference,
          distance: { abs($0.rawValue - $1.rawValue) })
        let found = RelativeDate.weekday(weekday, direction).resolve(against: reference)
        #expect(found?.exactDay == expected, "\(weekday) \(direction) of \(reference)")
      }
    }
  }

  @Test(arguments: RelativeDate.Direction.allCases)
  func `months are found on their side`(direction: RelativeDate.Direction) {
    for reference in Self.references {
      let (year, month, _) = reference.fields
      let own = year * 12 + month - 1
      for sought in 1...12 {
        let expected = pick(
          direction, from: (own - 20...own + 20).filter { $0 % 12 == sought - 1 }, around: own,
          distance: { abs($0 - $1) })
        let found = RelativeDate.monthOfYear(sought, direction).resolve(against: reference)
        let text = expected.map { EDTFExpression(year: $0 / 12, month: $0 % 12 + 1) }
        #expect(found == text, "\(sought) \(direction) of \(reference)")
      }
    }
  }

  @Test(arguments: RelativeDate.Direction.allCases)
  func `days of the year are found on their side`(direction: RelativeDate.Direction) {
    let sought = [(1, 1), (2, 28), (2, 29), (3, 1), (7, 1), (10, 2), (12, 31)]
    for (month, day) in sought {
      let candidates = (2010...2040).compactMap { Day(year: $0, month: month, day: day) }
      for reference in Self.references {
        let expected = pick(
          direction, from: candidates, around: reference,
          distance: { abs($0.rawValue - $1.rawValue) })
        let found = RelativeDate.dayOfYear(month: month, day: day, direction)
          .resolve(against: reference)
        #expect(found?.exactDay == expected, "\(month)-\(day) \(direction) of \(reference)")
      }
    }
  }

  @Test func `29 February is found across the century without one`() throws {
    let reference = try #require(Day("1900-03-01"))
    let date = { RelativeDate.dayOfYear(month: 2, day: 29, $0) }
    #expect(date(.last).resolve(against: reference)?.exactDay == Day("1896-02-29"))
    #expect(date(.next).resolve(against: reference)?.exactDay == Day("1904-02-29"))
  }

  @Test func `last September is never the month of the reference`() throws {
    for day in 1...30 {
      let reference = try #require(Day(year: 2025, month: 9, day: day))
      let last = RelativeDate.monthOfYear(9, .last).resolve(against: reference)
      #expect(last?.description == "2024-09")
      let latest = RelativeDate.monthOfYear(9, .latest).resolve(against: reference)
      #expect(latest?.description == "2025-09")
    }
  }

  @Test func `weeks run from Monday to Sunday and hold their day`() throws {
    for reference in Self.references {
      for offset in -2...2 {
        let week = try #require(RelativeDate.week(offset: offset).resolve(against: reference))
        let (first, last) = (
          try #require(week.bounds.earliest.day), try #require(week.bounds.latest.day)
        )
        #expect(first.weekday == 1 && last.weekday == 7)
        #expect(last == first.advanced(by: 6))
        let moved = reference.advanced(by: offset * 7)
        #expect(first <= moved && moved <= last)
      }
    }
  }
}
