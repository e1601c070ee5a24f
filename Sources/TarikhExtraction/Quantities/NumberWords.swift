internal import ArabicDates

/// What a written word contributes to a spelled number.
struct NumberWord: Hashable, Sendable {
  enum Kind: String, Sendable {
    case unit, ten, hundred, hundreds, teen, scale
    case teenStem = "teen-stem"
    case dualScale = "dual-scale"
    case eitherScale = "either-scale"
  }

  var kind: Kind
  var value: Double
}

/// The spelled numbers, by folded word; a word can be of several kinds («عشر»).
struct NumberWords: Sendable {
  private var words: [Word: [NumberWord]] = [:]

  init(_ file: TabSeparatedFile) throws(LexiconError) {
    for row in file.rows {
      guard let kind = NumberWord.Kind(rawValue: row[0]), let value = Double(row[1]) else {
        throw .badValue(file: file.name, line: row.line, column: "class", value: row[0])
      }
      for form in row.list(2) {
        words[Word(folding: form), default: []].append(NumberWord(kind: kind, value: value))
      }
    }
  }

  /// The value of `word` as `kind`, or `nil`.
  func value(_ word: Word, as kind: NumberWord.Kind) -> Double? {
    words[word]?.first { $0.kind == kind }?.value
  }

  func contains(_ word: Word) -> Bool { words[word] != nil }
}
