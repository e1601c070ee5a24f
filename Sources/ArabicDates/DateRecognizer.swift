public import EDTF

/// Finds Arabic date expressions and says what they mean.
///
/// A pure function of the text, the reference day and the tables in `Data`: the text is folded
/// and cut into tokens, a grammar reads expressions off them, and each is resolved against the
/// reference day and the tense of its clause.
public struct DateRecognizer: Sendable {
  private let lexicon: Lexicon

  public init() { lexicon = .standard }

  /// The date expressions of `text` in reading order, none overlapping another.
  ///
  /// - Parameter reference: the day that "yesterday" is relative to; without it relative
  ///   expressions are found, with `edtf == nil` and their rule in `relative`.
  /// - Complexity: O(*n*) in the length of the text.
  public func mentions(in text: String, reference: Day?) -> [DateMention] {
    mentions(in: ArabicText(text), reference: reference)
  }

  /// The same for a text that is already cut into tokens.
  package func mentions(in text: ArabicText, reference: Day?) -> [DateMention] {
    let reader = Reader(text, lexicon: lexicon)
    let grammar = Grammar(reader)
    var resolver = Resolver(reference: reference)
    var found: [DateMention] = []
    var index = 0
    while index < reader.tokens.count {
      guard !reader.kinds(index).isDisjoint(with: Grammar.starters),
        let phrase = grammar.expression(at: index)
      else {
        index += 1
        continue
      }
      found.append(mention(phrase, reader, &resolver))
      index = phrase.end
    }
    return found
  }

  private func mention(
    _ phrase: Phrase, _ reader: Reader, _ resolver: inout Resolver
  ) -> DateMention {
    resolver.tense = TenseReader(reader).tense(before: phrase.start, after: phrase.end)
    resolver.isWhole = reader.isWhole(phrase)
    let resolved = resolver.resolve(phrase.meaning)
    let expression = resolved.flatMap(resolver.expression)
    if let expression, expression.bounds.earliest.day != nil { resolver.antecedent = expression }
    let range = reader.range(of: phrase)
    return DateMention(
      expression: reader.text[range], range: range,
      kind: phrase.meaning.kind(expression), edtf: expression,
      relative: resolved.flatMap { $0.usesReference ? $0.rule : nil },
      relation: phrase.relation ?? (expression.map(isOneDay) ?? true ? .on : .during),
      isApproximate: phrase.meaning.isVague)
  }

  private func isOneDay(_ expression: EDTFExpression) -> Bool {
    expression.bounds.earliest == expression.bounds.latest
  }
}

extension Reader {
  /// Whether no clause stands around the phrase: only marks or a preposition before it.
  func isWhole(_ phrase: Phrase) -> Bool {
    guard phrase.start <= 3, tokens.count - phrase.end <= 3 else { return false }
    let around = Array(0..<phrase.start) + Array(phrase.end..<tokens.count)
    return around.allSatisfy { index in
      kind(index) != .word && kind(index) != .number
        || has(index, .preposition)
    }
  }

  /// The scalars of a phrase, without "and", "in" or "for" written onto its first word.
  func range(of phrase: Phrase) -> Range<Int> {
    var start = tokens[phrase.start].range.lowerBound
    let end = tokens[phrase.end - 1].range.upperBound
    var letters = kind(phrase.start) == .word ? cliticLength(phrase.start) : 0
    while letters > 0, start < end {
      start += 1
      letters -= 1
      while start < end, ArabicFolding.isIgnored(text.scalars[start]) { start += 1 }
    }
    return start..<end
  }
}
