import Foundation
import Tarikh
import Testing

// Only debug builds give a test what an executable keeps to itself.
#if DEBUG
  @testable import TarikhCLI

  @Suite struct `A timeline is drawn under an axis` {
    private let screen = Screen(width: 100, usesColour: false, isolates: false)

    @Test(arguments: [
      ("2025-01-05", "    █     "),
      ("2025-01-05~", "    ░     "),
      ("2025-01-03/2025-01-06", "  ░░░░    "),
      ("2025-01", "░░░░░░░░░›"),
      ("2025-01-03/..", "  ░░░░░░░▸"),
      ("2025-01-03/", "  ░░░░░░░?"),
      ("../2025-01-03", "◂░░       "),
      ("/2025-01-03", "?░░       "),
      ("2024-12-30/2025-01-02", "‹░        "),
      ("2025-02-01", "          "),
    ])
    func `a date is one day of its days`(edtf: String, bar: String) throws {
      #expect(try self.bar(edtf, .on, "2025-01-01", "2025-01-10", 10) == bar)
    }

    @Test func `since and until mean every day, and a doubtful side stays light`() throws {
      let bar = try bar("2025-01-03/..", .since, "2025-01-01", "2025-01-10", 10)
      #expect(bar == "  ███████▸")
      let until = try self.bar("../2025-01-06", .until, "2025-01-01", "2025-01-10", 10)
      #expect(until == "◂█████    ")
      let month = try self.bar("2025-01/2025-03", .since, "2025-01-01", "2025-03-31", 9)
      #expect(month == "░░░███░░░")
    }

    @Test func `a coarser axis makes certain what one column holds`() throws {
      #expect(try bar("2025-02", .on, "2025-01-01", "2025-12-31", 36).contains("░"))
      #expect(try bar("2025-02", .on, "2021-01-01", "2030-12-31", 10) == "    █     ")
    }

    @Test(arguments: [
      ("2025-01-01", "2025-01-04", "2025-01-01"), ("2025-01-01", "2025-03-01", "2025-01"),
      ("2025-01-01", "2026-12-31", "2025-07"), ("1990-01-01", "2025-01-01", "2010"),
      ("0001-01-01", "2025-01-01", "1000"),
    ])
    func `the marks are as fine as their labels leave room for`(
      first: String, last: String, label: String
    ) throws {
      let head = AxisHead(try scale(first, last, 50))
      #expect(head.labels.contains(label), "\(head.labels)")
      #expect(head.labels.count == 50 && head.rule.count == 50)
    }

    @Test func `every scale has its days in order, whatever its size`() throws {
      let far = try #require(Day(year: -900_000_000_000, month: 1, day: 1))
      for (first, last) in [
        (try day("2025-01-01"), try day("2025-01-01")),
        (try day("2025-01-01"), try day("2025-01-03")),
        (try day("1000-01-01"), try day("2025-01-01")), (far, try day("2025-01-01")),
      ] {
        for columns in [1, 7, 40, 1000] {
          let scale = DayScale(from: first, to: last, columns: columns)
          #expect(scale.days(of: 0).lowerBound == first)
          #expect(scale.days(of: columns - 1).upperBound == last.advanced(by: 1))
          for day in [first, last] {
            let column = try #require(scale.column(of: day))
            #expect(scale.days(of: column).contains(day))
          }
          let head = AxisHead(scale)
          #expect(head.labels.count == columns && head.rule.count == columns)
        }
      }
    }

    @Test func `no row is wider than the screen, and kinds have colours only where they may`()
      throws
    {
      let entries = try [
        entry("2025-01-03/..", .withdrawal, "قال \u{1B}[31m المتحدث \u{202E} «نعم» " + long),
        entry("2025-01", .attack, "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字"),
      ]
      for width in [20, 40, 60, 80, 100, 200] {
        for colour in [false, true] {
          let screen = Screen(width: width, usesColour: colour, isolates: true)
          let page = try #require(
            TimelinePage(entries, from: nil, to: nil, screen: screen, width: width))
          for line in page.lines {
            let text = line.replacing(/\u{1B}\[\d+m/, with: "")
            #expect(DisplayWidth.of(text) <= width, "\(width): \(text)")
            #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
          }
          let all = page.lines.joined()
          #expect(all.contains("\u{1B}[33m") == colour && all.contains("\u{1B}[31m") == colour)
        }
      }
    }

    private let long = String(repeating: "ا", count: 3000)

    private func entry(
      _ edtf: String, _ kind: ReportKind, _ quote: String
    ) throws -> TimelineEntry {
      let line =
        #"{"kind":"\#(kind.rawValue)","when":{"edtf":"\#(edtf)"},"modality":"asserted","#
        + #""polarity":"positive","participants":[],"quantities":[]}"#
      var report = try JSONLine.decode(ReportJSON.self, from: Data(line.utf8)).value()
      report.evidence = Evidence(quote: quote, range: TextRange(start: 0, end: 1), trigger: nil)
      let address = EventAddress(stream: .desk, revision: Revision(rawValue: 1))
      return TimelineEntry(
        report: report, certainty: .certain, address: address, event: address,
        position: Position(rawValue: 1), recorded: RecordedTime(rawValue: 0), title: nil,
        outlet: nil, publication: nil)
    }

    private func bar(
      _ edtf: String, _ relation: When.Relation, _ first: String, _ last: String, _ columns: Int
    ) throws -> String {
      let when = When(
        edtf: try EDTFExpression(parsing: edtf), expression: nil, relation: relation,
        certainty: .exact, dependsOnPublication: false, relative: nil)
      return UncertaintyBar(when, on: try scale(first, last, columns)).text
    }

    private func scale(_ first: String, _ last: String, _ columns: Int) throws -> DayScale {
      DayScale(from: try day(first), to: try day(last), columns: columns)
    }

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }
  }
#endif
