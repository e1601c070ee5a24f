internal import ArabicDates

extension ArticleContext {
  /// Works the classes of every token out once; triggers look at their neighbours again and again.
  func findClasses() -> [NounClasses] {
    tokens.indices.map { index in
      var result: NounClasses = Self.areaPrepositions.contains(tokens[index].folded) ? .area : []
      for reading in readings[index] where !reading.isVerb {
        if case .noun(let named) = entry(reading).role { result.formUnion(named) }
      }
      if let position = entityIndex[index] {
        result.formUnion(Self.classes(of: entities[position].category))
      }
      if quantityIndex[index] != nil || tokens[index].kind == .number { result.insert(.number) }
      return result
    }
  }

  private static let areaPrepositions: WordSet = ["تحت", "خارج"]

  private static func classes(of category: EntityCategory) -> NounClasses {
    switch category {
    case .force, .group: .force
    case .base: [.base, .place]
    case .place: [.place, .city]
    case .state: .state
    case .institution, .organization, .party: .institution
    case .coalition: [.alliance, .mission, .institution]
    case .mission: [.mission, .campaign]
    case .office: [.office, .person]
    case .person: .person
    case .document: [.document, .accord]
    case .source: [.source, .person]
    case .outlet: [.media, .institution]
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
    let preceding = max(range.lowerBound, index - before)..<index
    if isExcluded(entry, at: index, in: range, following, preceding) { return false }
    if entry.needs.isEmpty { return true }
    let bearers = entry.excludes.intersection([.delegation, .person, .office])
    for token in following {
      // «وصل إلى الرباط وفد عسكري»: the first to be named is who came.
      if !bearers.isDisjoint(with: classes[token]) { return false }
      if !entry.needs.isDisjoint(with: classes[token]) { return true }
    }
    return preceding.contains { !entry.needs.isDisjoint(with: classes[$0]) }
  }

  /// Whether a neighbour makes another thing of the word.
  private func isExcluded(
    _ entry: LexicalEntry, at index: Int, in range: Range<Int>, _ following: Range<Int>,
    _ preceding: Range<Int>
  ) -> Bool {
    if entry.excludes.isEmpty { return false }
    // «مناطق سيطرة» is an area; «السيطرة على المنطقة» is an event.
    let objects = entry.excludes.subtracting(.area)
    if following.prefix(4).contains(where: { !objects.isDisjoint(with: classes[$0]) }) {
      return true
    }
    // وقف إطلاق النار، مناطق سيطرة، مذكرة اعتقال: the head makes another thing of it.
    let heads = entry.excludes.intersection([.ceasefire, .area, .law])
    if index > range.lowerBound, !heads.isDisjoint(with: classes[index - 1]) { return true }
    // وقف فوري لإطلاق النار
    if heads.contains(.ceasefire),
      (max(range.lowerBound, index - 3)..<index).contains(where: {
        classes[$0].contains(.ceasefire)
      })
    {
      return true
    }
    return entry.excludes.contains(.influence)
      && preceding.contains { classes[$0].contains(.influence) }
  }
}
