import ArabicDates
import EDTF
import Foundation
import TestSupport
import Testing

/// The cases of third parties under `suites/temporal`, scored by the rule of their `score.py`.
@Suite struct `The temporal suite` {
  private static let path = "suites/temporal/dev.jsonl"

  @Test(.enabled(if: SharedFolder.has(path), "needs the shared suites"))
  func `is read at least as well as the floors say`() throws {
    let url = try #require(SharedFolder.url(Self.path))
    let cases = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").compactMap {
      try SuiteCase(json: Data($0.utf8))
    }
    var score = SuiteScore()
    let recognizer = DateRecognizer()
    for item in cases { score.add(item, item.predictions(of: recognizer)) }
    let summary = score.summary
    print(summary)
    Attachment.record(Array(summary.utf8), named: "temporal-suite.txt")
    #expect(score.recognised >= 95.3, "\(summary)")
    #expect(score.exact >= 87.6, "\(summary)")
    #expect(score.valued >= 90.6, "\(summary)")
    #expect(score.falsePositives <= 1.2, "\(summary)")
  }
}

/// How many of the cases were recognised, exactly, with the right value.
struct SuiteScore {
  private var positives = 0
  private var found = 0
  private var exactly = 0
  private var withValue = 0
  private var rightly = 0
  private var negatives = 0
  private var wrongly = 0

  var recognised: Double { percent(found, of: positives) }
  var exact: Double { percent(exactly, of: positives) }
  var valued: Double { percent(rightly, of: withValue) }
  var falsePositives: Double { percent(wrongly, of: negatives) }

  var summary: String {
    """
    \(positives) cases: recognised \(recognised) %, exact \(exact) %; \(withValue) with a value: \
    right \(valued) %; \(negatives) texts without a date: false positives \(falsePositives) %
    """
  }

  mutating func add(_ item: SuiteCase, _ predictions: [DateMention]) {
    guard !item.isNegative else {
      negatives += 1
      wrongly += predictions.isEmpty ? 0 : 1
      return
    }
    positives += 1
    found += predictions.contains(where: item.recognises) ? 1 : 0
    let touching = predictions.filter { item.shared(with: $0.range) > 0 }
    exactly += touching.contains { item.trim($0.range) == item.trim(item.span) } ? 1 : 0
    guard item.hasValue else { return }
    withValue += 1
    rightly += touching.contains(where: item.accepts) ? 1 : 0
  }

  private func percent(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? 0 : (1000 * Double(part) / Double(whole)).rounded() / 10
  }
}
