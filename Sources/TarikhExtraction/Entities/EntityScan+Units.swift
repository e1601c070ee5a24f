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
      lexicon.words.unitNouns.contains(noun)
    else { return nil }
    let head = noun.hasPrefix("ال") ? noun : "ال" + noun
    let id = EntityID(rawValue: "unresolved:\(head) \(text.tokens[end].folded)")
    return add(id, .force, phrase.tokens.lowerBound..<end + 1, reading: phrase.reading)
  }

  /// «رئيس حكومة الوحدة الوطنية»: no head of a state's government, but of the body named.
  mutating func composeSplitPost(_ phrase: PhraseMatch) -> Int? {
    let last = phrase.tokens.upperBound - 1
    guard phrase.tokens.count == 2, let body = longestMatch(at: last, readings(last)),
      body.tokens.upperBound > phrase.tokens.upperBound, body.reading.letters == 0,
      entity(of: body) != nil,
      let node = lexicon.trie.step(from: TokenTrie<LexiconItem>.root, along: phrase.reading.word)
    else { return nil }
    for case .post(let index) in lexicon.trie.items(at: node) {
      phraseAt[last] = Int32(phrases.count)
      phrases.append(body)
      let head = PhraseMatch(
        tokens: phrase.tokens.lowerBound..<last, reading: phrase.reading,
        items: [.post(index)])
      return composePost(head, lexicon.posts[index])
    }
    return nil
  }

  private func readings(_ place: Int) -> [WordReading] {
    WordReading.readings(of: word(place), in: lexicon.trie)
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
}
