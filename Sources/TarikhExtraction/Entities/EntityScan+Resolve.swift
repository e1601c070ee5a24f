internal import ArabicDates
internal import TarikhModel

/// What other mentions of the same text say about the open ones.
extension EntityScan {
  mutating func resolve() {
    resolveFamilyNames()
    drafts.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    resolveInstitutions()
    resolveOffices()
    resolveParties()
    resolveSources()
    mergeAppositions()
  }

  /// «أوستن» after or before «لويد أوستن»: the last word of one full name only.
  private mutating func resolveFamilyNames() {
    var owners: [Word: Set<EntityID>] = [:]
    for draft in drafts where draft.category == .person {
      guard let name = draft.attributes.name, name.count >= 2 else { continue }
      owners[familyName(name), default: []].insert(draft.entity)
    }
    if owners.isEmpty { return }
    var resolved: [(place: Int, owner: EntityID, letters: Int)] = []
    let lone = Set(
      drafts.filter { $0.category == .nationality && $0.tokens.count == 1 }
        .map(\.tokens.lowerBound))
    for place in text.tokens.indices
    where !isTaken[place] || (lone.contains(place) && isLoneNationality(place)) {
      guard text.tokens[place].kind == .word,
        let (owner, letters) = owner(of: text.tokens[place].folded, owners)
      else { continue }
      resolved.append((place, owner, letters))
    }
    let places = Set(resolved.map(\.place))
    drafts.removeAll { $0.tokens.count == 1 && places.contains($0.tokens.lowerBound) }
    for (place, owner, letters) in resolved {
      let joined = letters > 0 ? word(place).prefix(1) : ""
      add(owner, .person, place..<place + 1, reading: nil) {
        $0.isAnaphoric = true
        $0.name = place..<place + 1
        $0.followsConjunction = joined == "و" || joined == "ف"
        $0.proclitic = Proclitic(rawValue: joined.description)
      }
      drafts[drafts.count - 1].letters = letters
    }
  }

  private func familyName(_ name: Range<Int>) -> Word {
    let last = name.upperBound - 1
    return word(last)
  }

  private func owner(
    of word: Word, _ owners: [Word: Set<EntityID>]
  ) -> (EntityID, Int)? {
    if word.count < 3 { return nil }
    if let found = owners[word] { return found.count == 1 ? found.first.map { ($0, 0) } : nil }
    guard word.begins(withOneOf: Self.proclitics), word.count > 4,
      let found = owners[word.dropFirst()], found.count == 1
    else { return nil }
    return found.first.map { ($0, 1) }
  }

  /// A nationality that stands alone can be a family name: «السوداني».
  private func isLoneNationality(_ place: Int) -> Bool {
    guard let phrase = phrase(at: place) else { return false }
    let isAfterNoun = word(place - 1).hasPrefix("ال") || word(place - 1).hasSuffix("ه")
    for case .nationality(_, true) in phrase.items where !isAfterNoun { return true }
    return false
  }

  /// The places of the drafts that used each pattern, in order.
  func uses(_ index: (PatternUse) -> Int?) -> [Int: [Int]] {
    var found: [Int: [Int]] = [:]
    for (place, draft) in drafts.enumerated() {
      if let pattern = draft.pattern.flatMap(index) { found[pattern, default: []].append(place) }
    }
    return found
  }

  /// The last of `places` before `place`, else the first after it.
  func nearest(_ place: Int, _ places: [Int]?) -> Int? {
    guard let places else { return nil }
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? places[low - 1] : places.first
  }

  /// «رئيس الوزراء»: the state of the same office elsewhere; then who holds it in this text.
  private mutating func resolveOffices() {
    let known = uses { if case .office(let index) = $0 { index } else { nil } }
    let mainState = mainState()
    for place in drafts.indices {
      guard case .office(let index)? = drafts[place].open else { continue }
      if drafts[place].category == .person {
        settlePerson(place, office: index)
        continue
      }
      let office: EntityID?
      if let match = nearest(place, known[index]) {
        office = drafts[match].attributes.office
        drafts[place].attributes.country = drafts[match].attributes.country
      } else if let country = mainState {
        office = lexicon.offices[index].id(for: Self.bareSlug(country))
        drafts[place].attributes.country = country
        drafts[place].attributes.isAnaphoric = true
      } else {
        continue
      }
      drafts[place].attributes.office = office
      if drafts[place].category == .office, let office { drafts[place].entity = office }
      drafts[place].open = .holder
    }
    resolveCounterparts()
    resolveHolders()
  }

