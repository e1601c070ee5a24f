import Foundation
import TarikhExtraction
import TarikhModel
import TestSupport
import Testing

@Suite struct InvarianceTests {
  static let articles = SampleArticle.all

  @Test(arguments: articles)
  func `the same text gives the same reports with the same identities`(_ article: SampleArticle)
    throws
  {
    let first = try extraction(article.text, published: article.published)
    let second = try extraction(article.text, published: article.published)
    #expect(first == second)
    #expect(Set(first.reports.map(\.id)).count == first.reports.count)
  }

  @Test(arguments: articles)
  func `every quote is the text at its offsets`(_ article: SampleArticle) throws {
    try check(article.text, published: article.published)
  }

  /// Spellings that change no word: the kinds found must stay.
  static let respellings: [(name: String, change: @Sendable (String) -> String)] = [
    ("decomposed", { $0.decomposedStringWithCanonicalMapping }),
    ("composed", { $0.precomposedStringWithCanonicalMapping }),
    ("carriage returns", { $0.replacingOccurrences(of: "\n", with: "\r\n") }),
    ("byte order mark", { "\u{FEFF}" + $0 }),
    ("tatweel", { $0.replacingOccurrences(of: "لق", with: "لـق") }),
    ("diacritics", { $0.replacingOccurrences(of: "ت ", with: "تْ ") }),
    ("bidi controls", { $0.replacingOccurrences(of: " و", with: " \u{200F}و") }),
    (
      "eastern digits",
      { text in
        String(
          String.UnicodeScalarView(
            text.unicodeScalars.map {
              (0x30...0x39).contains($0.value)
                ? Unicode.Scalar($0.value - 0x30 + 0x660) ?? $0 : $0
            }))
      }
    ),
  ]

  @Test(arguments: articles)
  func `spelling variants find the same kinds`(_ article: SampleArticle) throws {
    let kinds = try reports(article.text, published: article.published).map(\.kind)
    for (name, change) in Self.respellings {
      let changed = change(article.text)
      let again = try reports(changed, published: article.published).map(\.kind)
      #expect(again == kinds, "\(name)")
      try check(changed, published: article.published)
    }
  }

  @Test func `mutated articles neither crash nor misquote`() throws {
    let seed: UInt64 = 0x7A21_C0DE
    var random = SplitMix64(seed: seed)
    for round in 0..<150 {
      var scalars = Array(
        (Self.articles.randomElement(using: &random)?.text ?? "").unicodeScalars)
      for _ in 0..<Int.random(in: 1...8, using: &random) { mutate(&scalars, &random) }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      do {
        try check(String(view), published: round.isMultiple(of: 2) ? "2025-10-15" : nil)
      } catch {
        Issue.record("seed \(seed), round \(round): \(error)")
      }
    }
  }

  /// A cut, a join, a mark out of place or a word without end.
  private func mutate(_ scalars: inout [Unicode.Scalar], _ random: inout SplitMix64) {
    guard scalars.count > 10 else { return }
    let place = Int.random(in: 0..<scalars.count - 5, using: &random)
    switch Int.random(in: 0..<7, using: &random) {
    case 0: scalars.removeSubrange(place..<min(scalars.count, place + 40))
    case 1: scalars.removeAll { $0 == "\n" }
    case 2: scalars.insert(contentsOf: Array("«“\"»”".unicodeScalars), at: place)
    case 3: scalars.insert(contentsOf: repeatElement("و", count: 5000), at: place)
    case 4: scalars.insert(contentsOf: repeatElement("«", count: 200), at: place)
    case 5:
      for offset in 0..<5 { scalars.insert("\u{202E}", at: place + offset) }
    default:
      let end = min(scalars.count, place + 200)
      scalars.append(contentsOf: scalars[place..<end])
    }
  }

  private func check(_ text: String, published: String?) throws {
    let scalars = Array(text.unicodeScalars)
    for item in try extraction(text, published: published).reports {
      let evidence = try #require(item.report.evidence)
      #expect(evidence.range.start >= 0 && evidence.range.end <= scalars.count)
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[evidence.range.start..<evidence.range.end])
      #expect(String(view).unicodeScalars.elementsEqual(evidence.quote.unicodeScalars))
      #expect(!evidence.quote.isEmpty)
      let trigger = try #require(evidence.trigger)
      #expect(trigger.start < trigger.end && trigger.end <= scalars.count)
      #expect(item.sentence.start <= evidence.range.start)
      #expect(item.sentence.end >= evidence.range.end)
    }
  }

  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      "قال إن ", "قصف ", "أمس، ", "بحسب وفقا ل", "«قال: ", "الذي قال إن 5 جنود قتلوا في هجوم أمس، ",
      "وأعلن الجيش عن خطة لسحب قواته ",
    ])
  func `a long line of hostile text is read in linear time`(_ pattern: String) throws {
    let text = String(repeating: pattern, count: 20_000 / max(1, pattern.count / 4))
    _ = try extraction(text, published: "2025-10-15")
  }
}
