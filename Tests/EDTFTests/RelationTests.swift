import EDTF
import Testing

/// What an expression of the small world can stand for: every run of days, first and last.
///
/// Day 0 stands for "has no start" and ``endless`` for "has no end"; the days of the dates below
/// are 3…7 (28 January to 1 February 2025), so that two days are free on either side.
private struct World {
  static let endless = 10

  let text: String
  /// Every possible run; and every run when qualified dates may be a day off.
  let plain: [ClosedRange<Int>]
  let soft: [ClosedRange<Int>]

  /// The dates that the expressions are made of, and the days that each can be.
  static let dates: [(text: String, days: ClosedRange<Int>, isQualified: Bool)] = [
    ("2025-01-28", 3...3, false), ("2025-01-30", 5...5, false), ("2025-01-3X", 5...6, false),
    ("2025-01-30~", 5...5, true), ("2025-01-3X?", 5...6, true), ("2025-02-01", 7...7, false),
  ]

  static let all: [World] = {
    let single = dates.map { date in
      let soft = date.isQualified ? date.days.lowerBound - 1...date.days.upperBound + 1 : date.days
      return World(
        text: date.text, plain: date.days.map { $0...$0 }, soft: soft.map { $0...$0 })
    }
    let known = dates.map { date in
      let soft = date.isQualified ? date.days.lowerBound - 1...date.days.upperBound + 1 : date.days
      return (text: date.text, plain: date.days, soft: soft)
    }
    let starts = known + [("..", 0...0, 0...0), ("", 1...(endless - 1), 1...(endless - 1))]
    let ends =
      known + [
        ("..", endless...endless, endless...endless), ("", 1...(endless - 1), 1...(endless - 1)),
      ]
    var intervals: [World] = []
    for start in starts {
      for end in ends where EDTFExpression("\(start.text)/\(end.text)") != nil {
        intervals.append(
          World(
            text: "\(start.text)/\(end.text)", plain: runs(start.plain, end.plain),
            soft: runs(start.soft, end.soft)))
      }
    }
    return single + intervals
  }()

  private static func runs(_ starts: ClosedRange<Int>, _ ends: ClosedRange<Int>)
    -> [ClosedRange<Int>]
  {
    starts.flatMap { start in ends.filter { $0 >= start }.map { start...$0 } }
  }

  /// The answer by trying every run of both.
  func answer(_ other: World, _ relation: (ClosedRange<Int>, ClosedRange<Int>) -> Bool)
    -> Possibility
  {
    let may = plain.contains { a in other.plain.contains { b in relation(a, b) } }
    let must = soft.allSatisfy { a in other.soft.allSatisfy { b in relation(a, b) } }
    return must ? .certain : may ? .possible : .impossible
  }

  func answer(_ relation: (ClosedRange<Int>) -> Bool) -> Possibility {
    soft.allSatisfy(relation) ? .certain : plain.contains(where: relation) ? .possible : .impossible
  }

  static func day(_ number: Int) throws -> Day {
    try #require(Day("2025-01-25")).advanced(by: number)
  }
}

