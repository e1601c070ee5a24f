/// Which kinds of senses a word has: one test tells most rules that they need not look.
struct SenseKinds: OptionSet, Hashable, Sendable {
  var rawValue: UInt32

  static let month = SenseKinds(rawValue: 1 << 0)
  static let hijriMonth = SenseKinds(rawValue: 1 << 1)
  static let weekday = SenseKinds(rawValue: 1 << 2)
  static let unit = SenseKinds(rawValue: 1 << 3)
  static let cardinal = SenseKinds(rawValue: 1 << 4)
  static let ordinal = SenseKinds(rawValue: 1 << 5)
  static let decade = SenseKinds(rawValue: 1 << 6)
  static let direction = SenseKinds(rawValue: 1 << 7)
  static let demonstrative = SenseKinds(rawValue: 1 << 8)
  static let dayWord = SenseKinds(rawValue: 1 << 9)
  static let dayPart = SenseKinds(rawValue: 1 << 10)
  static let part = SenseKinds(rawValue: 1 << 11)
  static let remainder = SenseKinds(rawValue: 1 << 12)
  static let season = SenseKinds(rawValue: 1 << 13)
  static let preposition = SenseKinds(rawValue: 1 << 14)
  static let approximator = SenseKinds(rawValue: 1 << 15)
  static let vagueAmount = SenseKinds(rawValue: 1 << 16)
  static let every = SenseKinds(rawValue: 1 << 17)
  static let era = SenseKinds(rawValue: 1 << 18)
  static let adverb = SenseKinds(rawValue: 1 << 19)
  static let repetition = SenseKinds(rawValue: 1 << 20)
  static let half = SenseKinds(rawValue: 1 << 21)
  static let quarter = SenseKinds(rawValue: 1 << 22)
  static let weekend = SenseKinds(rawValue: 1 << 23)
  static let holiday = SenseKinds(rawValue: 1 << 24)
  static let tense = SenseKinds(rawValue: 1 << 25)
  /// Digits, which are no word at all.
  static let digits = SenseKinds(rawValue: 1 << 26)
  /// A keyword that opens an expression: يومي, بتاريخ, آخر.
  static let opener = SenseKinds(rawValue: 1 << 27)

  static let anyMonth: SenseKinds = [.month, .hijriMonth]
  static let numeral: SenseKinds = [.digits, .cardinal, .ordinal]
}

extension Sense {
  var kind: SenseKinds {
    switch self {
    case .month: .month
    case .hijriMonth: .hijriMonth
    case .weekday: .weekday
    case .unit: .unit
    case .cardinal: .cardinal
    case .ordinal: .ordinal
    case .decade: .decade
    case .direction: .direction
    case .demonstrative: .demonstrative
    case .dayWord: .dayWord
    case .dayPart: .dayPart
    case .part: .part
    case .remainder: .remainder
    case .season: .season
    case .preposition: .preposition
    case .approximator: .approximator
    case .vagueAmount: .vagueAmount
    case .every: .every
    case .era: .era
    case .adverb: .adverb
    case .repetition: .repetition
    case .half: .half
    case .quarter: .quarter
    case .weekend: .weekend
    case .holiday: .holiday
    case .tense: .tense
    }
  }
}
