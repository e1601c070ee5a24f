/// A text as the grammar sees it: tokens, and for each what the lexicon knows of it.
///
/// A class because the rules pass it around for every token: one reference instead of arrays.
final class Reader: Sendable {
  let text: ArabicText
  let tokens: [Token]
  private let lexicon: Lexicon
  private let marks: [Mark]

  fileprivate struct Mark: Sendable {
    var entry: Int32 = -1
    var kinds: SenseKinds = []
    var keywords: Keywords = []
    var clitics: Clitics = []
    var cliticLength: UInt8 = 0
    /// The scalar of a punctuation mark.
    var symbol: UInt32 = 0
  }

  init(_ text: ArabicText, lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
    tokens = text.tokens
    marks = text.tokens.map { Reader.mark($0, lexicon, text) }
  }

  /// The first sense of the words at `index` that is of `kinds` and that `pick` wants, with the
  /// index after them.
  ///
  /// Longer fixed expressions come before single words.
  @inline(__always)
  func first<Value>(
    _ index: Int, _ kinds: SenseKinds, _ pick: (Sense) -> Value?
  ) -> (value: Value, end: Int)? {
    guard has(index, kinds) else { return nil }
    let entry = lexicon.entries[Int(marks[index].entry)]
    for place in entry.phrases {
      let phrase = lexicon.phrases[place]
      if let value = pick(phrase.sense), let end = end(of: phrase.rest, after: index) {
        return (value, end)
      }
    }
    for place in entry.senses {
      if let value = pick(lexicon.senses[place]) { return (value, index + 1) }
    }
    return nil
  }

  /// Whether the word at `index` has a sense of one of these kinds.
  @inline(__always)
  func has(_ index: Int, _ kinds: SenseKinds) -> Bool {
    index >= 0 && index < marks.count && !marks[index].kinds.isDisjoint(with: kinds)
  }

  func has(_ index: Int, _ keyword: Keyword) -> Bool {
    index >= 0 && index < marks.count && marks[index].keywords.contains(Keywords(keyword))
  }

  func kinds(_ index: Int) -> SenseKinds { marks[index].kinds }

  /// The year of a day whose month and day are a name.
  func yearOfNamedDay(month: Int, day: Int) -> Int? { lexicon.namedDays[month * 100 + day] }

  func clitics(_ index: Int) -> Clitics {
    index >= 0 && index < marks.count ? marks[index].clitics : []
  }

  /// How many letters of the folded word are its conjunction and preposition.
  func cliticLength(_ index: Int) -> Int { Int(marks[index].cliticLength) }

  /// Whether the token is one of the punctuation marks in `symbols`.
  func isMark(_ index: Int, _ symbols: String) -> Bool {
    guard index >= 0, index < marks.count, marks[index].symbol != 0 else { return false }
    let symbol = marks[index].symbol
    return symbols.unicodeScalars.contains { $0.value == symbol }
  }

  func kind(_ index: Int) -> Token.Kind? {
    index >= 0 && index < tokens.count ? tokens[index].kind : nil
  }

  /// The value of a token whose count of digits lies in `digits`.
  func number(_ index: Int, digits: ClosedRange<Int>) -> Int? {
    guard has(index, .digits), digits.contains(tokens[index].folded.count) else { return nil }
    return tokens[index].folded.decimal
  }

  private func end(of rest: Range<Int>, after index: Int) -> Int? {
    guard index + rest.count < tokens.count else { return nil }
    for (offset, place) in rest.enumerated() {
      let word = tokens[index + 1 + offset].folded
      let wanted = lexicon.restWords[place]
      guard word == wanted || Letters.hasArticle(word) && word.dropFirst(2) == wanted else {
        return nil
      }
    }
    return index + 1 + rest.count
  }
}

extension Reader {
  /// Looks a token up as it stands, then without what may be written onto its front.
  private static func mark(_ token: Token, _ lexicon: Lexicon, _ text: ArabicText) -> Mark {
    switch token.kind {
    case .word: break
    case .number: return Mark(kinds: .digits)
    case .punctuation: return Mark(symbol: text.scalars[token.range.lowerBound].value)
    case .lineBreak: return Mark()
    }
    var word = token.folded
    var mark = Mark()
    if mark.take(lexicon.index(of: word), lexicon) {
      if Letters.hasArticle(word) { mark.clitics.insert(.article) }
      return mark
    }
    while word.count > 2, let next = Letters.clitic(word) {
      guard mark.clitics.rawValue < next.rawValue else { return Mark() }
      mark.clitics.insert(next)
      if next == .article {
        word = word.dropFirst(2)
      } else if next == .preposition, word.hasPrefix(Letters.doubledLam) {
        mark.clitics.insert(.article)
        word = word.dropFirst(2)
      } else {
        mark.cliticLength += 1
        word = word.dropFirst()
      }
      if mark.take(lexicon.index(of: word), lexicon) {
        if Letters.hasArticle(word) { mark.clitics.insert(.article) }
        return mark
      }
    }
    return Mark()
  }
}

/// The letters that may be written onto a word.
enum Letters {
  private static let article: Word = "ال"
  static let doubledLam: Word = "لل"

  /// What the word begins with: و ف, ب ل ك, or the article.
  static func clitic(_ word: Word) -> Clitics? {
    switch word.first {
    case "و", "ف": .conjunction
    case "ب", "ل", "ك": .preposition
    case "ا" where word.hasPrefix(article): .article
    default: nil
    }
  }

  /// Whether ال and at least two more letters stand here.
  static func hasArticle(_ word: Word) -> Bool { word.count >= 4 && word.hasPrefix(article) }
}

extension Reader.Mark {
  fileprivate mutating func take(_ index: Int32, _ lexicon: Lexicon) -> Bool {
    guard index >= 0 else { return false }
    entry = index
    kinds = lexicon.entries[Int(index)].kinds
    keywords = lexicon.entries[Int(index)].keywords
    return true
  }
}
