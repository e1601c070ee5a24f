import ArabicDates
import EDTF
import Foundation

/// One case of `suites/temporal`, with the parts of its scoring rule.
struct SuiteCase {
  private let scalars: [Unicode.Scalar]
  private let text: String
  private let suite: String
  private let reference: Day?
  private let accepted: [ClosedRange<Day>]
  /// Month, or month and day, of a date whose year the case leaves open.
  private let openYear: (month: Int, day: Int?)?
  /// Where the expression stands, in scalars.
  let span: Range<Int>
  let isNegative: Bool

  private struct Row: Decodable {
    var suite: String
    var type: String
    var text: String
    var span: String?
    var spanStart: Int?
    var reference: String?
    var accept: [[String]]?
    var timex: String?
    var isNews: Bool

    enum CodingKeys: String, CodingKey {
      case suite, type, text, span, reference, accept, timex
      case spanStart = "span_start"
      case isNews = "news_relevant"
    }
  }

  /// Reads a line; `nil` for cases that the score leaves out.
  init?(json: Data) throws {
    let row = try JSONDecoder().decode(Row.self, from: json)
    isNegative = row.type == "none"
    guard isNegative || row.isNews && ["date", "daterange"].contains(row.type) else { return nil }
    text = row.text
    suite = row.suite
    scalars = Array(row.text.unicodeScalars)
    reference = Day(String((row.reference ?? "2024-01-15").prefix(10)))
    if let start = row.spanStart, let expression = row.span {
      span = start..<(start + expression.unicodeScalars.count)
    } else {
      span = 0..<scalars.count
    }
    accepted = (row.accept ?? []).compactMap { pair in
      guard let first = Day(pair[0]), let last = Day(pair[1]) else { return nil }
      return first...last
    }
    openYear = Self.openYear(row.timex ?? "")
  }

  private static func openYear(_ timex: String) -> (month: Int, day: Int?)? {
    let parts = timex.split(separator: "-")
    guard parts.first == "XXXX", (2...3).contains(parts.count), let month = Int(parts[1]) else {
      return nil
    }
    guard parts.count == 3 else { return (month, nil) }
    return Int(parts[2]).map { (month, $0) }
  }

  func predictions(of recognizer: DateRecognizer) -> [DateMention] {
    recognizer.mentions(in: text, reference: reference)
      .filter { $0.kind == .date || $0.kind == .interval }
  }

  var hasValue: Bool { !accepted.isEmpty || openYear != nil }

  /// Whether a prediction covers half of the expression, or touches the anchor of ud-pud.
  func recognises(_ mention: DateMention) -> Bool {
    let needed = suite == "ud-pud" ? 1 : max(1, (nonblank(span) + 1) / 2)
    return shared(with: mention.range) >= needed
  }

  func shared(with range: Range<Int>) -> Int {
    range.overlaps(span) ? nonblank(range.clamped(to: span)) : 0
  }

  /// Whether the first day of a prediction is one that the case accepts.
  func accepts(_ mention: DateMention) -> Bool {
    guard let first = mention.edtf?.bounds.earliest.day else { return false }
    guard accepted.isEmpty else { return accepted.contains { $0.contains(first) } }
    guard let openYear else { return false }
    return first.fields.month == openYear.month
      && (openYear.day == nil || first.fields.day == openYear.day)
  }

  /// A span without blanks, brackets and one leading preposition.
  func trim(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    let inside = scalars.indices.clamped(to: range)
    (start, end) = (inside.lowerBound, inside.upperBound)
    while start < end, isBlank(start) || "(،,.".unicodeScalars.contains(scalars[start]) {
      start += 1
    }
    let words: Set<String> = [
      "في", "من", "منذ", "يوم", "خلال", "بتاريخ", "حتى", "إلى", "شهر", "عام", "سنة",
    ]
    if let blank = (start..<end).first(where: isBlank), words.contains(string(start..<blank)) {
      start = (blank..<end).first { !isBlank($0) } ?? end
    }
    while end > start, " ).،,؟?!".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
    return start..<end
  }

  private func isBlank(_ index: Int) -> Bool { scalars[index].properties.isWhitespace }

  private func nonblank(_ range: Range<Int>) -> Int {
    scalars.indices.clamped(to: range).count { !isBlank($0) }
  }

  private func string(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }
}
