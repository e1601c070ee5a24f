import EDTF
import TarikhModel
import TestSupport
import Testing

struct RandomRecordTests {
  @Test func `random reports survive, and are written again as the same bytes`() throws {
    let seed = UInt64.random(in: .min ... .max)
    var source = RandomReports(seed: seed)
    for _ in 0..<500 {
      let report = try source.report()
      let record = try Samples.record(.reported(report))
      let event = try decode(record.bytes)
      #expect(event.payload == .reported(report), "seed \(seed)")
      let again = try Samples.record(event.payload)
      #expect(again == record, "seed \(seed)")
      let viewed = try ViewedReport(in: record.bytes)
      #expect(viewed == ViewedReport(of: report), "seed \(seed)")
      let old = try Samples.record(.reported(report), version: .v1)
      #expect(try decode(old.bytes).payload == event.payload, "seed \(seed)")
      #expect(old.bytes.count > record.bytes.count, "seed \(seed)")
    }
  }
}

/// Reports without sense, of every shape.
struct RandomReports {
  private var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  mutating func report() throws -> Report {
    Report(
      kind: pick(), when: chance() ? try when() : nil, modality: pick(), polarity: pick(),
      aspect: optional(), detail: optional(), attribution: chance() ? attribution() : nil,
      participants: many { Participant(role: $0.pick(), entity: $0.entity(), text: $0.text()) },
      quantities: many { $0.quantity() },
      evidence: chance() ? Evidence(quote: text(), range: range(), trigger: trigger()) : nil,
      saidIn: chance() ? EventID(using: &generator) : nil,
      extractor: ExtractorVersion(name: text(), version: text()))
  }

  private mutating func when() throws -> When {
    let texts = ["2024", "2024-03", "2024-03-05~", "2024?/..", "../2024-01-01", "1999-XX", "156X"]
    return When(
      edtf: try Samples.edtf(texts[below(texts.count)]), expression: chance() ? text() : nil,
      relation: pick(), certainty: pick(), dependsOnPublication: chance(),
      relative: chance() ? try relative(depth: 6) : nil)
  }

  private mutating func relative(depth: Int) throws -> RelativeDate {
    let leaf = depth == 0
    switch below(leaf ? 11 : 16) {
    case 0: return .day(offset: number())
    case 1: return .week(offset: number())
    case 2: return .month(offset: number())
    case 3: return .period(pick(), offset: number())
    case 4: return .weekday(number(), pick())
    case 5: return .monthOfYear(number(), pick())
    case 6: return .dayOfYear(month: number(), day: number(), pick())
    case 7: return .monthIn(yearOffset: number(), month: number())
    case 8: return .running(pick(), count: number())
    case 9: return .ago(pick(), count: number())
    case 10: return .fixed(try Samples.edtf("2024-0\(below(9) + 1)"))
    case 11: return .dayOf(try relative(depth: depth - 1), day: number())
    case 12:
      return .weekdayOf(try relative(depth: depth - 1), weekday: number(), nth: number())
    case 13: return .part(pick(), of: try relative(depth: depth - 1))
    case 14: return .approximately(try relative(depth: depth - 1))
    default:
      return .span(
        from: chance() ? try relative(depth: depth - 1) : nil,
        to: chance() ? try relative(depth: depth - 1) : nil)
    }
  }

  private mutating func attribution() -> Attribution {
    Attribution(
      speaker: entity(), role: chance() ? text() : nil, channel: optional(),
      verb: chance() ? text() : nil, anonymous: chance(), quoted: chance(),
      via: many { $0.entity() })
  }

  private mutating func quantity() -> Quantity {
    Quantity(
      min: chance() ? Double(number()) / 8 : nil, max: chance() ? Double(number()) / 8 : nil,
      comparator: pick(), unit: text(), measure: pick(), of: chance() ? entity() : nil,
      expression: text())
  }

  private mutating func entity() -> EntityID { EntityID(rawValue: text()) }

  private mutating func range() -> TextRange {
    let ends = [below(5000), below(.max)].sorted()
    return TextRange(start: ends[0], end: ends[1])
  }

  private mutating func trigger() -> TextRange? { chance() ? range() : nil }

  private mutating func text() -> String {
    let pieces = ["", "مرفأ", "e\u{301}", "a", "\0", "👩‍🚒", "\u{200F}", "ـــ"]
    return (0..<below(4)).map { _ in pieces[below(pieces.count)] }.joined()
  }

  private mutating func many<Element>(_ make: (inout Self) -> Element) -> [Element] {
    (0..<below(4)).map { _ in make(&self) }
  }

  private mutating func number() -> Int {
    chance() ? below(2000) - 1000 : Int(truncatingIfNeeded: generator.next())
  }

  private mutating func pick<Choice: CaseIterable>() -> Choice
  where Choice.AllCases == [Choice] { Choice.allCases[below(Choice.allCases.count)] }

  private mutating func optional<Choice: CaseIterable>() -> Choice?
  where Choice.AllCases == [Choice] { chance() ? pick() : nil }

  private mutating func chance() -> Bool { below(2) == 0 }

  private mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }
}
