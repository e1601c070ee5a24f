internal import ArabicDates
package import Foundation
internal import TarikhModel

extension EntityLexicon {
  /// The lexicon that comes with Tarikh.
  package static let bundled: EntityLexicon = {
    guard let folder = Bundle.module.resourceURL?.appending(path: "Data") else {
      preconditionFailure("the bundle of TarikhExtraction has no Data")
    }
    do throws(LexiconError) {
      return try EntityLexicon(folder: folder)
    } catch {
      preconditionFailure("the bundled lexicon is damaged: \(error)")
    }
  }()

  /// The lists of entries among the data files, in the order in which homonyms are preferred.
  static let entryFiles = [
    "bodies", "groups", "forces", "bases", "missions", "documents", "outlets", "places", "cities",
    "regions", "persons",
  ]

  /// Reads `entities-*.tsv` of a folder.
  package init(folder: URL) throws(LexiconError) {
    self.init()
    func file(_ name: String, _ columns: ClosedRange<Int>) throws(LexiconError) -> TabSeparatedFile
    {
      try TabSeparatedFile(
        contentsOf: folder.appending(path: "entities-\(name).tsv"), columns: columns)
    }
    try addAnaphors(file("grammar-anaphors", 2...2))
    try addStates(file("grammar-states", 9...9))
    try addHeads(file("grammar-institutions", 4...5), isOffice: false)
    try addHeads(file("grammar-offices", 4...5), isOffice: true)
    try addTitles(file("grammar-titles", 3...3))
    try addPosts(file("grammar-posts", 3...3))
    try addRoles(file("grammar-sources", 4...4))
    try addSites(file("grammar-sites", 4...4))
    for row in try file("grammar-modifiers", 2...2).rows {
      for form in row.list(1) { modifiers[Word(folding: form)] = row[0] }
    }
    words = NameWords(rows: try file("grammar-names", 2...2).rows)
    for row in try file("grammar-blockers", 2...2).rows {
      for phrase in row.list(1) { insert(phrase, .nothing) }
    }
    for name in Self.entryFiles { try addEntries(file(name, 4...9)) }
    try addAdjectives(file("grammar-adjectives", 4...4))
  }

  /// Adds entries of a file: id, category, Arabic, English, variants, country, Wikidata,
  /// coordinates, offices.
  package mutating func addEntries(_ file: TabSeparatedFile) throws(LexiconError) {
    for row in file.rows {
      let category = row[1] == "capital" ? .place : EntityCategory(rawValue: row[1])
      guard let category else {
        throw .badValue(file: file.name, line: row.line, column: "category", value: row[1])
      }
      let id = EntityID(rawValue: row[0])
      let country = row[5].isEmpty ? nil : EntityID(rawValue: "actor:\(row[5])")
      if let country, entry(country) == nil {
        throw .badValue(file: file.name, line: row.line, column: "country", value: row[5])
      }
      let entry = LexiconEntry(
        id: id, category: category, label: Self.unmarked(row[2]), englishLabel: row[3],
        variants: row.list(4).map(Self.unmarked),
        country: country, wikidata: row[6].isEmpty ? nil : row[6],
        coordinates: try Self.coordinates(row, column: 7, file: file.name),
        asActor: row[1] == "capital" ? country : nil, asPlace: nil,
        offices: try Self.offices(row, column: 8, file: file.name))
      _ = try add(
        entry, marked: [row[2]] + row.list(4), file: file.name, line: row.line)
    }
  }

  static func coordinates(
    _ row: TabSeparatedFile.Row, column: Int, file: String
  ) throws(LexiconError) -> Coordinates? {
    if row[column].isEmpty { return nil }
    let parts = row[column].split(separator: ",").compactMap {
      Double($0.trimmingCharacters(in: .whitespaces))
    }
    guard parts.count == 2, abs(parts[0]) <= 90, abs(parts[1]) <= 180 else {
      throw .badValue(file: file, line: row.line, column: "coordinates", value: row[column])
    }
    return Coordinates(latitude: parts[0], longitude: parts[1])
  }

  /// Offices as `us-president 2017-01-20/2021-01-20`, separated by bars.
  static func offices(
    _ row: TabSeparatedFile.Row, column: Int, file: String
  ) throws(LexiconError) -> [HeldOffice] {
    var held: [HeldOffice] = []
    for part in row.list(column) {
      let words = part.split(separator: " ")
      guard words.count == 2, words[1].contains("/") else {
        throw .badValue(file: file, line: row.line, column: "offices", value: part)
      }
      held.append(
        HeldOffice(
          office: EntityID(rawValue: "office:\(words[0])"), interval: String(words[1])))
    }
    return held
  }
}
