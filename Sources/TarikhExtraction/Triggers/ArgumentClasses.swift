internal import ArabicDates

extension ArticleContext {
  /// The classes of the nouns and names at a token: what a lexicon entry's `needs` refer to.
  func classes(at index: Int) -> Set<String> {
    var result: Set<String> = []
    if ["تحت", "خارج"].contains(tokens[index].folded) { result.insert("area") }
    for reading in readings[index] where !reading.isVerb {
      if case .noun(let name) = entry(reading).role { result.insert(name) }
    }
    if let entity = entity(at: index) { result.formUnion(Self.classes(of: entity)) }
    if quantityIndex[index] != nil || tokens[index].kind == .number { result.insert("number") }
    return result
  }

  private static func classes(of mention: EntityMention) -> [String] {
    switch mention.category {
    case .force, .group: ["force"]
    case .base: ["base", "place"]
    case .place: ["place", "city"]
    case .state: ["state"]
    case .institution, .organization, .party: ["institution"]
    case .coalition: ["alliance", "mission", "institution"]
    case .mission: ["mission", "campaign"]
    case .office: ["office", "person"]
    case .person: ["person"]
    case .document: ["document", "accord"]
    case .source: ["source", "person"]
    case .outlet: ["media", "institution"]
    case .nationality: []
    }
  }

  /// Whether the words near a trigger allow its entry's reading.
  ///
  /// - Parameters:
  ///   - after: how far its objects may stand behind it.
  ///   - before: how far its subject may stand before it.
  func satisfies(
    _ entry: LexicalEntry, at index: Int, in range: Range<Int>, after: Int, before: Int
  ) -> Bool {
    let following = index + 1..<min(range.upperBound, index + 1 + after)
    if !entry.excludes.isEmpty {
      // «مناطق سيطرة» is an area; «السيطرة على المنطقة» is an event.
      let objects = entry.excludes.subtracting(["area"])
      for token in following.prefix(4) where !objects.isDisjoint(with: classes(at: token)) {
        return false
      }
      // وقف إطلاق النار، مناطق سيطرة، مذكرة اعتقال: the head makes another thing of it.
      let heads = entry.excludes.intersection(["ceasefire", "area", "law"])
      if index > range.lowerBound, !heads.isDisjoint(with: classes(at: index - 1)) { return false }
      // وقف فوري لإطلاق النار
      if heads.contains("ceasefire"),
        (max(range.lowerBound, index - 3)..<index).contains(where: {
          classes(at: $0).contains("ceasefire")
        })
      {
        return false
      }
      if before > 0 {
        for token in max(range.lowerBound, index - before)..<index
        where entry.excludes.contains("influence") && classes(at: token).contains("influence") {
          return false
        }
      }
    }
    if entry.needs.isEmpty { return true }
    let bearers = entry.excludes.intersection(["delegation", "person", "office"])
    for token in following {
      let classes = classes(at: token)
      // «وصل إلى الرباط وفد عسكري»: the first to be named is who came.
      if !bearers.isDisjoint(with: classes) { return false }
      if !entry.needs.isDisjoint(with: classes) { return true }
    }
    let preceding = max(range.lowerBound, index - before)..<index
    for token in preceding where !entry.needs.isDisjoint(with: classes(at: token)) { return true }
    return false
  }
}