@Suite struct `Three-valued relations` {
  @Test func `of a day and an expression are those of every possible run`() throws {
    for world in World.all {
      let expression = try EDTFExpression(parsing: world.text)
      for number in 1..<World.endless {
        let day = try World.day(number)
        #expect(
          expression.covers(day) == world.answer { $0.contains(number) }, "\(world.text), \(day)")
        #expect(
          expression.isBefore(day) == world.answer { $0.upperBound < number },
          "\(world.text), \(day)")
        #expect(
          expression.isAfter(day) == world.answer { $0.lowerBound > number },
          "\(world.text), \(day)")
      }
    }
  }

  @Test func `of a run of days and an expression are those of every possible run`() throws {
    for world in World.all {
      let expression = try EDTFExpression(parsing: world.text)
      for first in 1..<World.endless {
        for last in first..<World.endless {
          let days = try World.day(first)..<World.day(last + 1)
          #expect(
            expression.overlaps(days) == world.answer { $0.overlaps(first...last) },
            "\(world.text), \(days)")
          #expect(
            expression.contains(days)
              == world.answer { $0.lowerBound <= first && last <= $0.upperBound },
            "\(world.text), \(days)")
        }
      }
    }
  }

  @Test func `of two expressions are those of every pair of possible runs`() throws {
    let worlds = try World.all.map { ($0, try EDTFExpression(parsing: $0.text)) }
    for (left, a) in worlds {
      for (right, b) in worlds {
        let note = "\(left.text) and \(right.text)"
        let before = left.answer(right) { $0.upperBound < $1.lowerBound }
        #expect(a.isBefore(b) == before, "\(note)")
        #expect(b.isAfter(a) == before, "\(note)")
        #expect(a.overlaps(b) == left.answer(right) { $0.overlaps($1) }, "\(note)")
        let contains = left.answer(right) {
          $0.lowerBound <= $1.lowerBound && $1.upperBound <= $0.upperBound
        }
        #expect(a.contains(b) == contains, "\(note)")
      }
    }
  }

  @Test func `of an event are those of one day between the bounds`() throws {
    for world in World.all {
      let expression = try EDTFExpression(parsing: world.text)
      let plain = Set(world.plain.flatMap { Array($0) })
      let soft = Set(world.soft.flatMap { Array($0) })
      // Not the outermost days: an event of an open side may lie beyond them.
      for number in 2..<(World.endless - 1) {
        let day = try World.day(number)
        let on: Possibility =
          soft == [number] ? .certain : plain.contains(number) ? .possible : .impossible
        #expect(expression.occurs(on: day) == on, "\(world.text), \(day)")
        let before: Possibility =
          soft.allSatisfy { $0 < number }
          ? .certain : plain.contains { $0 < number } ? .possible : .impossible
        #expect(expression.occurs(before: day) == before, "\(world.text), \(day)")
        for last in number..<(World.endless - 1) {
          let days = day..<(try World.day(last + 1))
          let inside: Possibility =
            soft.allSatisfy((number...last).contains)
            ? .certain : plain.contains(where: (number...last).contains) ? .possible : .impossible
          #expect(expression.occurs(in: days) == inside, "\(world.text), \(days)")
        }
      }
    }
  }

  @Test func `what is certain is bounded by the certain bounds`() throws {
    for world in World.all {
      let expression = try EDTFExpression(parsing: world.text)
      let certain = try (1..<World.endless).map(World.day).filter {
        expression.covers($0) == .certain
      }
      guard let bounds = expression.certainBounds else {
        #expect(certain.isEmpty, "\(world.text)")
        continue
      }
      let first = bounds.earliest == .open ? try World.day(1) : bounds.earliest.day
      let last = bounds.latest == .open ? try World.day(World.endless - 1) : bounds.latest.day
      #expect(certain.first == first, "\(world.text)")
      #expect(certain.last == last, "\(world.text)")
    }
  }

  @Test(arguments: [
    ("[2025,2027]", "2025-06-01", Possibility.possible, Possibility.possible),
    ("[2025,2027]", "2026-06-01", .impossible, .impossible),
    ("[2025-10-02,2025-10-02]", "2025-10-02", .certain, .certain),
    ("[2025-10-02,2025-10-03]", "2025-10-02", .possible, .possible),
    ("{2025-10-02,2025-10-05}", "2025-10-05", .certain, .certain),
    ("{2025-10-02,2025-10-05}", "2025-10-04", .impossible, .impossible),
    ("{2025..2027}", "2026-06-01", .certain, .possible),
    ("{2025..2027}", "2025-06-01", .possible, .possible),
    ("{2025..}", "2026-01-01", .certain, .possible),
    ("[2025..]", "2026-01-01", .possible, .possible),
    ("{..2025}", "1000-01-01", .certain, .possible),
    ("1560-X2", "1560-05-01", .impossible, .impossible),
    ("1560-X2", "1560-02-29", .possible, .possible),
    ("2025-10-02~", "2025-10-02", .possible, .possible),
    ("2014~/..", "2025-10-02", .certain, .possible),
    ("2023-24", "2024-02-29", .possible, .possible),
    ("20XX-24", "2024-06-01", .impossible, .impossible),
  ])
  func `of sets, gaps and qualifiers are decided day by day`(
    text: String, day: String, covers: Possibility, occurs: Possibility
  ) throws {
    let expression = try EDTFExpression(parsing: text)
    let day = try #require(Day(day))
    #expect(expression.covers(day) == covers)
    #expect(expression.occurs(on: day) == occurs)
  }

  @Test func `of sets never call certain what a member denies`() throws {
    let gaps = try EDTFExpression(parsing: "{1960,1965}")
    let years = try EDTFExpression(parsing: "1962/1963")
    #expect(gaps.overlaps(years) == .possible)
    #expect(gaps.contains(years) == .possible)
    #expect(gaps.isBefore(try EDTFExpression(parsing: "1966")) == .certain)
    #expect(gaps.isAfter(try EDTFExpression(parsing: "1959")) == .certain)
  }

  @Test func `of no days at all are vacuous`() throws {
    let expression = try EDTFExpression(parsing: "2025")
    let none = try World.day(3)..<World.day(3)
    #expect(expression.overlaps(none) == .impossible)
    #expect(expression.occurs(in: none) == .impossible)
    #expect(expression.contains(none) == .certain)
  }
}

@Suite struct `Allen's relations` {
  /// Each relation by its definition on the ends of two half-open runs.
  private static let definitions: [(AllenRelation, @Sendable (Range<Int>, Range<Int>) -> Bool)] = [
    (.before, { $0.upperBound < $1.lowerBound }),
    (.meets, { $0.upperBound == $1.lowerBound }),
    (
      .overlaps,
      {
        $0.lowerBound < $1.lowerBound && $1.lowerBound < $0.upperBound
          && $0.upperBound < $1.upperBound
      }
    ),
    (.starts, { $0.lowerBound == $1.lowerBound && $0.upperBound < $1.upperBound }),
    (.during, { $1.lowerBound < $0.lowerBound && $0.upperBound < $1.upperBound }),
    (.finishes, { $1.lowerBound < $0.lowerBound && $0.upperBound == $1.upperBound }),
    (.equals, { $0 == $1 }),
  ]

  @Test func `hold exactly one at a time for all runs of a small world`() throws {
    let runs = (0..<6).flatMap { first in ((first + 1)...6).map { first..<$0 } }
    var seen: Set<AllenRelation> = []
    for a in runs {
      for b in runs {
        let relation = try #require(AllenRelation(days(a), to: days(b)))
        let direct = Self.definitions.filter { $0.1(a, b) }.map(\.0)
        let inverse = Self.definitions.filter { $0.1(b, a) }.map(\.0.inverse)
        #expect(Set(direct + inverse) == [relation], "\(a) and \(b)")
        #expect(AllenRelation(days(b), to: days(a)) == relation.inverse)
        #expect(relation.inverse.inverse == relation)
        seen.insert(relation)
      }
    }
    #expect(seen.count == 13)
  }

  @Test func `need two runs that are not empty`() {
    #expect(AllenRelation(days(1..<1), to: days(0..<2)) == nil)
    #expect(AllenRelation(days(0..<2), to: days(1..<1)) == nil)
  }

  private func days(_ numbers: Range<Int>) -> Range<Day> {
    Day(rawValue: numbers.lowerBound)..<Day(rawValue: numbers.upperBound)
  }
}
