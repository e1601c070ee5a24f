internal import ArabicDates
internal import TarikhModel

/// From phrases to mentions: one pass, left to right.
extension EntityScan {
  mutating func compose() {
    var place = 0
    while place < text.tokens.count {
      if let phrase = phrase(at: place) {
        place = max(place + 1, compose(phrase))
      } else if let end = composeUntitledName(at: place) {
        place = end
      } else {
        place += 1
      }
    }
  }

  /// Composes what begins with `phrase`, and gives the place after it.
  private mutating func compose(_ phrase: PhraseMatch) -> Int {
    if phrase.items.contains(.nothing) { return phrase.tokens.upperBound }
    if let index = entity(of: phrase) { return composeEntity(phrase, index) }
    if let end = composeNumberedUnit(phrase) ?? composeSplitPost(phrase) { return end }
    for item in phrase.items {
      let end: Int? =
        switch item {
        case .entity, .nothing: nil
        case .institution(let pattern, let form): composeInstitution(phrase, pattern, form)
        case .office(let pattern, let form): composeOffice(phrase, pattern, form)
        case .post(let index): composePost(phrase, lexicon.posts[index])
        case .ownPost(let index): composeOwnPost(phrase, lexicon.posts[index])
        case .title(let index): composeTitle(phrase, lexicon.titles[index])
        case .role(let index): composeSource(phrase, lexicon.roles[index])
        case .nationality(let state, _): composeNationality(phrase, state)
        case .site(let index, let isDual):
          composeSite(phrase, lexicon.sites[index], isDual: isDual)
        case .anaphor(let kind): composeAnaphor(phrase, kind)
        }
      if let end { return end }
    }
    return composeUntitledName(at: phrase.tokens.lowerBound) ?? phrase.tokens.upperBound
  }

  /// The entry that a phrase names: among homonyms the one whose state the text names most.
  func entity(of phrase: PhraseMatch) -> Int? {
    // Most names have one bearer.
    if phrase.items.count == 1, case .entity(let index, isWeak: false) = phrase.items[0] {
      return index
    }
    var best: (index: Int, count: Int)?
    for case .entity(let index, let isWeak) in phrase.items {
      let entry = lexicon.entries[index]
      if isWeak, !hasCue(phrase, for: entry) { continue }
      // «قاعدتي حميميم وطرطوس»: after the cue the base comes before the town.
      var count = evidence[entry.id, default: 0] + (isWeak && entry.category == .base ? 1000 : 0)
      if let country = entry.country, country != entry.id { count += evidence[country, default: 0] }
      if count > (best?.count ?? -1) { best = (index, count) }
    }
    return best?.index
  }

  /// Whether the words before a weak name say that a name follows.
  private func hasCue(_ phrase: PhraseMatch, for entry: LexiconEntry) -> Bool {
    let category = entry.category
    let words = lexicon.words
    let place = phrase.tokens.lowerBound
    if category == .base {
      return (1...6).contains { words.baseCues.contains(bare(self.word(place - $0))) }
    }
    if category == .mission || category == .document {
      // «الشراكة الأمنية»: whose, a text says by the state that it is about.
      let own = entry.country.flatMap { evidence[$0] } ?? 0
      return own > 0 && own * 2 >= leadingEvidence
    }
    if phrase.reading.proclitic == .ba, category != .person { return true }
    let before = bare(word(place - 1))
    if words.placeCues.contains(before) { return true }
    return category == .state && phrase.reading.followsConjunction && isState(before: place)
  }

  /// Whether the phrase that ends before `place` names a state.
  private func isState(before place: Int) -> Bool {
    guard let last = drafts.last, last.tokens.upperBound == place else { return false }
    return last.category == .state
  }

  /// A word without a joined conjunction or preposition, where what is left is a cue.
  private func bare(_ folded: Word) -> Word {
    var rest = folded
    for _ in 0..<2 {
      if lexicon.words.placeCues.contains(rest) || lexicon.words.baseCues.contains(rest) {
        return rest
      }
      guard rest.begins(withOneOf: Self.proclitics), rest.count > 3 else { return rest }
      rest = rest.dropFirst()
    }
    return rest
  }

  /// And, in, for, as.
  static let proclitics: Word = "وفبلك"

  mutating func composeEntity(_ phrase: PhraseMatch, _ index: Int) -> Int {
    let entry = lexicon.entries[index]
    return add(entry.id, entry.category, phrase.tokens, reading: phrase.reading) {
      $0.asActor = entry.asActor
      $0.asPlace = entry.asPlace
      $0.country = entry.country
      if entry.category == .person { $0.name = phrase.tokens }
    }
  }

  private mutating func composeNationality(_ phrase: PhraseMatch, _ state: Int) -> Int? {
    let entry = lexicon.entries[lexicon.states[state].entry]
    return add(entry.id, .nationality, phrase.tokens, reading: phrase.reading) {
      $0.country = entry.id
    }
  }
}
