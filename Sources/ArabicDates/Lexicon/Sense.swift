internal import EDTF

/// One thing that a word, or a fixed group of words, can mean in a date expression.
enum Sense: Hashable, Sendable {
  case month(Int, Evidence)
  case hijriMonth(Int, Evidence)
  /// ISO weekday; `bare` names lack the article and are everyday words too.
  case weekday(Int, bare: Bool)
  case unit(TimeUnit, Form)
  case cardinal(Int)
  case ordinal(Int)
  /// A decade by its first year within the century.
  case decade(Int)
  case direction(Bearing)
  case demonstrative(near: Bool)
  /// "Yesterday": days from the reference.
  case dayWord(Int)
  case dayPart
  case part(RelativeDate.Part)
  case remainder
  case season(RelativeDate.Part)
  case preposition(Preposition)
  case approximator
  case vagueAmount
  case every
  case era(Era)
  case adverb(Adverb)
  case repetition
  case half
  case quarter
  case weekend
  case holiday(Holiday)
  case tense(Tense)
}

/// What must stand beside a month's name for a month to be meant.
enum Evidence: String, Comparable, Sendable {
  case sure, preposition, evidence

  static func < (a: Evidence, b: Evidence) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .sure: 0
    case .preposition: 1
    case .evidence: 2
    }
  }
}

/// A unit of time as a noun names it; hours and shorter never give a date.
enum TimeUnit: String, Sendable {
  case second, minute, hour, day, week, month, year, decade, century

  /// The unit for rules; `nil` below a day.
  var calendarUnit: RelativeDate.Unit? { RelativeDate.Unit(rawValue: rawValue) }
}

/// The number of a noun.
enum Form: String, Sendable { case singular, dual, plural }

/// Where an adjective points: "last", "next", "the same".
enum Bearing: String, Sendable {
  case last, next, current, previous, following, same, recent
}

enum Preposition: String, Sendable {
  case since, until, to, near, by, before, after, during, within, from, between, of
  case inside = "in"
}

enum Era: String, Sendable { case ad, bc, hijri }

enum Adverb: String, Sendable { case present, past, future }

/// The tense of a clause, as far as it places a date.
enum Tense: String, Sendable { case past, future }

/// A feast or day of remembrance that a calendar fixes.
struct Holiday: Hashable, Sendable {
  enum Calendar: String, Sendable { case gregorian, hijri, easter }

  var calendar: Calendar
  var month: Int
  var day: Int
}
