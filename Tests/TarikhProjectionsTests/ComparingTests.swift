import EDTF
import TarikhModel
import TarikhProjections
import TestSupport
import Testing

@Suite struct `Gaps between reports` {
  @Test func `are the days that no report covers, found alike by counting day by day`() throws {
    let seed: UInt64 = 0x6A75
    var random = SplitMix64(seed: seed)
    for round in 0..<300 {
      let entries = try (0..<Int.random(in: 0...8, using: &random)).map { index in
        let first = Int.random(in: 0...40, using: &random)
        let last = first + Int.random(in: 0...6, using: &random)
        return try entry(index, day(first), day(last))
      }
      let from = Int.random(in: 0...20, using: &random)
      let to = from + Int.random(in: 0...30, using: &random)
      let gaps = CoverageGap.gaps(in: entries, from: day(from), to: day(to))
      let uncovered = (from...to).filter { number in
        !entries.contains { entry in
          guard let bounds = entry.report.when?.edtf.bounds, let first = bounds.earliest.day,
            let last = bounds.latest.day
          else { return false }
          return first <= day(number) && day(number) <= last
        }
      }
      let found = gaps.flatMap { Array($0.first.rawValue...$0.last.rawValue) }
      #expect(found == uncovered.map { day($0).rawValue }, "seed \(seed), round \(round)")
      #expect(gaps.map(\.days).reduce(0, +) == uncovered.count)
    }
  }

  @Test func `of nothing are none, and of all that was asked for one`() {
    #expect(CoverageGap.gaps(in: [], from: nil, to: nil).isEmpty)
    let whole = CoverageGap.gaps(in: [], from: day(1), to: day(9))
    #expect(whole.map(\.days) == [9])
    #expect(whole.first?.before == nil && whole.first?.after == nil)
  }

  private func day(_ number: Int) -> Day { Day(rawValue: 20_000 + number) }

  private func entry(_ index: Int, _ first: Day, _ last: Day) throws -> TimelineEntry {
    let text = first == last ? "\(first)" : "\(first)/\(last)"
    let report = Making.report(.withdrawal, try Making.when(text))
    let address = EventAddress(
      stream: StreamName.article(for: Digest.sha256(of: "\(index)")), revision: .zero)
    return TimelineEntry(
      report: report, certainty: .certain, address: address, event: address,
      position: Position(rawValue: UInt64(index)), recorded: RecordedTime(rawValue: 0),
      title: nil, outlet: nil, publication: nil)
  }
}
