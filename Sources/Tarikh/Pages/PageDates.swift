internal import ArabicDates
internal import EDTF
internal import Foundation
internal import TarikhModel

/// Reads the date of publication as pages write it, for programs or for people.
enum PageDates {
  /// ISO 8601, RFC 9110 («Tue, 11 Mar 2025 10:00:00 GMT»), or a whole day in Arabic words.
  static func publication(_ text: String) -> Publication? {
    let text = PageText.folded(text)
    let day = leadingDay(text) ?? internetDay(text)
    guard let date = day.flatMap({ try? EDTFExpression(parsing: $0.description) }) ?? arabic(text)
    else { return nil }
    return Publication(date: date, basis: .metadata, reason: nil)
  }

  /// `2025-03-11` and what may follow it, in the zone that it is written in.
  private static func leadingDay(_ text: String) -> Day? {
    let parts = text.prefix(10).split(
      maxSplits: 2, omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "/" })
    guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2].prefix { $0.isASCII && $0.isNumber })
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// A day with an English month in the middle or in front: `11 Mar 2025`, `March 11, 2025`.
  private static func internetDay(_ text: String) -> Day? {
    let words = text.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.prefix(8)
    guard
      let index = words.firstIndex(where: { word in
        word.count >= 3 && months.contains(word.prefix(3).lowercased()) && Int(word) == nil
      }), let month = months.firstIndex(of: words[index].prefix(3).lowercased())
    else { return nil }
    let numbers = words.compactMap { Int($0) }
    guard let day = numbers.first(where: { (1...31).contains($0) }),
      let year = numbers.first(where: { (1900...2200).contains($0) })
    else { return nil }
    return Day(year: year, month: month + 1, day: day)
  }

  private static let recognizer = DateRecognizer()

  private static func arabic(_ text: String) -> EDTFExpression? {
    guard text.unicodeScalars.count <= 200 else { return nil }
    for mention in recognizer.mentions(in: text, reference: nil)
    where mention.kind == .date && mention.relative == nil {
      if let date = mention.edtf, let day = date.bounds.earliest.day,
        date.bounds.latest.day == day
      {
        return date
      }
    }
    return nil
  }
}
