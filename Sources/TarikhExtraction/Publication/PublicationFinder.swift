internal import ArabicDates
internal import EDTF
internal import TarikhModel

/// Finds out when an article was published, from its own words.
struct PublicationFinder {
  let context: ArticleContext

  /// A full calendar date in the lines around the running text: «نُشر في 3 أكتوبر 2025».
  func dateline(in lines: [Line]) -> Publication? {
    var sawBody = false
    for line in lines {
      if line.role == .body {
        if !sawBody, let index = opening(line), let date = day(index) {
          return Publication(
            date: date, basis: .dateline, reason: context.dates[index].mention.expression)
        }
        sawBody = true
        continue
      }
      for token in line.tokens {
        guard let index = context.dateIndex[token], let date = day(index) else { continue }
        return Publication(
          date: date, basis: .dateline, reason: context.dates[index].mention.expression)
      }
    }
    return nil
  }

  /// The date before a dash that opens the running text: «بغداد - 3 أكتوبر 2025 - …».
  func opening(_ line: Line) -> Int? {
    let start = line.tokens.prefix(8)
    for token in start {
      guard let index = context.dateIndex[token], isCalendarDay(index) else { continue }
      let end = context.dates[index].tokens.upperBound
      guard end < line.tokens.upperBound, Self.dashes.contains(context.tokens[end].folded),
        !(line.tokens.lowerBound..<token).contains(where: { !context.readings[$0].isEmpty }),
        // «18 مارس 2011: اندلعت …»: a date alone before a colon heads a line of a chronology.
        context.tokens[end].folded != ":" || namesSource(line.tokens.lowerBound..<token)
      else { return nil }
      return index
    }
    return nil
  }

  /// Whether some word stands before the date: the town or the agency of a dateline.
  private func namesSource(_ tokens: Range<Int>) -> Bool {
    tokens.contains {
      context.tokens[$0].kind == .word && !FunctionWords.prepositions.contains(context.bare[$0])
    }
  }

  /// «3 أكتوبر 2025»، «20 تشرين الثاني»: a day of the calendar, its year said or not.
  private func isCalendarDay(_ index: Int) -> Bool {
    if case .dayOfYear? = context.dates[index].mention.relative { return true }
    return day(index) != nil
  }

  private static let dashes: WordSet = ["-", "–", "—", ":", "(", ")", "/"]

  private func day(_ index: Int) -> EDTFExpression? {
    let mention = context.dates[index].mention
    guard mention.kind == .date, mention.relative == nil, let edtf = mention.edtf,
      edtf.bounds.earliest == edtf.bounds.latest, edtf.bounds.earliest.day != nil
    else { return nil }
    return edtf
  }

  /// An interval from what is past and what is still to come, with the reason.
  ///
  /// - Parameter dated: absolute dates of events with whether the event is past (`true`),
  ///   to come (`false`).
  static func inferred(from dated: [(mention: DateMention, isPast: Bool)]) -> Publication {
    var lower: (day: Day, words: String)?
    var upper: (day: Day, words: String)?
    for (mention, isPast) in dated where mention.relative == nil {
      guard let bounds = mention.edtf?.bounds else { continue }
      if isPast, let day = bounds.earliest.day, lower.map({ day > $0.day }) ?? true {
        lower = (day, mention.expression)
      }
      if !isPast, let day = bounds.latest.day, upper.map({ day < $0.day }) ?? true {
        upper = (day, mention.expression)
      }
    }
    // A future that lies before the past says that one of them was misread: believe the past.
    if let low = lower, let high = upper, high.day < low.day { upper = nil }
    let start = lower.flatMap { EDTFExpression(day: $0.day) }
    let end = upper.flatMap { EDTFExpression(day: $0.day) }
    let date = EDTFExpression.interval(
      from: start.map { .at($0) } ?? .open, to: end.map { .at($0) } ?? .open)
    guard let date else { return Publication(date: nil, basis: .unknown, reason: nil) }
    let reasons = [
      lower.map { "after «\($0.words)», which is past" },
      upper.map { "before the end of «\($0.words)», which is to come" },
    ].compactMap { $0 }
    return Publication(date: date, basis: .inferred, reason: reasons.joined(separator: "; "))
  }
}
