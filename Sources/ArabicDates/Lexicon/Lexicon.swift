internal import EDTF
internal import Foundation

/// The words of Arabic date expressions, read once from the tables in `Data`.
///
/// Senses and longer expressions lie in flat arrays, so that a lookup copies nothing.
struct Lexicon: Sendable {
  /// What stands under one first word.
  struct Entry: Sendable {
    var kinds: SenseKinds = []
    var keywords: Keywords = []
    var senses = 0..<0
    /// Longer expressions that begin with the word, longest first.
    var phrases = 0..<0
  }

  /// A fixed expression of several words: where its words after the first lie.
  struct FixedPhrase: Sendable {
    var rest: Range<Int>
    var sense: Sense
  }

  private(set) var entries: [Entry] = []
  private(set) var senses: [Sense] = []
  private(set) var phrases: [FixedPhrase] = []
  /// The words after the first of fixed phrases.
  private(set) var restWords: [Word] = []
  private var table = WordTable()
  /// Years of the days whose month and day are a name, by `month * 100 + day`.
  private(set) var namedDays: [Int: Int] = [:]

  /// The tables shipped with the module.
  static let standard = Lexicon(tables: TableFolder.module)

  init(tables: TableFolder) {
    var draft = LexiconDraft()
    for reader in Lexicon.readers {
      for row in tables.rows(of: reader.file) {
        guard let sense = reader.sense(row) else {
          preconditionFailure("\(reader.file): no sense in \(row)")
        }
        draft.add(row[0], sense)
      }
    }
    for row in tables.rows(of: "keywords") {
      guard let keyword = Keyword(rawValue: row[0]) else {
        preconditionFailure("keywords: no group \(row[0])")
      }
      for word in row[1].split(separator: " ") { draft.add(keyword, to: Word(String(word))) }
    }
    for row in tables.rows(of: "named-days") {
      let numbers = row.compactMap { Int($0) }
      guard numbers.count == 3 else { preconditionFailure("named-days: \(row)") }
      namedDays[numbers[0] * 100 + numbers[1]] = numbers[2]
    }
    flatten(draft)
  }

  /// The place of a word in `entries`; -1 for a word of no table.
  func index(of word: Word) -> Int32 { table.index(of: word) }

  private mutating func flatten(_ draft: LexiconDraft) {
    for (word, found) in draft.words.sorted(by: { $0.key.description < $1.key.description }) {
      var entry = Entry(keywords: found.keywords)
      let phraseStart = phrases.count
      for phrase in found.phrases.sorted(by: { $0.rest.count > $1.rest.count }) {
        let start = restWords.count
        restWords += phrase.rest
        phrases.append(FixedPhrase(rest: start..<restWords.count, sense: phrase.sense))
        entry.kinds.formUnion(phrase.sense.kind)
      }
      entry.phrases = phraseStart..<phrases.count
      entry.senses = senses.count..<(senses.count + found.senses.count)
      senses += found.senses
      for sense in found.senses { entry.kinds.formUnion(sense.kind) }
      let openers: Keywords = [
        Keywords(.introducer), Keywords(.last), Keywords(.twoDays), Keywords(.article),
        Keywords(.seasonNoun), Keywords(.twoYears), Keywords(.twoMonths),
      ]
      if !entry.keywords.isDisjoint(with: openers) { entry.kinds.insert(.opener) }
      entries.append(entry)
      _ = table.insert(word)
    }
  }
}

/// The words while the tables are being read.
private struct LexiconDraft {
  struct Meanings {
    var senses: [Sense] = []
    var phrases: [(rest: [Word], sense: Sense)] = []
    var keywords: Keywords = []
  }

  var words: [Word: Meanings] = [:]

  mutating func add(_ text: String, _ sense: Sense) {
    let tokens = ArabicText(text).tokens.map(\.folded)
    guard let first = tokens.first else { return }
    if tokens.count > 1 {
      let rest = tokens.dropFirst().map(ArabicArticle.dropped(from:))
      words[first, default: Meanings()].phrases.append((rest, sense))
    } else if words[first]?.senses.contains(sense) != true {
      words[first, default: Meanings()].senses.append(sense)
    }
  }

  mutating func add(_ keyword: Keyword, to word: Word) {
    words[word, default: Meanings()].keywords.formUnion(Keywords(keyword))
  }
}

extension Lexicon {
  /// How the rows of a table become senses.
  private struct TableReader: Sendable {
    var file: String
    var sense: @Sendable ([String]) -> Sense?
  }

  private static let readers: [TableReader] = [
    TableReader(file: "months") { row in
      guard let number = Int(row[1]), let evidence = Evidence(rawValue: row[2]) else { return nil }
      return .month(number, evidence)
    },
    TableReader(file: "hijri-months") { row in
      guard let number = Int(row[1]), let evidence = Evidence(rawValue: row[2]) else { return nil }
      return .hijriMonth(number, evidence)
    },
    TableReader(file: "weekdays") { row in
      Int(row[1]).map { .weekday($0, bare: row[2] == "bare") }
    },
    TableReader(file: "units") { row in
      guard let unit = TimeUnit(rawValue: row[1]), let form = Form(rawValue: row[2]) else {
        return nil
      }
      return .unit(unit, form)
    },
    TableReader(file: "cardinals") { row in Int(row[1]).map(Sense.cardinal) },
    TableReader(file: "ordinals") { row in Int(row[1]).map(Sense.ordinal) },
    TableReader(file: "decades") { row in Int(row[1]).map(Sense.decade) },
    TableReader(file: "holidays") { row in
      guard let calendar = Holiday.Calendar(rawValue: row[1]), let month = Int(row[2]),
        let day = Int(row[3])
      else { return nil }
      return .holiday(Holiday(calendar: calendar, month: month, day: day))
    },
    TableReader(file: "tense") { row in Tense(rawValue: row[1]).map(Sense.tense) },
    TableReader(file: "words") { row in word(class: row[1], value: row[2]) },
  ]

  private static func word(class name: String, value: String) -> Sense? {
    switch name {
    case "direction": Bearing(rawValue: value).map(Sense.direction)
    case "demonstrative": .demonstrative(near: value == "this")
    case "dayword": Int(value).map(Sense.dayWord)
    case "daypart": .dayPart
    case "part":
      value == "rest" ? .remainder : RelativeDate.Part(rawValue: value).map(Sense.part)
    case "season": RelativeDate.Part(rawValue: value).map(Sense.season)
    case "preposition": Preposition(rawValue: value).map(Sense.preposition)
    case "approximator": .approximator
    case "vagueamount": .vagueAmount
    case "every": .every
    case "era": Era(rawValue: value).map(Sense.era)
    case "adverb": Adverb(rawValue: value).map(Sense.adverb)
    case "repeat": .repetition
    case "half": .half
    case "quarter": .quarter
    case "weekend": .weekend
    default: nil
    }
  }
}
