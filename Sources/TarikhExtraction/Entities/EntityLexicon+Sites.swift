internal import ArabicDates
internal import TarikhModel

/// The files of nouns that stand before a name or for one.
extension EntityLexicon {
  /// Columns: sort (`head`, `parties`, `states`), definite forms.
  mutating func addAnaphors(_ file: TabSeparatedFile) throws(LexiconError) {
    for row in file.rows {
      for form in row.list(1) {
        let kind: AnaphorKind
        switch row[0] {
        case "head": kind = .head(Self.withoutArticle(Word(folding: form)))
        case "parties": kind = .parties(areStates: false)
        case "states": kind = .parties(areStates: true)
        default:
          throw .badValue(file: file.name, line: row.line, column: "sort", value: row[0])
        }
        if case .head(let head) = kind { anaphorHeads.insert(head) }
        insert(form, .anaphor(kind))
      }
    }
  }

  /// Columns: category, sort (`site`, `town`), nouns with their duals (`قاعدة=قاعدتي`), adjectives.
  mutating func addSites(_ file: TabSeparatedFile) throws(LexiconError) {
    for row in file.rows {
      guard let category = EntityCategory(rawValue: row[0]) else {
        throw .badValue(file: file.name, line: row.line, column: "category", value: row[0])
      }
      let adjectives = Set(row[3].split(separator: " ").map { Word(folding: String($0)) })
      for noun in row.list(2) {
        let sides = noun.split(separator: "=").map(String.init)
        let index = sites.count
        sites.append(
          SitePattern(
            category: category, isSite: row[1] == "site", head: ArabicFolding.fold(sides[0]),
            adjectives: adjectives))
        insert(sides[0], .site(index, isDual: false))
        for dual in sides.dropFirst().flatMap({ $0.split(separator: ",") }) {
          insert(String(dual), .site(index, isDual: true))
        }
      }
    }
  }
}
