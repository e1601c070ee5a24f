internal import ArabicDates
internal import TarikhModel

/// Forces known by a number, and posts whose body has a longer name than the phrase.
extension EntityScan {
  /// «اللواء 444»: with a number after it no rank, but a brigade.
  mutating func composeNumberedUnit(_ phrase: PhraseMatch) -> Int? {
    let end = phrase.tokens.upperBound
    guard phrase.tokens.count == 1, text.tokens.indices.contains(end),
      text.tokens[end].kind == .number,
      let noun = folded(phrase.tokens, reading: phrase.reading).first,
      lexicon.words.unitNouns.contains(Word(noun))
    else { return nil }
    let head = noun.hasPrefix("ال") ? noun : "ال" + noun
    let id = EntityID(rawValue: "unresolved:\(head) \(text.letters(of: end))")
    return add(id, .force, phrase.tokens.lowerBound..<end + 1, reading: phrase.reading)
  }

  /// «رئيس حكومة الوحدة الوطنية»: no head of a state's government, but of the body named.
  mutating func composeSplitPost(_ phrase: PhraseMatch) -> Int? {
    guard phrase.tokens.count == 2, let head = firstWord(of: phrase) else { return nil }
    let last = phrase.tokens.upperBound - 1
    let rest = longestMatch(at: last, profiles[last].names)
    // «واتهم رئيسه البرلمان»: a subject with a pronoun, then an object.
    let isApart = hasPronoun(phrase.tokens.lowerBound)
    if !isApart {
      guard let rest, rest.tokens.upperBound > phrase.tokens.upperBound,
        rest.reading.letters == 0, entity(of: rest) != nil
      else { return nil }
    }
    for item in head.items {
      let end: Int?
      switch item {
      case .post(let index) where !isApart:
        rematch(last, rest)
        end = composePost(head, lexicon.posts[index])
      case .ownPost(let index) where isApart:
        rematch(last, rest)
        end = composeOwnPost(head, lexicon.posts[index]) ?? last
      default: continue
      }
      if let end { return end }
    }
    return nil
  }

  private mutating func rematch(_ place: Int, _ match: PhraseMatch?) {
    guard let match else { return }
    phraseAt[place] = Int32(phrases.count)
    phrases.append(match)
  }

  /// The first word of a phrase as a phrase of its own.
  private func firstWord(of phrase: PhraseMatch) -> PhraseMatch? {
    guard
      let node = lexicon.trie.step(from: TokenTrie<LexiconItem>.root, along: phrase.reading.word)
    else { return nil }
    return PhraseMatch(
      tokens: phrase.tokens.lowerBound..<phrase.tokens.lowerBound + 1, reading: phrase.reading,
      items: lexicon.trie.items(at: node))
  }

  /// «متحدث باسم الفصائل»: a spokesperson of a body that the lexicon lacks.
  mutating func composeSpokesperson(
    _ phrase: PhraseMatch, _ post: PostEntry, bodyAt place: Int
  ) -> Int? {
    guard post.isSpokesperson, word(place).hasPrefix("ال"),
      word(place - 1) == "باسم" || word(place - 1) == "بلسان"
    else { return nil }
    let tokens = phrase.tokens.lowerBound..<place + 1
    return add(
      unresolved(tokens, reading: phrase.reading), .source, tokens, reading: phrase.reading
    ) {
      $0.roleNoun = .spokesperson
      $0.isAnonymous = !post.isDefinite
    }
  }

  /// «رئيسها»، «المتحدث باسمه»: the post in the body that the sentence named last.
  mutating func composeOwnPost(_ phrase: PhraseMatch, _ post: PostEntry) -> Int? {
    // رئيسة folds like رئيسه.
    let last = text.tokens[phrase.tokens.upperBound - 1].range
    if text.scalars[last].contains("\u{629}") { return nil }
    guard let owner = lastBody(before: phrase.tokens.lowerBound) else { return nil }
    let bare = Self.bareSlug(owner.entity)
    var office = Office(
      id: EntityID(rawValue: "office:\(bare)-\(post.slug)"), country: owner.country,
      institution: owner.entity)
    if post.isSpokesperson {
      office.isSpokesperson = true
      office.source = EntityID(rawValue: "source:\(bare)-\(post.slug)")
    }
    return addHolder(of: office, words: phrase.tokens, phrase.reading, canBeAlone: true)
  }

  /// How many tokens back a pronoun looks for its body.
  private static let bodyReach = 40

  /// The last body among the few mentions before `place`, in the same sentence; of a source the
  /// body that it belongs to.
  private func lastBody(before place: Int) -> (entity: EntityID, country: EntityID?)? {
    for draft in drafts.suffix(3).reversed() {
      let gap = min(draft.tokens.upperBound, place)..<place
      if gap.count > Self.bodyReach { return nil }
      let isApart = gap.contains {
        text.tokens[$0].kind == .lineBreak || isMark($0, in: Marks.stops)
      }
      if isApart { return nil }
      let isResolved = !draft.entity.rawValue.hasPrefix("unresolved:")
      switch draft.category {
      case .institution, .organization, .group, .party, .coalition, .force:
        if isResolved { return (draft.entity, draft.attributes.country) }
      case .source, .office, .person:
        if let body = draft.attributes.institution, !body.rawValue.hasPrefix("unresolved:") {
          return (body, draft.attributes.country)
        }
      default: continue
      }
    }
    return nil
  }
}
