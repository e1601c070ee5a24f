internal import ArabicDates
internal import TarikhModel

/// Phrases that credit a source without reporting an act of speech: بحسب، وفقًا لـ، نقلًا عن.
struct BareSources {
  let context: ArticleContext
  let sentence: Range<Int>
  let clauses: [Clause]

  func phrases(_ finder: SubjectFinder) -> [SpeechAct] {
    var result: [SpeechAct] = []
    for (position, clause) in clauses.enumerated() {
      for index in clause.tokens {
        guard context.tokens[index].kind == .word, let start = sourceStart(at: index) else {
          continue
        }
        let end = min(sentence.upperBound, start + 24)
        guard let speaker = source(from: start, to: end, finder) else { continue }
        result.append(
          SpeechAct(
            trigger: nil, token: index, clause: position, kind: .statement, verb: nil,
            speaker: speaker, hasSubject: true,
            channel: Channels.channel(in: index..<min(end, index + 14), context), isQuoted: false,
            introduction: index..<phraseEnd(from: start, to: end), isBare: true,
            isQuotedFrom: ["نقلا", "استنادا"].contains(context.bare[index])))
      }
    }
    return result
  }

  /// Whether a verb of speech at `token` belongs to such a phrase: حسبما أفاد، بحسب ما ذكر.
  func introduces(_ token: Int) -> Bool {
    (max(sentence.lowerBound, token - 3)..<token).contains { index in
      guard let start = sourceStart(at: index) else { return false }
      return (start..<token).allSatisfy { ["ما", "لما"].contains(context.tokens[$0].folded) }
    }
  }

  /// The last five take a preposition.
  private static let openers: WordSet = [
    "بحسب", "حسب", "وفق", "حسبما", "وفقما", "وفقا", "نقلا", "طبقا", "استنادا", "تبعا",
  ]
  private static let on: Word = "علي"

  /// Where the words for the source begin, when a phrase of this sort begins at `index`.
  private func sourceStart(at index: Int) -> Int? {
    let full = context.tokens[index].folded
    let word = context.bare[index]
    if Self.openers.contains(full) || Self.openers.contains(word) { return index + 1 }
    guard full == Self.on, index + 1 < sentence.upperBound else { return nil }
    // «…، على ما أفاد مسؤول»
    let next = context.tokens[index + 1].folded
    if next == "ما", index > sentence.lowerBound,
      context.tokens[index - 1].kind == .punctuation
    {
      return index + 1
    }
    return next == "لسان" || next == "حد" ? index + 2 : nil
  }

  /// Where the phrase ends: at the comma, or where the content opens the sentence.
  private func phraseEnd(from start: Int, to end: Int) -> Int {
    (start..<end).first {
      FunctionWords.commas.contains(context.tokens[$0].folded)
        || FunctionWords.complementizers.contains(context.bare[$0])
    } ?? end
  }

  /// The first speaker named after the opener; a verb of saying and "what" are stepped over.
  private func source(from start: Int, to end: Int, _ finder: SubjectFinder) -> Speaker? {
    var index = start
    while index < end {
      let word = context.tokens[index]
      if word.kind == .punctuation, FunctionWords.commas.contains(word.folded) { break }
      if let position = context.entityIndex[index] {
        let mention = context.entities[position]
        if mention.category != .nationality, mention.category != .document {
          return Speaker(position, in: context)
        }
      }
      if index - start >= 6 { break }
      index += 1
    }
    // «وفقًا لما تم الاتفاق عليه» credits nobody.
    let hasVerb = (start..<index).contains { context.finite[$0] }
    return hasVerb ? nil : finder.named(start..<index)
  }
}
