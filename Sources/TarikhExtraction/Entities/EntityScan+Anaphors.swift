internal import ArabicDates
internal import TarikhModel

/// Definite nouns that stand for what the text named before: «الحركة»، «الطرفان».
extension EntityScan {
  /// What a noun can stand for.
  struct Antecedent: Sendable {
    var entity: EntityID
    var category: EntityCategory
    var country: EntityID?
    var open: OpenQuestion?
  }

  mutating func composeAnaphor(_ phrase: PhraseMatch, _ kind: AnaphorKind) -> Int? {
    // «الحركة الإسلامية»: an adjective says which one.
    let next = word(phrase.tokens.upperBound)
    let isRestricted = next.hasPrefix("ال") && !lexicon.words.plainModifiers.contains(next)
    switch kind {
    case .head(let head):
      guard !isRestricted, let antecedent = antecedents[head] else { return nil }
      return add(
        antecedent.entity, antecedent.category, phrase.tokens, reading: phrase.reading,
        open: antecedent.open
      ) {
        $0.country = antecedent.country
        $0.isAnaphoric = true
      }
    case .parties(let areStates):
      // «الحكومتان السورية واللبنانية» are named.
      if isNationality(phrase.tokens.upperBound) { return nil }
      return add(
        unresolved(phrase.tokens, reading: phrase.reading), .state, phrase.tokens,
        reading: phrase.reading, open: .parties(areStates: areStates)
      ) {
        $0.isAnaphoric = true
        $0.isPlural = true
      }
    }
  }

  private func isNationality(_ place: Int) -> Bool {
    guard let phrase = phrase(at: place) else { return false }
    for case .nationality in phrase.items { return true }
    return false
  }

  /// The body that «الوزارة» at `place` stands for.
  func anaphoricBody(_ phrase: PhraseMatch) -> BodyReference? {
    for case .anaphor(.head(let head)) in phrase.items {
      guard let antecedent = antecedents[head], !antecedent.entity.rawValue.contains(":base:")
      else { return nil }
      return BodyReference(
        entity: antecedent.entity, category: antecedent.category, end: phrase.tokens.upperBound,
        country: antecedent.country, open: antecedent.open,
        slug: lexicon.entry(antecedent.entity).map(slug) ?? Self.bareSlug(antecedent.entity))
    }
    return nil
  }

  /// Remembers the nouns in the names of a mention; of an office, the body it belongs to.
  mutating func remember(_ draft: MentionDraft) {
    if draft.attributes.isAnaphoric || draft.category == .nationality { return }
    var found = Antecedent(
      entity: draft.entity, category: draft.category, country: draft.attributes.country,
      open: draft.open)
    if [.person, .office, .source].contains(draft.category) {
      guard let institution = draft.attributes.institution else { return }
      found.entity = institution
      found.category = lexicon.entry(institution)?.category ?? .institution
      if case .institution = draft.open {} else { found.open = nil }
    }
    if let index = lexicon.index(of: found.entity) {
      for head in lexicon.headsByEntry[index] { antecedents[head] = found }
    }
    for place in draft.tokens {
      let folded = place == draft.tokens.lowerBound ? drop(draft.letters, from: place) : word(place)
      let head = EntityLexicon.withoutArticle(folded)
      if lexicon.anaphorHeads.contains(head) { antecedents[head] = found }
    }
  }

  private func drop(_ letters: Int, from place: Int) -> Word {
    word(place).dropFirst(letters)
  }

  /// «الطرفان»، «البلدين»: the two that the text names most of those named shortly before.
  mutating func resolveParties() {
    var dropped: Set<Int> = []
    for place in drafts.indices {
      guard case .parties(let areStates)? = drafts[place].open else { continue }
      drafts[place].open = nil
      guard let pair = parties(before: place, areStates: areStates) else {
        dropped.insert(place)
        continue
      }
      drafts[place].entity = pair[0].entity
      drafts[place].category = pair[0].category
      drafts[place].attributes.parties = pair.map(\.entity)
      let places = pair.compactMap { lexicon.entry($0.entity)?.asPlace }
      if places.count == pair.count { drafts[place].attributes.partyPlaces = places }
    }
    if !dropped.isEmpty {
      drafts = drafts.indices.filter { !dropped.contains($0) }.map { drafts[$0] }
    }
  }

  private struct Party {
    var entity: EntityID
    var category: EntityCategory
    var first: Int
    var count = 1
  }

  /// How many mentions before «الطرفان» are looked at.
  private static let partyReach = 24

  /// Two parties of the same sentence, else of the sentences before.
  private func parties(before place: Int, areStates: Bool) -> [Party]? {
    let reach = max(0, place - Self.partyReach)
    var sentence = place
    while sentence > reach, !isSentenceEnd(between: sentence - 1, and: sentence) { sentence -= 1 }
    return pair(among: sentence..<place, areStates: areStates)
      ?? pair(among: reach..<place, areStates: areStates)
  }

  /// The two named most; of those named equally often the last.
  ///
  /// Who is named acts; the states of ministers count only where no two parties are named.
  private func pair(among places: Range<Int>, areStates: Bool) -> [Party]? {
    var named: [Party] = []
    var represented: [Party] = []
    for other in places {
      let draft = drafts[other]
      guard let (entity, category, isNamed) = party(draft, areStates: areStates) else { continue }
      let party = Party(entity: entity, category: category, first: other)
      if isNamed { Self.count(party, in: &named) }
      if category == .state { Self.count(party, in: &represented) }
    }
    for found in [named, represented] where found.count >= 2 {
      let chosen = found.sorted { ($0.count, $0.first) > ($1.count, $1.first) }.prefix(2)
      return chosen.sorted { $0.first < $1.first }
    }
    return nil
  }

  private static func count(_ party: Party, in list: inout [Party]) {
    if let known = list.firstIndex(where: { $0.entity == party.entity }) {
      list[known].count += 1
    } else {
      list.append(party)
    }
  }

  /// What a mention is as a party: a state or who acts for it, a force, a group.
  private func party(
    _ draft: MentionDraft, areStates: Bool
  ) -> (EntityID, EntityCategory, isNamed: Bool)? {
    if draft.entity.rawValue.hasPrefix("unresolved:") && draft.attributes.country == nil {
      return nil
    }
    switch draft.category {
    case .state: return (draft.attributes.asActor ?? draft.entity, .state, true)
    case .place:
      return isLocative(draft) ? nil : draft.attributes.asActor.map { ($0, .state, true) }
    case .force, .group:
      if !areStates { return (draft.entity, draft.category, true) }
      return draft.attributes.country.map { ($0, .state, true) }
    case .office, .person, .institution:
      return draft.attributes.country.map { ($0, .state, false) }
    case .nationality:
      return areStates ? draft.attributes.country.map { ($0, .state, false) } : nil
    default: return nil
    }
  }

  /// «في عمّان», and the place of a dateline: where something is, and nobody's name.
  private func isLocative(_ draft: MentionDraft) -> Bool {
    let start = draft.tokens.lowerBound
    if draft.attributes.proclitic == .ba || start == 0 { return true }
    let isFirst = text.tokens[start - 1].kind == .lineBreak
    return isFirst || ["في", "وفي", "الي", "من", "قرب", "نحو"].contains(word(start - 1))
  }
}
