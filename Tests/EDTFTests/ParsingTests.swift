import EDTF
import TestSupport
import Testing

@Suite struct `Reading` {
  @Test(arguments: [
    ("2025-13", 5), ("2025-02-30", 0), ("2025x", 4), ("", 0), ("2025-10-02\n", 10),
    ("2025/٢٠٢٦", 5), ("[2025, 2026]", 6), ("2026/2025", 5), ("2025-1", 6), ("[2025,2026", 10),
  ])
  func `an error points to the first character that fits no rule`(text: String, offset: Int) {
    #expect(throws: EDTFError.notAnExpression(text, offset: offset)) {
      try EDTFExpression(parsing: text)
    }
  }

  @Test(arguments: [
    "[..2025,2026]", "[2025,2027..2029]", "{2025,2026..}", "{..2025,2027..}", "[Y17000..]",
    "?2025-~10-%02", "-0001-12-31~", "..2025/2026..", "2025-10-02T23:59:60+14:00", "[20XX,2125?]",
  ])
  func `rare but valid forms are read and printed`(text: String) throws {
    let expression = try EDTFExpression(parsing: text)
    #expect(expression.syntax.description == text)
    #expect(EDTFExpression(expression.description) == expression)
  }

  @Test(arguments: [
    "[2025..,2026]", "[2025,..2026]", "[..]", "{..,2025}", "[2025,]", "[,2025]", "[2025;2026]",
    "[2027..2025]", "[2025/2026]", "[2025]~", "2025??", "?", "2025-", "-2025-", "2025S0",
    "2025S5", "Y2025", "Y10000E0", "Y01", "Y", "YX", "Y10000-01", "2025S2-01", "202XS2",
    "2025-21-01", "2025-10-02?T10:00:00", "202X-10-02T10:00:00", "2025-10-02T10:00:00?",
    "2025/2026/2027", "../..", "2025//2026", "2025/.", "..2025", "2025..", "2025...2026",
    "2025-10-02T10:00:00/2026", "Y17000/Y18000", "2025-10-02T-1:00:00", "2025-X1X", "2025-2X",
  ])
  func `other forms are rejected`(text: String) { #expect(EDTFExpression(text) == nil) }

  @Test func `qualifiers and level are exposed`() throws {
    let plain = try EDTFExpression(parsing: "2025-10")
    #expect(!plain.isUncertain && !plain.isApproximate && plain.level == .zero)
    let both = try EDTFExpression(parsing: "2025/2026-%10-01")
    #expect(both.isUncertain && both.isApproximate && both.level == .two)
    let mixed = try EDTFExpression(parsing: "{2024?,2025~}")
    #expect(mixed.qualifiers == [.uncertain, .approximate])
  }

  @Test func `long sets take time in proportion to their length`() throws {
    // Members whose bounds need a search for leap years: the dearest there are.
    func duration(_ count: Int) throws -> Duration {
      let text = "[" + Array(repeating: "XX00-02-29", count: count).joined(separator: ",") + "]"
      return try ThreadTime.least { _ = try EDTFExpression(parsing: text) }
    }
    let (short, long) = (try duration(200), try duration(3200))
    #expect(long < short * 16 * 6 + .milliseconds(200), "\(short) for 200, \(long) for 3200")
  }

  @Test func `long nonsense is rejected at once`() {
    for text in ["[", "2", "2025/", "..", "Y1", "?", "{2025,", "-", "[2025..2026"] {
      let repeated = String(repeating: text, count: 200_000)
      #expect(EDTFExpression(repeated) == nil)
    }
  }
}

@Suite struct `Reading anything` {
  private static let seeds = [
    "1985-04-12", "1985-04-12T23:20:30+04:30", "Y-17E7", "1950S2", "2001-34", "../1985-04",
    "[1667,1668,1670..1672]", "{..1984}", "?2004-06-~11", "XXXX-12-XX", "1984-1X/1990~",
    "[1760-01,1760-12..]", "Y171010000S3", "2004-06-~01/2004-06-~20", "1985/", "-0001-02-28%",
  ]

  @Test func `mutated expressions are rejected or print back`() {
    let seed: UInt64 = 0x5EED_ED7F
    var random = SplitMix64(seed: seed)
    let alphabet = Array("0123456789XY-/.,[]{}?~%TZ:+ES \u{200F}٣".unicodeScalars)
    var accepted = 0
    for round in 0..<30_000 {
      var scalars = Array(Self.seeds[round % Self.seeds.count].unicodeScalars)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0...scalars.count, using: &random)
        let scalar = alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        switch Int.random(in: 0..<3, using: &random) {
        case 0: scalars.insert(scalar, at: place)
        case 1 where place < scalars.count: scalars[place] = scalar
        default: if place < scalars.count { scalars.remove(at: place) }
        }
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      accepted += check(String(text), seed)
    }
    #expect(accepted > 1500, "seed \(seed)")
  }

  @Test func `random bytes never trap`() {
    let seed: UInt64 = 0xBAD_B17E5
    var random = SplitMix64(seed: seed)
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...24, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      _ = check(String(decoding: bytes, as: UTF8.self), seed)
    }
  }

  /// 1 when the text was accepted; everything that can be asked of it is asked.
  private func check(_ text: String, _ seed: UInt64) -> Int {
    guard let expression = EDTFExpression(text) else { return 0 }
    #expect(expression.syntax.description == text, "seed \(seed)")
    if case (.day(let first), .day(let last)) = (
      expression.bounds.earliest, expression.bounds.latest
    ) {
      #expect(first <= last, "\(text), seed \(seed)")
      if expression.syntax.dates.count == 1 {
        #expect(expression.occurs(on: first).isPossible, "\(text), seed \(seed)")
        #expect(expression.occurs(on: last).isPossible, "\(text), seed \(seed)")
        #expect(!expression.covers(first.advanced(by: -1)).isPossible, "\(text), seed \(seed)")
      }
    }
    let approximate = expression.approximate()
    #expect(approximate.bounds == expression.bounds, "\(text), seed \(seed)")
    #expect(EDTFExpression(approximate.description) == approximate, "\(text), seed \(seed)")
    _ = (expression.level, expression.precision, expression.certainBounds)
    #expect(expression.overlaps(expression) != .impossible, "\(text), seed \(seed)")
    return 1
  }
}
