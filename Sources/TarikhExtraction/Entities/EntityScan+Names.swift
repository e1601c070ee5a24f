internal import ArabicDates
internal import TarikhModel

/// Persons' names that the lexicon lacks, by what stands before and inside them.
extension EntityScan {
  /// How strongly the words before say that a name follows.
  enum NameConfidence { case title, office }

  struct PersonName {
    var tokens: Range<Int>
    /// Where the phrase ends: a closing quotation mark after the name is part of it no more.
    var end: Int
    var entity: EntityID?
  }

  /// The name after a title or office that ends at `place`, past other titles, one comma, one
  /// quotation mark.
  func personName(after place: Int, confidence: NameConfidence) -> PersonName? {
    var start = place
    var confidence = confidence
    var isApart = false
    for _ in 0..<4 {
      if let phrase = phrase(at: start), phrase.reading.letters == 0,
        phrase.reading.proclitic == nil, let rank = rank(phrase)
      {
        start = phrase.tokens.upperBound
        if rank == .rank { confidence = .title }
      } else if isOfficeModifier(start) {
        start += 1
      } else if let end = seat(at: start) {
        // «السفير الأمريكي بالرباط بونيت تالوار»: the seat of an office stands before the name.
        start = end
      } else if !isApart, isMark(start, in: Marks.commas) || isMark(start, in: Marks.quotes) {
        isApart = true
        start += 1
      } else {
        break
      }
    }
    // «معالي الأمين العام»: a post follows the courtesy, not a name.
    if let phrase = phrase(at: start), phrase.tokens.count >= 2, isPost(phrase) { return nil }
    if let phrase = phrase(at: start), phrase.reading.letters == 0, phrase.reading.proclitic == nil,
      let index = entity(of: phrase), lexicon.entries[index].category == .person
    {
      return PersonName(
        tokens: phrase.tokens, end: phrase.tokens.upperBound, entity: lexicon.entries[index].id)
    }
    guard let tokens = nameRun(at: start) else { return nil }
    let isGiven = isGivenName(tokens.lowerBound)
    if isApart, !isGiven { return closesWithComma(tokens) ? named(tokens) : nil }
    if isGiven || confidence == .title { return named(tokens) }
    return tokens.count >= 2 ? named(tokens) : nil
  }

  private func isPost(_ phrase: PhraseMatch) -> Bool {
    phrase.items.contains {
      switch $0 {
      case .post, .office: true
      default: false
      }
    }
  }

  /// Where a place with «بـ» or «لدى» before it ends.
  private func seat(at place: Int) -> Int? {
    let start = word(place) == "لدي" ? place + 1 : place
    guard let phrase = phrase(at: start), start > place || phrase.reading.proclitic == .ba,
      let index = entity(of: phrase)
    else { return nil }
    switch lexicon.entries[index].category {
    case .place, .state: return phrase.tokens.upperBound
    default: return nil
    }
  }

  private func named(_ tokens: Range<Int>) -> PersonName {
    PersonName(tokens: tokens, end: tokens.upperBound, entity: knownByEnds(tokens))
  }

  /// The person of the lexicon whose first and last name these are, whatever stands between.
  private func knownByEnds(_ tokens: Range<Int>) -> EntityID? {
    guard tokens.count >= 3, let first = lexicon.trie.word(word(tokens.lowerBound)),
      let last = lexicon.trie.word(word(tokens.upperBound - 1)),
      let node = lexicon.trie.step(from: TokenTrie<LexiconItem>.root, along: first),
      let end = lexicon.trie.step(from: node, along: last)
    else { return nil }
    for case .entity(let index, _) in lexicon.trie.items(at: end)
    where lexicon.entries[index].category == .person {
      return lexicon.entries[index].id
    }
    return nil
  }

  private func closesWithComma(_ tokens: Range<Int>) -> Bool {
    (2...4).contains(tokens.count) && isMark(tokens.upperBound, in: Marks.commas)
  }

  private func rank(_ phrase: PhraseMatch) -> TitleEntry.Kind? {
    for case .title(let index) in phrase.items {
      let kind = lexicon.titles[index].kind
      if kind != .role { return kind }
    }
    return nil
  }

  /// Whether a name can begin at `place`: with a given name, or with عبد، أبو، ابن، بن.
  func isGivenName(_ place: Int) -> Bool {
    let word = word(place)
    guard lexicon.words.nameOpeners.contains(word) else { return false }
    return NameWords.firstParticles.contains(word) || !isPreposition(place)
  }

  /// «على», which folds like «علي».
  private func isPreposition(_ place: Int) -> Bool {
    guard word(place) == "علي", text.scalars[text.tokens[place].range].contains("\u{649}") else {
      return false
    }
    // «النائب على الجبوري», as Egyptian papers write: a title, then a family name in ـي.
    let next = word(place + 1)
    let isFamilyName = next.hasPrefix("ال") && next.hasSuffix("ي")
    return !(endsRank(place) && isFamilyName && !lexicon.words.neverNames.contains(next))
  }

