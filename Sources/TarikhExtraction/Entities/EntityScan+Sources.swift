internal import ArabicDates
internal import TarikhModel

/// Unnamed sources: «مصادر أمنية», «مسؤول رفيع في وزارة الدفاع الأميركية».
extension EntityScan {
  /// What stands after the noun of a source.
  private struct SourceModifiers {
    var end: Int
    var nationality: Int?
    var slugs: [String] = []
    var institution: BodyReference?
    var isEmpty: Bool { nationality == nil && slugs.isEmpty && institution == nil }
  }

  mutating func composeSource(_ phrase: PhraseMatch, _ role: RoleEntry) -> Int? {
    // «مسؤول عن الأمن» is a predicate.
    if role.noun == .official, word(phrase.tokens.upperBound) == "عن" { return nil }
    let modifiers = modifiers(at: phrase.tokens.upperBound)
    if modifiers.isEmpty, !role.isDefinite, role.needsModifier, !speaks(phrase) { return nil }
    if role.noun == .source, modifiers.isEmpty, word(modifiers.end).hasPrefix("ال") { return nil }
    let tokens = phrase.tokens.lowerBound..<extended(modifiers.end, role)
    let isAnaphoric = role.isDefinite && modifiers.isEmpty
    var end = addSource(
      role, modifiers, tokens, phrase.reading,
      open: isAnaphoric ? .source(role.noun, isSure: !role.needsModifier || speaks(phrase)) : nil)
    while modifiers.institution == nil,
      let joined = joinedState(at: end, isDefinite: role.isDefinite)
    {
      var other = modifiers
      other.nationality = joined.state
      end = addSource(role, other, joined.phrase.tokens, joined.phrase.reading, open: nil)
    }
    return end
  }

  private mutating func addSource(
    _ role: RoleEntry, _ modifiers: SourceModifiers, _ tokens: Range<Int>, _ reading: WordReading,
    open: OpenQuestion?
  ) -> Int {
    var parts: [String] = []
    var country = modifiers.institution?.country
    if let institution = modifiers.institution { parts.append(institution.slug) }
    if let state = modifiers.nationality {
      country = lexicon.entries[lexicon.states[state].entry].id
      if modifiers.institution == nil { parts.append(lexicon.states[state].adjectiveSlug) }
    }
    parts += modifiers.slugs
    parts.append(role.slug)
    let id = EntityID(rawValue: "source:" + parts.joined(separator: "-"))
    return add(id, .source, tokens, reading: reading, open: open) {
      $0.country = country
      $0.institution = modifiers.institution?.entity
      $0.roleNoun = role.noun
      $0.isAnonymous = role.noun != .delegation
      $0.isPlural = role.isPlural
    }
  }

  private func modifiers(at place: Int) -> SourceModifiers {
    var found = SourceModifiers(end: place)
    while found.end < text.tokens.count {
      if let body = found.institution == nil ? linkedBody(at: found.end) : nil {
        found.institution = body
        found.end = body.end
        break
      }
      if found.nationality == nil, let phrase = phrase(at: found.end),
        phrase.reading.proclitic == nil, let state = nationality(phrase)
      {
        found.nationality = state
        found.end = phrase.tokens.upperBound
      } else if let slug = modifier(found.end) {
        if !slug.isEmpty, !found.slugs.contains(slug) { found.slugs.append(slug) }
        found.end += 1
      } else {
        break
      }
    }
    return found
  }

  private func nationality(_ phrase: PhraseMatch) -> Int? {
    // «تركيا» is the state, not the adjective in the accusative.
    if entity(of: phrase) != nil { return nil }
    for case .nationality(let state, _) in phrase.items { return state }
    return nil
  }

  /// What a word adds to the id of a source; `nil` for words that do not modify one.
  private func modifier(_ place: Int) -> String? {
    let word = word(place)
    if word.isEmpty { return nil }
    if let slug = lexicon.modifiers[word] { return slug }
    let rest = word.hasPrefix("و") ? word.dropFirst() : word
    let bare = rest.hasPrefix("ال") ? rest.dropFirst(2) : rest
    // «مسؤولا رفيعا».
    let stem = bare.hasSuffix("ا") ? bare.dropLast() : bare
    return lexicon.modifiers[bare] ?? lexicon.modifiers[stem]
  }

  /// Past «على الاجتماعات» after مطلعة, and past a second noun of the same sort:
  /// «المراقبون والمحللون».
  private func extended(_ end: Int, _ role: RoleEntry) -> Int {
    var end = end
    if word(end) == "علي", word(end + 1).hasPrefix("ال"), phrase(at: end + 1) == nil { end += 2 }
    while let next = phrase(at: end), next.reading.followsConjunction {
      let isSame = next.items.contains { item in
        if case .role(let index) = item { return lexicon.roles[index].slug == role.slug }
        return false
      }
      if !isSame { break }
      end = next.tokens.upperBound
    }
    return end
  }

  /// Whether a verb or preposition of saying stands beside the noun.
  private func speaks(_ phrase: PhraseMatch) -> Bool {
    let speech = lexicon.words.speechCues
    for place in [phrase.tokens.lowerBound - 1, phrase.tokens.upperBound] {
      let word = word(place)
      if speech.contains(word) { return true }
      if word.hasPrefix("و"), speech.contains(word.dropFirst()) { return true }
    }
    return phrase.reading.proclitic == .lam && speech.contains(word(phrase.tokens.lowerBound - 1))
  }
}
