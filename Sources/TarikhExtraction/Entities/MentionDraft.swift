internal import ArabicDates
internal import TarikhModel

/// A mention on its way, with what the rest of the text may still decide.
struct MentionDraft: Sendable {
  var entity: EntityID
  var category: EntityCategory
  var tokens: Range<Int>
  var letters: Int
  var attributes = EntityAttributes()
  var open: OpenQuestion?
  /// The pattern and state that gave the id, where one did.
  var pattern: PatternUse?
}

/// A head pattern used with a state named in the text.
enum PatternUse: Hashable, Sendable {
  case institution(Int)
  case office(Int)
}

/// What the words of one mention leave to other mentions.
enum OpenQuestion: Hashable, Sendable {
  /// «وزارة الدفاع» without a state: a pattern of institutions.
  case institution(Int)
  /// «وزير الدفاع» without a state.
  case office(Int)
  /// An office whose holder the text may name elsewhere.
  case holder
  /// «نظيره العراقي»: the same office in another state.
  case counterpart
  /// «الطرفان»، «البلدان».
  case parties(areStates: Bool)
  /// «المسؤول»، «المصادر»; sure by themselves where a verb of saying stands beside them.
  case source(RoleNoun, isSure: Bool)
}

extension EntityScan {
  /// Adds a mention over `tokens` and takes them.
  @discardableResult
  mutating func add(
    _ entity: EntityID, _ category: EntityCategory, _ tokens: Range<Int>, reading: WordReading?,
    open: OpenQuestion? = nil, pattern: PatternUse? = nil,
    _ change: (inout EntityAttributes) -> Void = { _ in }
  ) -> Int {
    var attributes = EntityAttributes()
    attributes.proclitic = reading?.proclitic
    attributes.followsConjunction = reading?.followsConjunction ?? false
    change(&attributes)
    drafts.append(
      MentionDraft(
        entity: entity, category: category, tokens: tokens, letters: reading?.letters ?? 0,
        attributes: attributes, open: open, pattern: pattern))
    for place in tokens { isTaken[place] = true }
    remember(drafts[drafts.count - 1])
    return tokens.upperBound
  }

  /// An id for a name that the lexicon lacks: its folded words with spaces between them.
  func unresolved(_ tokens: Range<Int>, reading: WordReading? = nil) -> EntityID {
    EntityID(rawValue: "unresolved:" + folded(tokens, reading: reading).joined(separator: " "))
  }

  /// The folded words of `tokens`, without what is joined before the first.
  func folded(_ tokens: Range<Int>, reading: WordReading? = nil) -> [String] {
    var words = tokens.filter { text.tokens[$0].kind == .word || text.tokens[$0].kind == .number }
      .map(text.letters)
    if let reading, let first = words.first {
      let rest = String(first.dropFirst(reading.letters))
      // «للحكومة»: the article's alif returns; «للواء»: so does its ل.
      let restored = ["ال" + rest.dropFirst(2), "ال" + rest.dropFirst()]
      let isSwallowed = reading.proclitic == .lam && rest.hasPrefix("لل")
      let known = restored.first { lexicon.trie.word(Word($0)) == reading.word } ?? restored[0]
      words[0] = isSwallowed ? known : rest
    }
    return words
  }

  /// The words of `tokens`, exactly.
  func words(_ tokens: Range<Int>) -> String {
    guard let first = tokens.first, let last = tokens.last else { return "" }
    return text[text.tokens[first].range.lowerBound..<text.tokens[last].range.upperBound]
  }

  /// The end of `tokens`, past a quotation mark or bracket that closes one opened inside.
  private func closed(_ tokens: Range<Int>) -> Int {
    let end = tokens.upperBound
    guard isMark(end, in: Marks.quotes),
      let open = tokens.last(where: { isMark($0, in: Marks.quotes) }),
      Marks.closing[text.tokens[open].folded] == text.tokens[end].folded
    else { return end }
    let isPair = text.tokens[open].folded != text.tokens[end].folded
    let count = tokens.count { text.tokens[$0].folded == text.tokens[open].folded }
    return isPair || !count.isMultiple(of: 2) ? end + 1 : end
  }

  /// The mentions in reading order.
  func finished() -> [EntityMention] {
    drafts.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }.map { draft in
      let tokens = draft.tokens.lowerBound..<closed(draft.tokens)
      let range = text.range(of: tokens, droppingLetters: draft.letters)
      return EntityMention(
        entity: draft.entity, category: draft.category, tokens: tokens, range: range,
        attributes: draft.attributes, text: text)
    }
  }
}
