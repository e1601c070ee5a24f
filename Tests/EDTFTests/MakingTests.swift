import EDTF
import Testing

@Suite struct `Making expressions` {
  @Test func `days, months and years are written as they would be read`() throws {
    #expect(EDTFExpression(year: 2025)?.description == "2025")
    #expect(EDTFExpression(year: 33)?.description == "0033")
    #expect(EDTFExpression(year: -44)?.description == "-0044")
    #expect(EDTFExpression(year: 12_345)?.description == "Y12345")
    #expect(EDTFExpression(year: -12_345)?.description == "Y-12345")
    #expect(EDTFExpression(year: 2025, month: 9)?.description == "2025-09")
    #expect(EDTFExpression(year: 2024, month: 2, day: 29)?.description == "2024-02-29")
    #expect(EDTFExpression(day: try #require(Day("2025-10-02")))?.description == "2025-10-02")
    #expect(EDTFExpression(year: 2024, .summer)?.description == "2024-22")
    #expect(EDTFExpression(decadeOf: 1967)?.description == "196X")
    #expect(EDTFExpression(centuryOf: 1967)?.description == "19XX")
  }

  @Test func `every made expression equals the one that is read from its text`() throws {
    for year in stride(from: -10_050, through: 10_050, by: 49) {
      let made = [
        EDTFExpression(year: year), EDTFExpression(year: year, month: abs(year) % 12 + 1),
        EDTFExpression(year: year, month: 12, day: abs(year) % 31 + 1),
        EDTFExpression(decadeOf: year), EDTFExpression(centuryOf: year),
      ].compactMap(\.self)
      for expression in made + made.map({ $0.approximate() }) + made.map({ $0.uncertain() }) {
        let read = try EDTFExpression(parsing: expression.description)
        #expect(read == expression)
        #expect(read.bounds == expression.bounds)
        #expect(read.syntax == expression.syntax)
      }
    }
  }

  @Test func `what EDTF cannot write is none`() {
    #expect(EDTFExpression(year: Int.max) == nil)
    #expect(EDTFExpression(year: Int.min) == nil)
    #expect(EDTFExpression(year: 12_345, month: 1) == nil)
    #expect(EDTFExpression(year: 2025, month: 13) == nil)
    #expect(EDTFExpression(year: 2025, month: 21) == nil)
    #expect(EDTFExpression(year: 2025, month: 0) == nil)
    #expect(EDTFExpression(year: 2025, month: 2, day: 29) == nil)
    #expect(EDTFExpression(day: Day(rawValue: .max)) == nil)
    #expect(EDTFExpression(decadeOf: -5) == nil)
    #expect(EDTFExpression(centuryOf: 10_000) == nil)
  }

  @Test func `intervals take open, unknown and dated ends`() throws {
    let (march, may) = (
      try EDTFExpression(parsing: "2025-03"), try EDTFExpression(parsing: "2025-05~")
    )
    func interval(_ a: EDTFExpression.IntervalEnd, _ b: EDTFExpression.IntervalEnd) -> String? {
      EDTFExpression.interval(from: a, to: b)?.description
    }
    #expect(interval(.at(march), .at(may)) == "2025-03/2025-05~")
    #expect(interval(.at(march), .open) == "2025-03/..")
    #expect(interval(.at(march), .unknown) == "2025-03/")
    #expect(interval(.open, .at(may)) == "../2025-05~")
    #expect(interval(.unknown, .at(may)) == "/2025-05~")
    #expect(interval(.at(may), .at(march)) == nil)
    #expect(interval(.open, .unknown) == nil)
    #expect(interval(.open, .open) == nil)
    let week = try EDTFExpression(parsing: "2025-09-29/2025-10-05")
    #expect(interval(.at(march), .at(week)) == "2025-03/2025-10-05")
    #expect(interval(.at(week), .open) == "2025-09-29/..")
    let openEnded = try EDTFExpression(parsing: "2025/..")
    #expect(interval(.at(march), .at(openEnded)) == "2025-03/..")
    #expect(interval(.at(try EDTFExpression(parsing: "[2025,2026]")), .open) == nil)
    #expect(interval(.at(try EDTFExpression(parsing: "2025-01-01T10:00:00")), .open) == nil)
    #expect(interval(.at(try EDTFExpression(parsing: "Y17000")), .open) == nil)
  }

  @Test func `alternatives become a set`() throws {
    let years = try ["2011", "2012"].map { try EDTFExpression(parsing: $0) }
    #expect(EDTFExpression.oneOf(years)?.description == "[2011,2012]")
    #expect(EDTFExpression.oneOf([]) == nil)
    #expect(EDTFExpression.oneOf([try EDTFExpression(parsing: "2011/2012")]) == nil)
  }

  @Test(arguments: [
    ("2025", "2025~"), ("2025?", "2025%"), ("2025~", "2025~"), ("2025-09/..", "2025-09~/.."),
    ("2025-08-21/2025-08-31", "2025-08-21~/2025-08-31~"), ("[2011,2012..]", "[2011~,2012~..]"),
    ("2025?-09", "2025?-09~"), ("2025-10-02T10:00:00Z", "2025-10-02T10:00:00Z"),
  ])
  func `approximate adds one sign to every date`(text: String, expected: String) throws {
    #expect(try EDTFExpression(parsing: text).approximate().description == expected)
  }

  @Test(arguments: [
    ("2025-10-02T10:00:00", EDTFPrecision.second), ("2025-10-02", .day), ("156X-12-25", .day),
    ("2025-10", .month), ("1985-04-XX", .month), ("2001-34", .subYear), ("2025", .year),
    ("2004-XX", .year), ("198X", .decade), ("19XX", .century), ("1XXX", .millennium),
    ("1950S3", .decade), ("Y170000002", .year), ("2024/2025-10-02", .day), ("XXXX", nil),
  ])
  func `precision is the finest that is known`(text: String, expected: EDTFPrecision?) throws {
    #expect(try EDTFExpression(parsing: text).precision == expected)
  }

  @Test func `an exact day is one that nothing else can be`() throws {
    #expect(try EDTFExpression(parsing: "2025-10-02").exactDay == Day("2025-10-02"))
    #expect(try EDTFExpression(parsing: "2025-10").exactDay == nil)
    #expect(try EDTFExpression(parsing: "2025-10-02/").exactDay == nil)
  }
}
