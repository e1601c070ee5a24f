internal import ArabicDates
internal import TarikhModel

/// Dates that stand in a sentence and date no event of it.
extension DateAttacher {
  /// Whether a date belongs to something else: to the name of a document, or to an event that it
  /// counts from («بعد عشر سنوات على …»).
  func isElsewhere(_ date: Int) -> Bool {
    let tokens = context.dates[date].tokens
    if let entity = context.entity(at: tokens.lowerBound), entity.category == .document,
      entity.tokens.lowerBound < tokens.lowerBound,
      triggers.lastOfPrefix(where: { $0.token < entity.tokens.upperBound })
        .map({ $0.token < entity.tokens.lowerBound }) ?? true
    {
      return true
    }
    if namesBody(tokens) { return true }
    // «بغداد اليوم»: a date in a short quotation is part of a name.
    if let quotation = context.quotations.span(containing: tokens.lowerBound), quotation.count <= 5
    {
      return true
    }
    guard ["بعد", "قبل"].contains(context.bare[tokens.lowerBound]),
      tokens.upperBound < sentence.upperBound
    else { return false }
    return ["علي", "من"].contains(context.tokens[tokens.upperBound].folded)
  }

  /// «حركة 23 مارس»، «قوى 14 آذار»، «ميدان 6 أكتوبر»: a day and month right behind a body or a
  /// place are its name.
  private func namesBody(_ tokens: Range<Int>) -> Bool {
    tokens.lowerBound > sentence.lowerBound && tokens.count == 2
      && context.tokens[tokens.lowerBound].kind != .word
      && DateAttacher.bodies.contains(context.bare[tokens.lowerBound - 1])
  }

  private static let bodies: Set<Word> = [
    "حركه", "تنظيم", "جماعه", "قوي", "تحالف", "ائتلاف", "حزب", "تيار", "جبهه", "لواء", "كتيبه",
    "كتائب", "ميليشيا", "شارع", "ساحه", "ميدان", "جسر", "حي", "ملعب", "جامعه", "مستشفي", "مطار",
  ]
}
