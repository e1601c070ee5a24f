internal import ArabicDates

/// Cuts a sentence into clauses and says what each hangs on.
///
/// Boundaries are complementizers, relatives, words of time and circumstance, a verb after "and"
/// or a comma, a colon or quotation after a verb of speech. A comma alone is none: Arabic news puts
/// commas around dates and into lists.
struct ClauseSplitter {
  private let context: ArticleContext
  private let sentence: Range<Int>
  private var clauses: [Clause] = []

  /// - Complexity: O(*n*) in the length of the sentence.
  static func split(_ sentence: Range<Int>, in context: ArticleContext) -> [Clause] {
    var splitter = ClauseSplitter(context: context, sentence: sentence)
    splitter.run()
    return splitter.clauses
  }

  private init(context: ArticleContext, sentence: Range<Int>) {
    self.context = context
    self.sentence = sentence
  }

  private mutating func run() {
    clauses = [Clause(tokens: sentence.lowerBound..<sentence.lowerBound, link: .main)]
    var followsPause = true
    for index in sentence {
      let token = context.tokens[index]
      if token.kind == .punctuation {
        punctuation(token.folded, at: index)
        followsPause = followsPause || Self.pauses.contains(token.folded)
      } else {
        if token.kind == .word { word(token, at: index, followsPause: followsPause) }
        followsPause = false
      }
      clauses[clauses.count - 1].tokens = clauses[clauses.count - 1].tokens.lowerBound..<index + 1
    }
  }

  private static let pauses: WordSet = [
    "،", ",", "؛", ";", ":", "–", "—", "-", ".", "«", "“", "\"", "»", "”", "!", "؟", "…",
  ]

  private var current: Clause { clauses[clauses.count - 1] }

  private mutating func open(
    _ link: Clause.Link, at index: Int, parent: Int?, followsPause: Bool, verb: Int? = nil
  ) {
    var clause = Clause(
      tokens: index..<index, link: link, parent: parent, followsPause: followsPause)
    clause.verb = verb
    if current.tokens.isEmpty, clauses.count > 1 || clause.link == .conditional {
      clause.parent = current.parent
      if current.link == .complement { clause.link = link == .coordinate ? .complement : link }
      clauses[clauses.count - 1] = clause
    } else {
      clauses.append(clause)
    }
  }

  private mutating func punctuation(_ mark: Word, at index: Int) {
    if mark == ":", hasSpeech(current) {
      open(.complement, at: index, parent: clauses.count - 1, followsPause: true)
    } else if FunctionWords.openQuotes.contains(mark),
      let span = context.quotations.span(containing: index),
      span.lowerBound == index, span.count >= 7, current.link != .complement || current.verb != nil,
      hasSpeech(current), !isComplementJustOpened(index)
    {
      open(.complement, at: index, parent: clauses.count - 1, followsPause: true)
    }
  }

  private func isComplementJustOpened(_ index: Int) -> Bool {
    current.link == .complement && index - current.tokens.lowerBound <= 2
  }

  private func hasSpeech(_ clause: Clause) -> Bool {
    clause.tokens.suffix(40).contains { index in
      context.readings[index].contains {
        if case .speech = context.entry($0).role { true } else { false }
      }
    }
  }

  private mutating func word(_ token: Token, at index: Int, followsPause: Bool) {
    let word = context.bare[index]
    let conjoined = word != token.folded
    if FunctionWords.complementizers.contains(word) {
      complementizer(at: index, conjoined: conjoined, followsPause: followsPause)
    } else if FunctionWords.relatives.contains(word) {
      open(.relative, at: index, parent: relativeParent(conjoined), followsPause: followsPause)
    } else if let link = subordinator(word, at: index, conjoined, followsPause) {
      let parent = link == .circumstance ? circumstanceParent : clauses.count - 1
      open(link, at: index, parent: parent, followsPause: followsPause)
    } else if isSpeechParticiple(index), followsPause || conjoined {
      open(.participial, at: index, parent: nil, followsPause: followsPause, verb: index)
    } else if followsPause, conjoined, opensDatedPhrase(word, at: index) {
      let (link, parent) = coordination(at: index, followsPause: true)
      open(link, at: index, parent: parent, followsPause: true)
    } else if context.finite[index] {
      verb(
        at: index, word: word, conjoined: conjoined && isJoined(index), followsPause: followsPause)
    }
  }

