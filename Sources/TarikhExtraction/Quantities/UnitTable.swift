internal import ArabicDates

/// The nouns of what is counted.
struct UnitTable: Sendable {
  struct Noun: Hashable, Sendable {
    var unit: String
    var lemma: String
    var isPerson: Bool
    /// The noun alone says two: «جنديين».
    var isDual: Bool
  }

  private(set) var trie = TokenTrie<Noun>()

  init(_ file: TabSeparatedFile) throws(LexiconError) {
    for row in file.rows {
      guard row[1] == "p" || row[1] == "t" else {
        throw .badValue(file: file.name, line: row.line, column: "sort", value: row[1])
      }
      for singular in row.list(2) { insert(singular, row, singular: singular) }
      for plural in row.list(3) {
        insert(plural, row, singular: row.list(2).first ?? plural, isPlural: true)
      }
    }
  }

  private mutating func insert(
    _ name: String, _ row: TabSeparatedFile.Row, singular: String, isPlural: Bool = false
  ) {
    let words = EntityLexicon.phrase(name)
    guard let head = words.first else { return }
    let noun = Noun(
      unit: row[0], lemma: ArabicFolding.fold(singular),
      isPerson: row[1] == "p", isDual: false)
    insert([head] + words.dropFirst(), noun)
    insert(["ال" + head] + words.dropFirst().map { $0.hasPrefix("ال") ? $0 : "ال" + $0 }, noun)
    if !head.hasSuffix("ه"), !head.hasSuffix("اء") {
      insert([head + "ا"] + words.dropFirst(), noun)
      insert([head + "ا"] + words.dropFirst().map { $0 + "ا" }, noun)
    }
    if !isPlural { insertDuals(head, noun, rest: Array(words.dropFirst())) }
  }

  private mutating func insertDuals(_ head: Word, _ noun: Noun, rest: [Word]) {
    guard head.count > 2 else { return }
    var dual = noun
    dual.isDual = true
    for ending in ["ان", "ين"] as [Word] {
      let form = Self.dual(head, ending)
      if !rest.isEmpty {
        // «طائرتين مسيرتين», «طائرتين بدون طيار».
        insert([form] + rest.map { Self.dual($0, ending) }, dual)
        insert([form] + rest, dual)
      } else if self.noun(form) == nil {
        // «مصابين» is a plural as often as a dual; the plural is in the table.
        insert([form], dual)
      }
    }
  }

  private static func dual(_ word: Word, _ ending: Word) -> Word {
    (word.hasSuffix("ه") ? word.dropLast() + "ت" : word) + ending
  }

  /// Whether some noun begins with a word.
  func startsNoun(_ word: Word) -> Bool {
    guard let word = trie.word(word) else { return false }
    return trie.step(from: TokenTrie<Noun>.root, along: word) != nil
  }

  /// The noun that is one word, or `nil`.
  func noun(_ form: Word) -> Noun? {
    guard let word = trie.word(form),
      let node = trie.step(from: TokenTrie<Noun>.root, along: word)
    else { return nil }
    return trie.items(at: node).first
  }

  private mutating func insert(_ phrase: [Word], _ noun: Noun) { trie.insert(phrase, noun) }

  /// The longest noun at `place`, its first word without `letters` joined letters.
  func noun(in text: ArabicText, at place: Int, letters: Int = 0) -> (noun: Noun, end: Int)? {
    guard text.tokens.indices.contains(place), text.tokens[place].kind == .word else { return nil }
    var next = place
    var node = TokenTrie<Noun>.root
    var found: (Noun, Int)?
    while text.tokens.indices.contains(next), text.tokens[next].kind == .word {
      let folded = text.tokens[next].folded
      let word = next == place ? folded.dropFirst(letters) : folded
      guard let id = trie.word(word), let step = trie.step(from: node, along: id) else { break }
      node = step
      next += 1
      // A form that is a plural of one noun is not the dual of another.
      let nouns = trie.items(at: node)
      if let noun = nouns.first(where: { !$0.isDual }) ?? nouns.first { found = (noun, next) }
    }
    return found
  }
}
