internal import ArabicDates

extension ArticleContext {
  /// Judges every word of the sentences once; the stages ask often.
  ///
  /// - Complexity: O(*n*): each judgement looks a bounded way back.
  func resolveVerbs(in sentences: [Range<Int>]) {
    var result = [Bool](repeating: false, count: tokens.count)
    for sentence in sentences {
      for index in sentence { result[index] = judgeFinite(index, in: sentence) }
    }
    finite = result
  }

  /// Whether the word at `index` is a finite verb here.
  ///
  /// Unvocalised Arabic writes قَصَفَ and قَصْف alike: after a preposition or as the second
  /// part of a construct such a word is a noun; after a pause, a particle or a definite noun,
  /// which can stand in no construct with it, a verb.
  private func judgeFinite(_ index: Int, in range: Range<Int>) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, dateIndex[index] == nil, !isCounted(index) else { return false }
    if let entity = entity(at: index), entity.tokens.count > 1 || entity.category != .source {
      return false
    }
    if readings[index].isEmpty { return looksLikePresent(index) }
    let verbs = readings[index].filter { $0.isVerb }
    if verbs.isEmpty { return false }
    // «عدم ذكر اسمه»: what is not done is a noun.
    if index > range.lowerBound, bare[index - 1] == "عدم" { return false }
    if verbs.allSatisfy({ $0.form.shape == .jussive }) { return isNegated(index, in: range) }
    if verbs.contains(where: { $0.isFuture }) { return true }
    let hasNominal = readings[index].contains { $0.form.shape == .nominal }
    if !hasNominal {
      return verbs.contains { $0.form.shape == .present } || !isAfterPreposition(index, in: range)
    }
    return prefersVerb(index, in: range)
  }

  private func prefersVerb(_ index: Int, in range: Range<Int>) -> Bool {
    guard let before = wordBefore(index, in: range) else {
      // «أعلنت الوزيرة، خلال زيارة، سحب جنود»: a verb still waits for its object.
      let isConjoined = readings[index].contains { $0.hasConjunction && $0.isVerb }
      return isConjoined || !awaitsObject(index, in: range)
    }
    let word = bare[before]
    if FunctionWords.verbParticles.contains(word) || FunctionWords.negations.contains(word) {
      return true
    }
    if FunctionWords.turns.contains(word) { return true }
    if FunctionWords.complementizers.contains(word) || FunctionWords.relatives.contains(word)
      || FunctionWords.circumstantial.contains(word) || FunctionWords.temporal.contains(word)
      || FunctionWords.conditional.contains(word)
    {
      return true
    }
    if isAfterPreposition(index, in: range) { return false }
    if hasVerbBefore(index, in: range) { return false }
    let conjoined = readings[index].contains { $0.hasConjunction && $0.isVerb }
    if conjoined {
      if continuesNouns(index, in: range) { return false }
      // In a list of nouns the next is a noun too: من قصف وقتل.
      return !readings[before].contains { $0.form.shape == .nominal && !$0.isDefinite }
    }
    if readings[before].contains(where: \.isVerb),
      !readings[before].contains(where: { $0.form.shape == .nominal })
    {
      return false
    }
    return tokens[before].folded.hasPrefix("ال") || entityIndex[before] != nil
      || dateIndex[before] != nil
  }

  /// «حتى وقف العدوان على غزة ورفع الحصار عنها»: after a masdar that a preposition governs, and
  /// with no comma between, "and" goes on with another.
  private func continuesNouns(_ index: Int, in range: Range<Int>) -> Bool {
    for place in (max(range.lowerBound + 1, index - 8)..<max(index, range.lowerBound + 1))
      .reversed()
    {
      if tokens[place].kind == .punctuation || finiteShape(place) { return false }
      let isMasdar = readings[place].contains { reading in
        guard reading.form.shape == .nominal, !reading.isDefinite else { return false }
        switch entry(reading).role {
        case .event, .light, .aspect: return true
        default: return false
        }
      }
      guard isMasdar else { continue }
      let before = bare[place - 1]
      if ["حتي", "الي", "اجل", "بعد", "قبل", "دون", "بهدف"].contains(before) { return true }
      if readings[place].contains(where: { $0.form.shape == .nominal && $0.preposition == "ل" }) {
        return true
      }
    }
    return false
  }

  /// Whether nothing but a verb is spelled so.
  private func finiteShape(_ index: Int) -> Bool {
    readings[index].contains(where: \.isVerb)
      && !readings[index].contains { $0.form.shape == .nominal }
  }

  /// Whether a verb before the comma has had no "that", quotation or other verb since.
  private func awaitsObject(_ index: Int, in range: Range<Int>) -> Bool {
    for place in (max(range.lowerBound, index - 30)..<index).reversed() {
      let token = tokens[place]
      if token.folded == ":" || FunctionWords.complementizers.contains(bare[place]) { return false }
      guard token.kind == .word, entityIndex[place] == nil, dateIndex[place] == nil else {
        continue
      }
      let verbs = readings[place].filter(\.isVerb)
      if verbs.isEmpty || readings[place].contains(where: { $0.form.shape == .nominal }) {
        continue
      }
      return verbs.contains { entry($0).complements.contains("-") }
    }
    return false
  }

  /// Whether the clause has its verb already: what follows the subject is then an object.
  ///
  /// In أعلن الجيش قصف مواقع the bombing is announced; after إن الجيش it would be a verb.
  private func hasVerbBefore(_ index: Int, in range: Range<Int>) -> Bool {
    if readings[index].contains(where: { $0.hasConjunction && $0.isVerb }) { return false }
    for place in (max(range.lowerBound, index - 10)..<index).reversed() {
      let token = tokens[place]
      if token.kind != .word {
        if token.kind == .punctuation, !FunctionWords.closeQuotes.contains(token.folded),
          !FunctionWords.openQuotes.contains(token.folded)
        {
          return false
        }
        continue
      }
      let word = bare[place]
      if FunctionWords.complementizers.contains(word) || FunctionWords.relatives.contains(word)
        || FunctionWords.circumstantial.contains(word) || FunctionWords.auxiliaries.contains(word)
      {
        return false
      }
      if entityIndex[place] == nil, readings[place].contains(where: \.isVerb),
        !readings[place].contains(where: { $0.form.shape == .nominal })
      {
        return true
      }
    }
    return false
  }

  /// «12 صوتا»، «يتجاوز 3000»: what a number counts is a noun, whatever verb is spelled so, and
  /// what compares it is no verb of the sentence.
  private func isCounted(_ index: Int) -> Bool { quantityIndex[index] != nil }

  func isAfterPreposition(_ index: Int, in range: Range<Int>) -> Bool {
    guard let before = wordBefore(index, in: range) else { return false }
    let word = bare[before]
    return FunctionWords.prepositions.contains(word)
  }

  func isNegated(_ index: Int, in range: Range<Int>) -> Bool {
    guard let before = wordBefore(index, in: range) else { return false }
    let word = bare[before]
    return word == "لم"
  }

  /// A verb that the lexicon lacks shows itself by the prefixes of the future and the present.
  private func looksLikePresent(_ index: Int) -> Bool {
    let word = bare[index]
    guard entityIndex[index] == nil, word.count >= 4, word.begins(withOneOf: Self.presentLetters)
    else { return false }
    if word.hasPrefix("سي") || word.hasPrefix("ست") || word.hasPrefix("سن") {
      return word.count >= 5 && !Self.nounsInSin.contains(where: word.hasPrefix)
    }
    return word.hasPrefix("ي") && !Self.nounsInYa.contains(where: word.hasPrefix)
  }

  /// «رفض الكشف عن هويته»، «طلب عدم ذكر اسمه»: says of a source only that it stays unnamed.
  func withholdsName(_ index: Int, in range: Range<Int>) -> Bool {
    // The noun of disclosing itself, or a verb shortly before it.
    let start = (index..<min(range.upperBound, index + 3)).first {
      FunctionWords.disclosures.contains(bare[$0])
    }
    guard let start else { return false }
    return (start + 1..<max(start + 1, min(range.upperBound, start + 4))).contains { place in
      FunctionWords.names.contains { bare[place].hasPrefix($0) }
        && FunctionWords.nameOwners.contains(where: bare[place].hasSuffix)
    }
  }

  private static let presentLetters: Word = "سي"
  private static let nounsInYa: [Word] = [
    "يوم", "يناير", "يولي", "يوني", "يمين", "يسار", "يهود", "يمن", "يقين", "ياسر", "ياسين", "يوسف",
    "يحيي", "يونس", "يعقوب", "يابان", "يونان", "يونيفيل", "يونيسيف", "يونسكو", "يورو", "يوغ",
  ]
  private static let nounsInSin: [Word] = [
    "سياس", "سيار", "سيطر", "سياد", "سياح", "سيناء", "سيناريو", "ستين", "ستون", "سيول", "سيده",
    "سياق", "سيرغي", "ستار", "سنوات", "سنوي", "سنغ", "سيبر", "سيرت", "سيدني", "سيمون", "ستوك",
    "ستيف",
  ]
}
