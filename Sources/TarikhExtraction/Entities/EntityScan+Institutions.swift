internal import ArabicDates
internal import TarikhModel

/// Institutions named without their state: «وزارة الدفاع»، «الجيش».
extension EntityScan {
  /// Of the state whose body was named last, else next; else of the state that the text is about.
  mutating func resolveInstitutions() {
    let known = uses { if case .institution(let index) = $0 { index } else { nil } }
    let mainState = mainState()
    for place in drafts.indices {
      guard case .institution(let index)? = drafts[place].open else { continue }
      let same = nearest(place, known[index])
      let isNamedBefore = same.map { $0 < place } ?? false
      // An embassy stands for another state than the one that the text is about.
      let isAbroad = ["embassy", "consulate"].contains(lexicon.institutions[index].suffix)
      let own =
        isAbroad ? nil : ruler(before: place, isNamedBefore: isNamedBefore) ?? frame(of: place)
      let match = own ?? same
      let country =
        match.flatMap { drafts[$0].attributes.country } ?? (isAbroad ? nil : mainState)
      guard let country else { continue }
      let slug = Self.bareSlug(country)
      settle(place, institution: lexicon.institutions[index].id(for: slug), country: country)
    }
  }

  /// The office or institution of a state that the same sentence named before: «وزير الدفاع
  /// الإسرائيلي إن الجيش».
  ///
  /// A foreign minister speaks of other states' bodies as well: where the text has named such a
  /// body, the minister does not count.
  private func ruler(before place: Int, isNamedBefore: Bool) -> Int? {
    for other in stride(from: place - 1, through: max(0, place - 4), by: -1) {
      if isSentenceEnd(between: other, and: place) { return nil }
      guard let pattern = drafts[other].pattern, drafts[other].attributes.country != nil else {
        continue
      }
      if isNamedBefore, isForeign(pattern) { continue }
      return other
    }
    return nil
  }

  private func isForeign(_ pattern: PatternUse) -> Bool {
    switch pattern {
    case .institution(let index): ["mfa", "embassy"].contains(lexicon.institutions[index].suffix)
    case .office(let index):
      ["foreign-minister", "ambassador"].contains(lexicon.offices[index].suffix)
    }
  }

  /// «وفي النيجر، …»: the state that the sentence is set in.
  private func frame(of place: Int) -> Int? {
    for other in stride(from: place - 1, through: max(0, place - 6), by: -1) {
      if isSentenceEnd(between: other, and: place) { return nil }
      let start = drafts[other].tokens.lowerBound
      guard ["في", "وفي"].contains(word(start - 1)), drafts[other].attributes.country != nil,
        [.state, .place].contains(drafts[other].category)
      else { continue }
      if start < 2 || word(start - 2).isEmpty && !isMark(start - 2, in: Marks.commas) {
        return other
      }
    }
    return nil
  }

  func isSentenceEnd(between first: Int, and second: Int) -> Bool {
    let gap = drafts[first].tokens.upperBound..<drafts[second].tokens.lowerBound
    return gap.contains { text.tokens[$0].kind == .lineBreak || isMark($0, in: Marks.stops) }
  }

  /// The state that a text names clearly more than any other, itself or by what is in it.
  func mainState() -> EntityID? {
    var counts: [EntityID: Int] = [:]
    for draft in drafts where !draft.attributes.isAnaphoric {
      let country = draft.attributes.country ?? draft.attributes.asActor
      if let country { counts[country, default: 0] += 1 }
    }
    let most = counts.sorted { ($0.value, $1.key.rawValue) > ($1.value, $0.key.rawValue) }
    guard let first = most.first, first.value >= 3 else { return nil }
    let second = most.dropFirst().first?.value ?? 0
    return first.value * 2 >= second * 3 ? first.key : nil
  }

  mutating func settle(_ place: Int, institution: EntityID, country: EntityID?) {
    drafts[place].attributes.country = country
    drafts[place].attributes.isAnaphoric = true
    switch drafts[place].category {
    case .source, .office, .person:
      renameOffice(place, institution)
      drafts[place].attributes.institution = institution
    default:
      drafts[place].entity = institution
    }
    drafts[place].open = drafts[place].category == .person ? nil : .holder
  }

  /// «الناطق باسم الجيش»: the id of the post had the words, and gets the body.
  private mutating func renameOffice(_ place: Int, _ institution: EntityID) {
    guard let old = drafts[place].attributes.institution,
      let office = drafts[place].attributes.office
    else { return }
    let prefix = "office:" + Self.bareSlug(old) + "-"
    guard office.rawValue.hasPrefix(prefix) else { return }
    let post = office.rawValue.dropFirst(prefix.count)
    let new = EntityID(rawValue: "office:\(Self.bareSlug(institution))-\(post)")
    drafts[place].attributes.office = new
    if drafts[place].entity == office { drafts[place].entity = new }
  }
}
