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
  /// Cue words by class.
  private(set) var cues: [String: Set<Word>] = [:]

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
      cues[row[0], default: []].formUnion(
        row[1].split(separator: " ").map {
          Word(folding: String($0))
        })
    }
  }

  func isCue(_ word: Word, _ cue: String) -> Bool { cues[cue]?.contains(word) ?? false }
}