  /// «…، وفي سبتمبر الماضي، …»: a date after "and" opens a new statement.
  private func opensDatedPhrase(_ word: Word, at index: Int) -> Bool {
    guard current.verb != nil, FunctionWords.prepositions.contains(word) else { return false }
    return (index..<min(index + 3, sentence.upperBound)).contains {
      context.dateIndex[$0] != nil
    }
  }

  private func isSpeechParticiple(_ index: Int) -> Bool {
    isReadAsParticiple(index) && !isPaper(index) && !hidesName(index)
  }

  /// «مسؤول، مشترطا عدم كشف هويته، إن …»: a parenthesis about the source says nothing.
  private func hidesName(_ index: Int) -> Bool {
    guard index + 1 < sentence.upperBound else { return false }
    return Self.hidings.contains(context.tokens[index + 1].folded)
  }

  private static let hidings: WordSet = ["عدم", "حجب", "اخفاء"]

  /// «مذكرة تفاهم» is a paper, «مذكّرة بأن …» reminds.
  private func isPaper(_ index: Int) -> Bool {
    guard
      context.readings[index].contains(where: {
        !$0.isVerb && $0.form.shape != .participle
          && ([.noun(.accord), .noun(.law), .noun(.document)] as [LexicalRole]).contains(
            context.entry($0).role)
      })
    else { return false }
    let next = index + 1 < sentence.upperBound ? context.tokens[index + 1].folded : ""
    return !next.hasPrefix("ب") && !FunctionWords.complementizers.contains(next)
  }

  private func isReadAsParticiple(_ index: Int) -> Bool {
    context.readings[index].contains {
      $0.form.shape == .participle && context.entityIndex[index] == nil
    }
  }

  private mutating func complementizer(at index: Int, conjoined: Bool, followsPause: Bool) {
    let before = context.wordBefore(index, in: current.tokens)
      .map { context.bare[$0] }
    if let before, FunctionWords.timePrepositions.contains(before) {
      return open(.temporal, at: index, parent: clauses.count - 1, followsPause: followsPause)
    }
    if let before, FunctionWords.otherPrepositions.contains(before) {
      return open(
        .circumstance, at: index, parent: circumstanceParent, followsPause: followsPause)
    }
    let parent = conjoined ? nearestComplement.flatMap { clauses[$0].parent } : nil
    open(.complement, at: index, parent: parent ?? speakingClause, followsPause: followsPause)
  }

  /// «قال فلان، في بيان تلقته الوكالة، إن …»: the "that" is the speaker's, not the agency's.
  private var speakingClause: Int {
    var position = clauses.count - 1
    for _ in 0..<3 {
      let clause = clauses[position]
      guard clause.link == .relative, let parent = clause.parent, parent < position,
        !clause.tokens.contains(where: { context.finite[$0] && speaks($0) }),
        clauses[parent].verb.map(isSpeechVerb) == true
      else { break }
      position = parent
    }
    return position
  }

  /// «في تقرير صدر الثلاثاء»: what is issued does not speak itself.
  private func speaks(_ index: Int) -> Bool {
    context.readings[index].contains {
      guard $0.isVerb, case .speech = context.entry($0).role else { return false }
      return context.entry($0).lemma != Self.issued
    }
  }

  private static let issued: Word = "صدر"

  private func subordinator(
    _ word: Word, at index: Int, _ conjoined: Bool, _ followsPause: Bool
  ) -> Clause.Link? {
    guard FunctionWords.subordinators.contains(word) else { return nil }
    let before = context.wordBefore(index, in: current.tokens)
      .map { context.bare[$0] }
    if FunctionWords.conditional.contains(word) { return .conditional }
    if word == "حال" || word == "حاله", before == "في" { return .conditional }
    if word == "حين", before == "في" { return .circumstance }
    if FunctionWords.temporal.contains(word) { return .temporal }
    guard FunctionWords.circumstantial.contains(word) else { return nil }
    if word == "حيث" || word == "بينما" { return .circumstance }
    let next = index + 1 < sentence.upperBound ? context.tokens[index + 1].folded : ""
    if word == "ما" {
      return followsPause && !["زال", "زالت", "زالوا", "يزال", "تزال", "اذا"].contains(next)
        ? .circumstance : nil
    }
    return followsPause || conjoined ? .circumstance : nil
  }

