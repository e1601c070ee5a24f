internal import EDTF
internal import Foundation

/// The words of Arabic date expressions, read once from the tables in `Data`.
struct Lexicon: Sendable {
  /// What stands under one first word.
  struct Entry: Sendable {
    var senses: [Sense] = []
    /// Longer expressions that begin with the word, longest first.
    var phrases: [(rest: [String], sense: Sense)] = []
  }

  private(set) var entries: [Entry] = []
  private var indices: [String: Int32] = [:]

  /// The tables shipped with the module.
  static let standard = Lexicon(tables: TableFolder.module)

  init(tables: TableFolder) {
    for reader in Lexicon.readers {
      for row in tables.rows(of: reader.file) {
        guard let sense = reader.sense(row) else {
          preconditionFailure("\(reader.file): no sense in \(row)")
        }
        add(row[0], sense)
      }
    }
    for index in entries.indices { entries[index].phrases.sort { $0.rest.count > $1.rest.count } }
  }

  /// The place of a folded word in `entries`; -1 for a word of no table.
  func index(of word: String) -> Int32 { indices[word] ?? -1 }

  private mutating func add(_ words: String, _ sense: Sense) {
    let tokens = ArabicText(words).tokens.map(\.folded)
    guard let first = tokens.first else { return }
    let index = indices[first] ?? Int32(entries.count)
    if Int(index) == entries.count {
      entries.append(Entry())
      indices[first] = index
    }
    if tokens.count == 1 {
      if !entries[Int(index)].senses.contains(sense) { entries[Int(index)].senses.append(sense) }
    } else {
      let rest = tokens.dropFirst().map(ArabicArticle.dropped(from:))
      entries[Int(index)].phrases.append((rest, sense))
    }
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
    case "clock": .clock
    case "weekend": .weekend
    default: nil
    }
  }
}
