internal import ArabicDates
internal import Foundation
internal import TarikhModel

/// The tables of quantities, read once.
struct QuantityTables: Sendable {
  let numbers: NumberWords
  let units: UnitTable
  /// Comparators by their words.
  private(set) var before: [[Word]: Quantity.Comparator] = [:]
  private(set) var after: [[Word]: Quantity.Comparator] = [:]
  private var cueWords = WordTable()
  private var cues: [QuantityCues] = []

  /// The most words a comparator has.
  static let longest = 4

  static let bundled: QuantityTables = {
    guard let folder = Bundle.module.resourceURL?.appending(path: "Data") else {
      preconditionFailure("the bundle of TarikhExtraction has no Data")
    }
    do throws(LexiconError) {
      return try QuantityTables(folder: folder)
    } catch {
      preconditionFailure("the bundled tables of quantities are damaged: \(error)")
    }
  }()

  init(folder: URL) throws(LexiconError) {
    func file(_ name: String, _ columns: ClosedRange<Int>) throws(LexiconError) -> TabSeparatedFile
    {
      try TabSeparatedFile(contentsOf: folder.appending(path: "\(name).tsv"), columns: columns)
    }
    numbers = try NumberWords(file("quantity-numbers", 3...3))
    units = try UnitTable(file("units", 3...4))
    let comparators = try file("quantity-comparators", 3...3)
    for row in comparators.rows {
      guard let comparator = Quantity.Comparator(rawValue: row[0]) else {
        throw .badValue(file: comparators.name, line: row.line, column: "sign", value: row[0])
      }
      for phrase in row.list(2) {
        let words = EntityLexicon.phrase(phrase)
        if row[1] == "before" { before[words] = comparator } else { after[words] = comparator }
      }
    }
    for row in try file("quantity-cues", 2...2).rows {
      guard let cue = QuantityCues(name: row[0]) else {
        throw .badValue(file: "quantity-cues", line: row.line, column: "class", value: row[0])
      }
      for word in row[1].split(separator: " ") {
        let number = cueWords.insert(Word(folding: String(word)))
        if number == cues.count { cues.append([]) }
        cues[number].insert(cue)
      }
    }
  }

  /// What a word says of the number beside it.
  func cues(_ word: Word) -> QuantityCues {
    let number = cueWords.index(of: word)
    return number < 0 ? [] : cues[Int(number)]
  }
}
