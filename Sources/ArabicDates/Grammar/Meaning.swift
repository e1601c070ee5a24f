internal import EDTF

/// What the grammar read, before tense and reference day decide the rest.
indirect enum Meaning: Sendable {
  case calendar(CalendarFields)
  /// A rule, or a date of its own as `.fixed`.
  case rule(RelativeDate)
  case weekday(Int, RelativeDate.Direction?)
  /// The weekday that many places before or after: "the Monday before last".
  case weekdayBeyond(Int, steps: Int)
  case weekdayOf(Meaning, weekday: Int, nth: Int)
  case dayOf(Meaning, day: Int)
  /// A weekday with a day of an unnamed month: "Thursday the 21st".
  case weekdayAndDay(weekday: Int, day: Int)
  case weekOf(Meaning, nth: Int)
  case part(RelativeDate.Part, Meaning)
  case season(RelativeDate.Part, RelativeDate.Direction?)
  case span(from: Meaning?, to: Meaning?)
  case before(Meaning)
  case after(Meaning)
  case approximately(Meaning)
  case holiday(Holiday, year: Int?)
  /// A point a sum of units away: "one month and 21 days ago".
  case shifted([Amount], sign: Int)
  /// خلال ثلاثة أيام: within them; as a label of its own, as CLDR has it, after them.
  case within(Amount)
  /// في ثلاثة أيام: after them when it is still to come, else a duration.
  case ahead(Amount)
  /// Some units before or after another date.
  case moved(Meaning, Amount, sign: Int)
  case anaphor(Anaphor)
  case duration
  case repetition
  case clock
  /// A date expression whose date nothing here can give: "recently".
  case vague
}

/// A number of units.
struct Amount: Hashable, Sendable {
  /// `nil` for "some".
  var count: Int?
  var unit: TimeUnit
  /// Whether a word says "about".
  var isRough = false

  /// Hours at the grain of dates: 24 are a day, 48 are two, and any others reach into the next.
  var inDays: Amount {
    guard unit == .hour else { return self }
    return Amount(count: count.map { max(1, ($0 + 23) / 24) }, unit: .day, isRough: isRough)
  }
}

/// A date said by pointing at one said before: "the same year", "the next day".
struct Anaphor: Hashable, Sendable {
  var unit: TimeUnit
  var offset: Int
  /// Whether the words make no sense without a date before them: "that same year".
  var insists = false
}

/// A date of a calendar, as far as the words give it.
struct CalendarFields: Hashable, Sendable {
  enum Year: Hashable, Sendable {
    case number(Int)
    /// Years from the reference's.
    case offset(Int)
  }

  var year: Year?
  var month: Int?
  var day: Int?
  var isHijri = false
  /// The year of a day that is a name, once it has been: the attacks of 11 September.
  var namedYear: Int?
  /// The side of the reference that an adjective names: "last September".
  var side: RelativeDate.Direction?
  /// How often it is stepped over: "the September before last" is 2.
  var steps = 1
}

/// A stretch of tokens with its meaning.
struct Phrase: Sendable {
  var meaning: Meaning
  /// Index of the first token.
  var start: Int
  /// Index after the last token.
  var end: Int
  var relation: DateMention.Relation?
}
