/// A group of words that stand around dates; the words are in `keywords.tsv`.
enum Keyword: String, CaseIterable, Sendable {
  /// "The last", before its noun.
  case last
  /// Words between which and a day number nothing stands: "on the day".
  case introducer
  /// "Corresponding to": joins the same day of two calendars.
  case matching
  /// "The two days", "the two years": two numbers follow.
  case twoDays, twoYears
  /// "His age": the twenties of a life are no decade.
  case age
  case now, ahead, one, two, article, relative, thousand
  /// Adjectives of holy months.
  case blessed
  case seasonNoun, zone
  /// What makes 22/4 a day and not a score.
  case dayCue
  /// "The July war" is a name.
  case war
  /// What makes a bare number a year, before it: a preposition, the name of an event.
  case yearCue, event
  /// What makes it none: a label before it, a counted noun after it.
  case label, counted
  /// "The Friday prayer", "Thursday Market".
  case placeBeforeWeekday
  /// Newspapers and the like whose name ends in "today".
  case paperBeforeToday
  /// "National Day".
  case adjectiveOfDay
  /// "The Director General": after these عام means general and no year.
  case generalTitle
  /// "The attacks of": what follows may be the name of a day, 11 September.
  case attacks
  /// و apart from its word; "at least"; خلال, which with an amount means within.
  case and, atLeast, throughout
  /// "The two months of", before their names.
  case twoMonths
  /// أن: a clause of its own begins.
  case complementizer
  /// "A statement", "an interview": after "in", what follows dates the saying.
  case statement
  /// كان, which puts plans behind us.
  case wasVerb
  /// "Of time", which adds nothing to "two decades"; ما in ما قبل الماضي.
  case ofTime, what
}

/// A set of keyword groups.
struct Keywords: OptionSet, Hashable, Sendable {
  var rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  init(_ keyword: Keyword) {
    rawValue = 1 << UInt64(Keyword.allCases.firstIndex(of: keyword) ?? 63)
  }
}