  /// Whether a rank or honorific stands right before `place`.
  private func endsRank(_ place: Int) -> Bool {
    guard let phrase = phrase(at: place - 1), phrase.tokens.upperBound == place else {
      return false
    }
    return rank(phrase) != nil
  }

  /// The longest run of words at `place` that can be a name: at most four, particles uncounted.
  func nameRun(at place: Int) -> Range<Int>? {
    var end = place
    var count = 0
    while count < 4, canBeName(end, isFirst: end == place) {
      let isParticle = lexicon.words.particles.contains(word(end))
      end += 1
      if !isParticle { count += 1 }
    }
    // A particle binds the word after it, so none can end a name.
    while end > place, lexicon.words.particles.contains(word(end - 1)) { end -= 1 }
    return end > place ? place..<end : nil
  }

  private func canBeName(_ place: Int, isFirst: Bool) -> Bool {
    let word = word(place)
    let names = lexicon.words
    guard word.count >= 2 else { return false }
    if isPreposition(place) { return false }
    if names.particles.contains(word) { return !isFirst || isGivenName(place) }
    // «عبد الله», «نصر الله».
    if !isFirst, word == "الله" || (names.particles.contains(self.word(place - 1))) {
      return !names.neverNames.contains(word)
    }
    if names.givenNames.contains(word) { return true }
    if !isFirst, isFamilyNameInTa(place) { return true }
    // «حننه ولد سيدي»: whoever is somebody's son has a name of any form.
    if isFirst, ["ولد", "بن", "منت", "بنت"].contains(self.word(place + 1)),
      !names.neverNames.contains(word)
    {
      return true
    }
    if isCommonWord(word, at: place) || (isFirst && word.hasPrefix("ال")) { return false }
    guard let phrase = phrase(at: place) else { return true }
    if phrase.reading.letters > 0 || phrase.reading.proclitic != nil { return false }
    // «محمد شياع السوداني»: a nationality can be a family name, no other phrase can.
    return phrase.items.allSatisfy { item in
      switch item {
      case .nationality(_, true): !isFirst
      // «رشاد محمد العليمي»: the family name alone names somebody already.
      case .entity(let index, _): !isFirst && lexicon.entries[index].category == .person
      default: false
      }
    }
  }

  /// «اللواء حسان عودة، …»: a word in ة after a given name is a family name where the phrase ends.
  private func isFamilyNameInTa(_ place: Int) -> Bool {
    let word = word(place)
    guard word.hasSuffix("ه"), (4...6).contains(word.count), !word.hasPrefix("ال"),
      isGivenName(place - 1), !lexicon.words.neverNames.contains(word)
    else { return false }
    let next = self.word(place + 1)
    return next.isEmpty || ["ان", "انه", "الي", "في", "ب"].contains(next)
      || isMark(place + 1, in: Marks.commas)
  }

  /// Words that no name is made of, by list and by form.
  func isCommonWord(_ word: Word, at place: Int) -> Bool {
    let never = lexicon.words.neverNames
    if never.contains(word) { return true }
    if NameWords.joinedArticles.contains(where: word.hasPrefix) {
      return true
    }
    if word.begins(withOneOf: "وفبلس"), never.contains(word.dropFirst()) {
      return true
    }
    if word.hasPrefix("ال"), never.contains(word.dropFirst(2)) { return true }
    if word.hasSuffix("ا"), never.contains(word.dropLast()) { return true }
    return word.hasSuffix("ه") || word.hasSuffix("ات") || isVerbalNoun(word, at: place)
  }

  /// Forms of verbal nouns: افتعال، انفعال، استفعال, and تفعيل.
  ///
  /// None begins with أ: «أولياء» is a plural.
  private func isVerbalNoun(_ word: Word, at place: Int) -> Bool {
    if word.first == "ا", text.scalars[text.tokens[place].range].contains("\u{623}") {
      return false
    }
    if word.count >= 6, word.first == "ا", word.letter(word.count - 2) == "ا" {
      return word.letter(1) != "ل"
    }
    return word.count == 5 && word.first == "ت" && word.letter(3) == "ي"
  }

  /// A name with no title: a given name, then another, a particle or a word with ال.
  mutating func composeUntitledName(at place: Int) -> Int? {
    // «قال سلام الزوبعي»: after a verb of saying a common word can be a given name.
    guard isGivenName(place),
      !lexicon.words.weakNames.contains(word(place))
        || lexicon.words.speechCues.contains(word(place - 1)),
      !lexicon.words.placeCues.contains(word(place - 1)),
      let run = nameRun(at: place), run.count >= 2
    else { return nil }
    var end = place
    while end < run.upperBound {
      let word = word(end)
      let isSure = isGivenName(end) || word.hasPrefix("ال")
      let isBound = end > place && lexicon.words.particles.contains(self.word(end - 1))
      if !isSure && !isBound { break }
      end += 1
      if word.hasPrefix("ال"), !isBound, !lexicon.words.givenNames.contains(word) { break }
    }
    while end > place, lexicon.words.particles.contains(word(end - 1)) { end -= 1 }
    guard end - place >= 2 else { return nil }
    let tokens = place..<end
    return add(unresolved(tokens), .person, tokens, reading: nil) { $0.name = tokens }
  }
}
