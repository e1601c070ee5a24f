internal import ArabicDates
internal import TarikhModel

/// Institutions: «وزارة الدفاع» and the state they belong to.
extension EntityScan {
  /// A state named right after a head.
  struct StateReference {
    var state: Int
    var end: Int
  }

  /// A body named at some place, for the posts and sources that belong to it.
  struct BodyReference {
    var entity: EntityID
    var category: EntityCategory
    var end: Int
    var country: EntityID?
    var open: OpenQuestion?
    /// What the id of a source calls it.
    var slug: String
  }

  /// The state after a head that ends at `place`: an adjective after a definite head, an
  /// adjective or the state's name after another.
  func state(at place: Int, after form: HeadForm) -> StateReference? {
    guard let phrase = phrase(at: place) else { return nil }
    if phrase.reading.letters > 0 || phrase.reading.proclitic != nil { return nil }
    for case .nationality(let state, let isDefinite) in phrase.items
    where !form.isDefinite || isDefinite {
      return StateReference(state: state, end: phrase.tokens.upperBound)
    }
    guard let index = entity(of: phrase), let actor = lexicon.entries[index].asActor,
      let state = lexicon.stateIndexes[String(actor.rawValue.dropFirst("actor:".count))]
    else { return nil }
    return form.isDefinite || form.needsAdjective
      ? nil : StateReference(state: state, end: phrase.tokens.upperBound)
  }

  /// A second adjective joined by و: «القوات الأميركية والعراقية».
  func joinedState(at place: Int, isDefinite: Bool = true) -> (state: Int, phrase: PhraseMatch)? {
    guard let phrase = phrase(at: place), phrase.reading.followsConjunction,
      phrase.reading.proclitic == nil
    else { return nil }
    for case .nationality(let state, let definite) in phrase.items where definite == isDefinite {
      return (state, phrase)
    }
    return nil
  }

  mutating func composeInstitution(_ phrase: PhraseMatch, _ index: Int, _ form: HeadForm) -> Int? {
    let pattern = lexicon.institutions[index]
    // «السياسة الخارجية الأميركية» names no ministry.
    if form.needsState, phrase.tokens.count == 1, form.isDefinite, !pattern.isTerritory,
      word(phrase.tokens.lowerBound - 1).hasPrefix("ال")
    {
      return nil
    }
    var end = phrase.tokens.upperBound
    guard let reference = state(at: end, after: form) ?? stateWithin(end, pattern, form) else {
      // «الحكومتان» alone are the two states.
      if form.isDual { return composeAnaphor(phrase, .parties(areStates: true)) }
      if form.needsState || !form.isDefinite { return nil }
      return add(
        unresolved(phrase.tokens, reading: phrase.reading), pattern.category, phrase.tokens,
        reading: phrase.reading, open: .institution(index))
    }
    end = addInstitution(
      index, reference.state, phrase.tokens.lowerBound..<reference.end, phrase.reading)
    while let joined = joinedState(at: end, isDefinite: form.isDefinite) {
      end = addInstitution(index, joined.state, joined.phrase.tokens, joined.phrase.reading)
    }
    return end
  }

  /// «وزارة الدفاع في النيجر»; an embassy belongs to another state than the one it lies in.
  private func stateWithin(
    _ place: Int, _ pattern: HeadPattern, _ form: HeadForm
  ) -> StateReference? {
    guard form.isDefinite, !form.needsState, word(place) == "في",
      pattern.category == .institution, !["embassy", "consulate"].contains(pattern.suffix),
      let phrase = phrase(at: place + 1), let index = entity(of: phrase),
      lexicon.entries[index].category == .state
    else { return nil }
    let bare = HeadForm(isDefinite: false, needsState: true, isDual: false)
    return state(at: place + 1, after: bare)
  }

  private mutating func addInstitution(
    _ index: Int, _ state: Int, _ tokens: Range<Int>, _ reading: WordReading
  ) -> Int {
    let pattern = lexicon.institutions[index]
    let owner = lexicon.states[state]
    let country = lexicon.entries[owner.entry].id
    if pattern.isTerritory {
      let place = lexicon.entries[owner.entry].asPlace ?? country
      return add(place, .place, tokens, reading: reading) {
        $0.country = country
        $0.asPlace = place
      }
    }
    let entity = pattern.id(for: owner.slug)
    let category = lexicon.entry(entity)?.category ?? pattern.category
    return add(entity, category, tokens, reading: reading, pattern: .institution(index)) {
      $0.country = country
      if entity == country { $0.asActor = country }
    }
  }

  /// The body named at `place`, with ب or ل before it or nothing.
  func body(at place: Int) -> BodyReference? {
    var place = place
    if isMark(place, in: Marks.quotes) { place += 1 }
    guard let phrase = phrase(at: place), !phrase.reading.followsConjunction else { return nil }
    if let index = entity(of: phrase) {
      let entry = lexicon.entries[index]
      if entry.category == .person { return nil }
      return BodyReference(
        entity: entry.asActor ?? entry.id, category: entry.category, end: phrase.tokens.upperBound,
        country: entry.country, open: nil, slug: slug(of: entry))
    }
    for case .institution(let index, let form) in phrase.items {
      let pattern = lexicon.institutions[index]
      if pattern.isTerritory { continue }
      if let reference = state(at: phrase.tokens.upperBound, after: form) {
        let owner = lexicon.states[reference.state]
        let entity = pattern.id(for: owner.slug)
        return BodyReference(
          entity: entity, category: pattern.category, end: reference.end,
          country: lexicon.entries[owner.entry].id, open: nil,
          slug: pattern.suffix == "=" ? owner.adjectiveSlug : Self.bareSlug(entity))
      }
      if form.isDefinite, !form.needsState {
        return BodyReference(
          entity: unresolved(phrase.tokens, reading: phrase.reading), category: pattern.category,
          end: phrase.tokens.upperBound, country: nil, open: .institution(index),
          slug: pattern.suffix == "=" ? "government" : pattern.suffix)
      }
    }
    return anaphoricBody(phrase)
  }

  /// The id without its class, and without the state for bodies that have a name of their own.
  func slug(of entry: LexiconEntry) -> String {
    let bare = Self.bareSlug(entry.asActor ?? entry.id)
    guard let country = entry.country, entry.category != .state, entry.asActor == nil else {
      return bare
    }
    let prefix = Self.bareSlug(country) + "-"
    let isInstitution = entry.category == .institution || entry.category == .force
    return !isInstitution && bare.hasPrefix(prefix) ? String(bare.dropFirst(prefix.count)) : bare
  }

  /// The place after «(البنتاغون)» where it names the body that ends at `end`.
  func endOfApposition(_ end: Int, _ entity: EntityID) -> Int {
    guard isMark(end, in: Marks.quotes), let phrase = phrase(at: end + 1),
      let index = self.entity(of: phrase), lexicon.entries[index].id == entity
    else { return end }
    let close = phrase.tokens.upperBound
    return isMark(close, in: Marks.quotes) ? close + 1 : close
  }

  static func bareSlug(_ id: EntityID) -> String {
    id.rawValue.split(separator: ":", maxSplits: 1).last.map(String.init) ?? id.rawValue
  }
}
