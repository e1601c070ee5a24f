internal import ArabicDates
internal import TarikhModel

/// Places and bases that the lexicon lacks, by the noun before them: «قاعدة كوسي».
extension EntityScan {
  /// A name after the noun.
  private struct SiteName {
    var words: [String]
    /// The place after the name and what belongs to it.
    var end: Int
    var country: EntityID?
    /// Whether the lexicon has the name and the noun adds nothing to it.
    var isKnown = false
  }

  /// «بلدة عيتا الشعب», «قاعدتي كوسي وفايا».
  mutating func composeSite(_ phrase: PhraseMatch, _ site: SitePattern, isDual: Bool) -> Int? {
    guard let first = siteName(at: phrase.tokens.upperBound, site, letters: 0) else { return nil }
    if !isDual {
      if first.isKnown { return nil }
      return addSite(first, site, phrase.tokens.lowerBound..<first.end, phrase.reading)
    }
    // «مطارا جديدا» looks like a dual; two names make it one.
    guard word(first.end).hasPrefix("و"),
      let second = siteName(at: first.end, site, letters: 1)
    else { return nil }
    var end = first.end
    if first.isKnown {
      addKnown(at: phrase.tokens.upperBound)
    } else {
      end = addSite(first, site, phrase.tokens.lowerBound..<first.end, phrase.reading)
    }
    if second.isKnown { return end }
    let reading = WordReading(word: 0, letters: 1, proclitic: nil, followsConjunction: true)
    return addSite(second, site, end..<second.end, reading)
  }

  private mutating func addSite(
    _ name: SiteName, _ site: SitePattern, _ tokens: Range<Int>, _ reading: WordReading
  ) -> Int {
    let words = [site.head] + name.words
    let id = "unresolved:\(site.category.rawValue):" + words.joined(separator: " ")
    return add(EntityID(rawValue: id), site.category, tokens, reading: reading) {
      $0.country = name.country
    }
  }

  private mutating func addKnown(at place: Int) {
    let start = isMark(place, in: Marks.quotes) ? place + 1 : place
    guard let phrase = phrase(at: start), let index = entity(of: phrase) else { return }
    _ = composeEntity(phrase, index)
  }

  private func siteName(at place: Int, _ site: SitePattern, letters: Int) -> SiteName? {
    var start = place
    if letters > 0, word(place) == "و" { start += 1 }
    let isQuoted = isMark(start, in: Marks.quotes)
    if isQuoted { start += 1 }
    let joined = start == place ? letters : 0
    if let phrase = phrase(at: start) {
      if phrase.reading.letters != joined || phrase.reading.proclitic != nil { return nil }
      return knownName(phrase, site) ?? titledName(phrase, site)
    }
    guard let end = isQuoted ? quotedEnd(start) : unknownEnd(start, site, letters: joined) else {
      return nil
    }
    return named(start..<end, site, letters: joined)
  }

  /// The name in the lexicon: the same thing after «مدينة», another after «مطار».
  private func knownName(_ phrase: PhraseMatch, _ site: SitePattern) -> SiteName? {
    guard let index = entity(of: phrase) else { return nil }
    let entry = lexicon.entries[index]
    let isSame = entry.category == .base || (!site.isSite && entry.category == .place)
    if isSame || (!site.isSite && entry.category == .state) {
      return SiteName(
        words: [], end: phrase.tokens.upperBound, country: entry.country, isKnown: true)
    }
    // «معسكر واشنطن» are those on its side.
    let canHave: Bool =
      switch entry.category {
      case .place: site.category == .place || entry.asActor == nil
      case .state: site.category == .place
      case .person: site.isSite
      default: false
      }
    guard canHave else { return nil }
    var name = named(phrase.tokens, site, letters: phrase.reading.letters)
    name.country = entry.country
    return name
  }

  /// «قاعدة الأمير سلطان», «مطار الملك خالد».
  private func titledName(_ phrase: PhraseMatch, _ site: SitePattern) -> SiteName? {
    for case .title(let index) in phrase.items where lexicon.titles[index].kind != .role {
      guard site.isSite, let name = nameRun(at: phrase.tokens.upperBound) else { return nil }
      return named(phrase.tokens.lowerBound..<name.upperBound, site, letters: 0)
    }
    return nil
  }

  /// The name with the adjectives after it; they are no part of the id.
  private func named(_ tokens: Range<Int>, _ site: SitePattern, letters: Int) -> SiteName {
    var words = folded(tokens)
    if letters > 0, let first = words.first { words[0] = String(first.dropFirst(letters)) }
    var next = tokens.upperBound
    let isQuoted = isMark(tokens.lowerBound - 1, in: Marks.quotes)
    if isQuoted, isMark(next, in: Marks.quotes) { next += 1 }
    var end = next
    while site.adjectives.contains(word(next)) {
      next += 1
      end = next
    }
    return SiteName(words: words, end: end)
  }

  /// The end of one to three words before a closing quotation mark.
  private func quotedEnd(_ start: Int) -> Int? {
    var end = start
    while end < start + 4, !word(end).isEmpty { end += 1 }
    return end > start && end <= start + 3 && isMark(end, in: Marks.quotes) ? end : nil
  }

  /// The end of one word that looks like a name, or of two that belong together.
  private func unknownEnd(_ start: Int, _ site: SitePattern, letters: Int) -> Int? {
    let first = word(start).dropFirst(letters)
    let binds = lexicon.words.siteParticles.contains(first)
    guard binds || looksLikeSite(first, site, at: start) else { return nil }
    let next = word(start + 1)
    if binds {
      // «عيتا الشعب»: what is bound can be a common noun with the article.
      let isName =
        next.hasPrefix("ال") || (next.count >= 2 && !lexicon.words.neverNames.contains(next))
      return isName ? start + 2 : nil
    }
    if first.hasPrefix("ال") || !next.hasPrefix("ال") || phrase(at: start + 1) != nil {
      return start + 1
    }
    // «كفركلا الحدودية»: an adjective agrees with the noun before the name.
    let isAdjective = next.hasSuffix(site.head.hasSuffix("ه") ? "ه" : "ي")
    let isName = !isAdjective && !isCommonSite(next) && !lexicon.words.neverNames.contains(next)
    return isName ? start + 2 : start + 1
  }

  /// Whether a word after the noun can be a name: not an adjective, a verb, a common noun.
  private func looksLikeSite(_ word: Word, _ site: SitePattern, at place: Int) -> Bool {
    if word.count < 3 || lexicon.words.neverNames.contains(word) { return false }
    if NameWords.joinedArticles.contains(where: word.hasPrefix) { return false }
    // After a noun in construct a definite word is a name or a common noun, no adjective.
    if word.hasPrefix("ال") { return !isCommonSite(word) }
    let isAdjective = word.hasSuffix("ي") && !site.head.hasSuffix("ه")
    // «قاعدة تقع», «مطار يستخدمه»: relative clauses without a pronoun.
    let isVerb = word.hasPrefix("ت") || word.hasPrefix("ي") || word.hasPrefix("است")
    let isPossessed = word.hasSuffix("ها") || word.hasSuffix("هم")
    return !isAdjective && !isVerb && !isPossessed && !word.hasSuffix("ت")
      && !isCommonWord(word, at: place)
  }

  private func isCommonSite(_ word: Word) -> Bool {
    let bare = word.dropFirst(2)
    return lexicon.words.neverNames.contains(bare) || word.hasSuffix("ات")
      || lexicon.words.siteNouns.contains(word)
  }
}
