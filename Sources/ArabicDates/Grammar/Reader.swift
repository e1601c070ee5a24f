/// A text as the grammar sees it: tokens, and for each what the lexicon knows of it.
struct Reader: Sendable {
  let text: ArabicText
  let tokens: [Token]
  private let lexicon: Lexicon
  private var marks: [Mark] = []

  private struct Mark: Sendable {
    var entry: Int32
    var clitics: Clitics
    var cliticLength: UInt8
  }

  init(_ text: ArabicText, lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
    tokens = text.tokens
    marks.reserveCapacity(tokens.count)
    for token in tokens { marks.append(Reader.mark(token, lexicon)) }
  }

  /// The first sense of the words at `index` that `pick` wants, with the index after them.
  ///
  /// Longer fixed expressions come before single words.
  func first<Value>(_ index: Int, _ pick: (Sense) -> Value?) -> (value: Value, end: Int)? {
    guard index < tokens.count, marks[index].entry >= 0 else { return nil }
    let entry = lexicon.entries[Int(marks[index].entry)]
    for phrase in entry.phrases {
      if let value = pick(phrase.sense), let end = end(of: phrase.rest, after: index) {
        return (value, end)
      }
    }
    for sense in entry.senses {
      if let value = pick(sense) { return (value, index + 1) }
    }
    return nil
  }

  func isKnown(_ index: Int) -> Bool { index < marks.count && marks[index].entry >= 0 }

  func clitics(_ index: Int) -> Clitics { index < marks.count ? marks[index].clitics : [] }

  /// How many letters of the folded word are its conjunction and preposition.
  func cliticLength(_ index: Int) -> Int { Int(marks[index].cliticLength) }

  func isWord(_ index: Int, _ word: String) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].folded == word
  }

  func kind(_ index: Int) -> Token.Kind? {
    index >= 0 && index < tokens.count ? tokens[index].kind : nil
  }

  /// The value of a token of at most `digits` digits.
  func number(_ index: Int, digits: ClosedRange<Int>) -> Int? {
    guard kind(index) == .number, digits.contains(tokens[index].folded.utf8.count) else {
      return nil
    }
    return Int(tokens[index].folded)
  }

  private func end(of rest: [String], after index: Int) -> Int? {
    guard index + rest.count < tokens.count else { return nil }
    for (offset, word) in rest.enumerated() {
      let folded = tokens[index + 1 + offset].folded
      guard folded == word || ArabicArticle.dropped(from: folded) == word else { return nil }
    }
    return index + 1 + rest.count
  }
}

extension Reader {
  /// Looks a token up as it stands, then without what may be written onto its front.
  private static func mark(_ token: Token, _ lexicon: Lexicon) -> Mark {
    let none = Mark(entry: -1, clitics: [], cliticLength: 0)
    guard token.kind == .word else { return none }
    var word = token.folded
    var found = lexicon.index(of: word)
    if found >= 0 { return Mark(entry: found, clitics: [], cliticLength: 0) }
    var mark = none
    while let letter = word.unicodeScalars.first, word.utf8.count > 4 {
      let next: Clitics
      switch letter {
      case "و", "ف": next = .conjunction
      case "ب", "ل", "ك": next = .preposition
      case "ا" where word.hasPrefix("ال"): next = .article
      default: return none
      }
      guard mark.clitics.rawValue < next.rawValue else { return none }
      mark.clitics.insert(next)
      let doubled = letter == "ل" && word.hasPrefix("لل")
      if next == .article || doubled {
        mark.clitics.insert(.article)
        word = String(word.dropFirst(2))
      } else {
        mark.cliticLength += 1
        word = String(word.dropFirst())
      }
      found = lexicon.index(of: word)
      if found >= 0 {
        mark.entry = found
        return mark
      }
    }
    return none
  }
}