  private mutating func verb(at index: Int, word: Word, conjoined: Bool, followsPause: Bool) {
    let clause = current
    // «مصدر، طلب عدم الكشف عن هويته، أن …»: a parenthesis about the source.
    if index + 1 < sentence.upperBound, context.tokens[index + 1].folded == "عدم" { return }
    if context.withholdsName(index, in: sentence) { return }
    if clause.verb == nil, conjoined, followsPause, index - clause.tokens.lowerBound > 2 {
      // «… أن الوضع هادئ، ودعت …»: a clause without a verb is over.
      let (link, parent) = coordination(at: index, followsPause: true)
      return open(link, at: index, parent: parent, followsPause: true, verb: index)
    }
    guard let known = clause.verb else {
      clauses[clauses.count - 1].verb = index
      // «…، فيما أعلنت وزارة أخرى»: whoever speaks for himself is not reported by the one before.
      if clause.link == .circumstance, isSpeechVerb(index) {
        clauses[clauses.count - 1].parent = nil
      }
      return
    }
    let isAuxiliary = FunctionWords.auxiliaries.contains(
      context.bare[known])
    if isAuxiliary, !conjoined || index - known <= 2, !followsPause {
      clauses[clauses.count - 1].verb = index
      return
    }
    if conjoined || followsPause {
      let (link, parent) = coordination(at: index, followsPause: followsPause)
      open(link, at: index, parent: parent, followsPause: followsPause, verb: index)
    } else if clause.link == .relative, let parent = clause.parent, clauses[parent].verb == nil {
      // The antecedent's own verb: القوات التي انتشرت في الشمال انسحبت.
      clauses[parent].verb = index
      open(
        clauses[parent].link == .main ? .coordinate : clauses[parent].link, at: index,
        parent: clauses[parent].parent, followsPause: false, verb: index)
    } else if index - known >= 2 {
      // A relative clause without a relative, after an indefinite noun: بيان صدر أمس.
      open(.relative, at: index, parent: clauses.count - 1, followsPause: false, verb: index)
    }
  }

  /// Whether the first letter is "and" and not the verb's own: وقال but not وقع.
  private func isJoined(_ index: Int) -> Bool {
    let verbs = context.readings[index].filter(\.isVerb)
    return verbs.isEmpty || verbs.contains(where: \.hasConjunction)
  }

  private func isSpeechVerb(_ index: Int) -> Bool {
    context.readings[index].contains {
      guard $0.isVerb, case .speech = context.entry($0).role else { return false }
      return true
    }
  }

  private func coordination(at index: Int, followsPause: Bool) -> (Clause.Link, Int?) {
    if isSpeechVerb(index), context.quotations.span(containing: index) == nil || followsPause {
      return (.coordinate, nil)
    }
    let clause = current
    switch clause.link {
    case .relative, .temporal, .conditional:
      guard followsPause, let parent = clause.parent else { return (clause.link, clause.parent) }
      let outer = clauses[parent]
      return (outer.link == .main ? .coordinate : outer.link, outer.parent)
    case .main, .participial: return (.coordinate, clause.parent)
    case .complement, .circumstance, .coordinate: return (clause.link, clause.parent)
    }
  }

  private var nearestComplement: Int? {
    var index: Int? = clauses.count - 1
    for _ in 0..<Self.deepest {
      guard let position = index else { return nil }
      if clauses[position].link == .complement { return position }
      index = clauses[position].parent
    }
    return nil
  }

  /// Deeper subordination is not language; the bound keeps hostile input linear.
  private static let deepest = 8

  /// Circumstance stays inside the reported speech that it stands in.
  private var circumstanceParent: Int? {
    if current.link == .circumstance, let parent = current.parent { return parent }
    return nearestComplement.flatMap { clauses[$0].parent }
  }

  private func relativeParent(_ conjoined: Bool) -> Int? {
    conjoined && current.link == .relative ? current.parent : clauses.count - 1
  }
}