  /// «الرئيس جو بايدن»: president of the state that the lexicon gives to the person.
  private mutating func settlePerson(_ place: Int, office index: Int) {
    drafts[place].open = nil
    drafts[place].attributes.office = nil
    guard let country = lexicon.entry(drafts[place].entity)?.country else { return }
    drafts[place].attributes.country = country
    drafts[place].attributes.office = lexicon.offices[index].id(for: Self.bareSlug(country))
    drafts[place].pattern = .office(index)
  }

  /// «نظيره العراقي»: the office named last, in the state named here.
  private mutating func resolveCounterparts() {
    var last: Int?
    for place in drafts.indices {
      if case .office(let index)? = drafts[place].pattern { last = index }
      guard drafts[place].open == .counterpart, let last,
        let country = drafts[place].attributes.country
      else { continue }
      let office = lexicon.offices[last].id(for: Self.bareSlug(country))
      drafts[place].entity = office
      drafts[place].attributes.office = office
      drafts[place].open = .holder
    }
  }

  /// An office whose holder the text names elsewhere is that person.
  private mutating func resolveHolders() {
    var holders: [EntityID: Set<EntityID>] = [:]
    for draft in drafts where draft.category == .person {
      if let office = draft.attributes.office { holders[office, default: []].insert(draft.entity) }
    }
    for place in drafts.indices where drafts[place].open == .holder {
      guard let office = drafts[place].attributes.office, let found = holders[office],
        found.count == 1, let person = found.first
      else { continue }
      drafts[place].entity = person
      drafts[place].category = .person
      drafts[place].attributes.isAnaphoric = true
      drafts[place].attributes.isAnonymous = false
    }
  }

  /// «المسؤول»، «المصادر»: the last source of the sort and number that was described.
  private mutating func resolveSources() {
    struct Sort: Hashable {
      var noun: RoleNoun
      var isPlural: Bool
    }
    var last: [Sort: EntityAttributes] = [:]
    var entities: [Sort: EntityID] = [:]
    var dropped: Set<Int> = []
    for place in drafts.indices where drafts[place].category == .source {
      guard let noun = drafts[place].attributes.roleNoun else { continue }
      let sort = Sort(noun: noun, isPlural: drafts[place].attributes.isPlural)
      guard case .source(_, let isSure)? = drafts[place].open else {
        last[sort] = drafts[place].attributes
        entities[sort] = drafts[place].entity
        continue
      }
      if let entity = entities[sort], let attributes = last[sort] {
        drafts[place].entity = entity
        drafts[place].attributes.institution = attributes.institution
        drafts[place].attributes.country = attributes.country
        drafts[place].attributes.isAnaphoric = true
      } else if !isSure {
        dropped.insert(place)
      }
    }
    drafts = drafts.indices.filter { !dropped.contains($0) }.map { drafts[$0] }
  }

  /// «وزارة الدفاع الأميركية (البنتاغون)»: one mention.
  private mutating func mergeAppositions() {
    var merged: [MentionDraft] = []
    for draft in drafts {
      if var last = merged.last, last.entity == draft.entity, last.category == draft.category,
        draft.category != .nationality, !draft.attributes.followsConjunction,
        isApposition(from: last.tokens.upperBound, to: draft.tokens.lowerBound)
      {
        last.tokens = last.tokens.lowerBound..<draft.tokens.upperBound
        merged[merged.count - 1] = last
      } else {
        merged.append(draft)
      }
    }
    drafts = merged
  }

  private func isApposition(from end: Int, to start: Int) -> Bool {
    guard (0...1).contains(start - end) else { return false }
    return (end..<start).allSatisfy { isMark($0, in: Marks.quotes) }
  }
}
