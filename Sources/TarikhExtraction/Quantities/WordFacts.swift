internal import ArabicDates

/// What a written word can be for quantities, found once for each distinct word of a text.
struct WordFacts: Sendable {
  /// Whether a spelled number can begin with it.
  var startsNumber: Bool
  /// Whether a noun of the units can begin with it, with one letter joined before it or none.
  var startsNoun: Bool
  /// The noun with a pronoun after it: «جنودها».
  var possessed: UnitTable.Noun?
  /// The harm that it tells of: `killed`.
  var harm: String?

  static let nothing = WordFacts(startsNumber: false, startsNoun: false)

  init(startsNumber: Bool, startsNoun: Bool) {
    self.startsNumber = startsNumber
    self.startsNoun = startsNoun
  }

  init(_ word: Word, tables: QuantityTables) {
    let bare = word.count > 2 && word.begins(withOneOf: "وفبل") ? word.dropFirst() : word
    startsNumber = (0...2).contains { letters in
      let rest = word.dropFirst(letters)
      let areJoined = (0..<letters).allSatisfy {
        word.dropFirst($0).begins(withOneOf: EntityScan.proclitics)
      }
      if rest.count < 2 || !areJoined { return false }
      return tables.numbers.contains(rest) || rest == "نصف" || rest == "ربع"
    }
    startsNoun = [word, bare].contains { tables.units.startsNoun($0) }
    harm = tables.cues(word).union(tables.cues(bare)).harm
    guard !startsNoun else { return }
    for pronoun in ["ها", "هم", "هن", "نا", "ه"] as [Word] where word.hasSuffix(pronoun) {
      for stem in [word, bare] where possessed == nil {
        possessed = tables.units.noun(stem.dropLast(pronoun.count))
      }
    }
  }
}
