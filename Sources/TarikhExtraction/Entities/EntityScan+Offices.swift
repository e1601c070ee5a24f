internal import ArabicDates
internal import TarikhModel

/// Offices, posts and titles, with the name that follows them.
extension EntityScan {
  /// «وزير الدفاع العراقي ثابت العباسي»: head, state, modifiers, name.
  mutating func composeOffice(_ phrase: PhraseMatch, _ index: Int, _ form: HeadForm) -> Int? {
    if hasPronoun(phrase.tokens.lowerBound) { return nil }
    var end = skipModifiers(from: phrase.tokens.upperBound)
    guard let reference = state(at: end, after: form) ?? stateOfBody(at: end) else {
      if form.needsState { return nil }
      let bare = unresolved(phrase.tokens, reading: phrase.reading)
      return addHolder(
        of: Office(id: bare, open: .office(index)), words: phrase.tokens.lowerBound..<end,
        phrase.reading, canBeAlone: form.isDefinite)
    }
    end = skipModifiers(from: reference.end)
    let first = office(index, reference.state)
    end =
      addHolder(
        of: first, words: phrase.tokens.lowerBound..<end, phrase.reading, canBeAlone: true) ?? end
    while let joined = joinedState(at: end) {
      end =
        addHolder(
          of: office(index, joined.state), words: joined.phrase.tokens, joined.phrase.reading,
          canBeAlone: true) ?? joined.phrase.tokens.upperBound
    }
    return end
  }

  /// «واتهم رئيسه البرلمان»: with a pronoun, and not رئيسة, whose ة folds alike.
  func hasPronoun(_ place: Int) -> Bool {
    ["رييسه", "وزيره", "نايبه", "مديره", "زعيمه", "ممثله", "مندوبه"].contains {
      word(place).hasSuffix($0)
    }
      && text.scalars[text.tokens[place].range].contains("\u{647}")
  }

  /// The state of a body after ل: «رئيس هيئة الأركان للجيش الأردني».
  private func stateOfBody(at place: Int) -> StateReference? {
    guard phrase(at: place)?.reading.proclitic == .lam, let body = body(at: place),
      let country = body.country, body.category != .state,
      let state = lexicon.stateIndexes[Self.bareSlug(country)]
    else { return nil }
    return StateReference(state: state, end: body.end)
  }

  /// An office on its way.
  struct Office {
    var id: EntityID
    var country: EntityID?
    var institution: EntityID?
    var open: OpenQuestion?
    var isSpokesperson = false
    var isAnonymous = false
    /// The id where nobody is named: of the source, for spokespersons.
    var source: EntityID?
    var pattern: PatternUse?
  }

  private func office(_ index: Int, _ state: Int) -> Office {
    let owner = lexicon.states[state]
    return Office(
      id: lexicon.offices[index].id(for: owner.slug),
      country: lexicon.entries[owner.entry].id, pattern: .office(index))
  }

  func isOfficeModifier(_ place: Int) -> Bool {
    let word = word(place)
    return !word.isEmpty && lexicon.words.officeModifiers.contains(word)
  }

  private func skipModifiers(from place: Int) -> Int {
    var end = place
    while isOfficeModifier(end) { end += 1 }
    return end
  }

  /// Adds the person named after the words of an office, or the office itself.
  mutating func addHolder(
    of office: Office, words tokens: Range<Int>, _ reading: WordReading, canBeAlone: Bool
  ) -> Int? {
    let title = words(tokens)
    if let name = personName(after: tokens.upperBound, confidence: .office) {
      let entity = name.entity ?? unresolved(name.tokens)
      return add(
        entity, .person, tokens.lowerBound..<name.end, reading: reading, open: office.open,
        pattern: office.pattern
      ) {
        $0.office = office.id
        $0.country = office.country
        $0.institution = office.institution
        $0.title = title
        $0.name = name.tokens
        if office.isSpokesperson { $0.roleNoun = .spokesperson }
      }
    }
    guard canBeAlone else { return nil }
    return add(
      office.source ?? office.id, office.isSpokesperson ? .source : .office, tokens,
      reading: reading, open: office.open ?? .holder, pattern: office.pattern
    ) {
      $0.office = office.id
      $0.country = office.country
      $0.institution = office.institution
      $0.title = title
      $0.isAnonymous = office.isAnonymous
      if office.isSpokesperson { $0.roleNoun = .spokesperson }
    }
  }

  /// «المتحدث باسم البنتاغون شون بارنيل», «قائد الجيش السوداني»: post, body, name.
  mutating func composePost(_ phrase: PhraseMatch, _ post: PostEntry) -> Int? {
    if hasPronoun(phrase.tokens.lowerBound) { return nil }
    let place = skipModifiers(from: phrase.tokens.upperBound)
    guard let body = body(at: place) ?? nationalBody(at: place, post) else {
      guard let name = personName(after: place, confidence: .title) else {
        return composeSpokesperson(phrase, post, bodyAt: place)
      }
      return addTitled(phrase, name, titleEnd: place, institution: nil, country: nil)
    }
    var end = body.end
    // A closing quotation mark belongs to the body, not to the name after it.
    if isMark(end, in: Marks.quotes), isMark(place, in: Marks.quotes) { end += 1 }
    end = skipModifiers(from: endOfApposition(end, body.entity))
    let bare = Self.bareSlug(body.entity)
    // The commander of a command is named once: «قائد عمليات ديالى».
    let isCommand = post.slug.hasSuffix("commander") && bare.hasSuffix("-command")
    let owner = isCommand ? String(bare.dropLast("-command".count)) : bare
    var office = Office(
      id: EntityID(rawValue: "office:\(owner)-\(post.slug)"), country: body.country,
      institution: body.entity, open: body.open)
    if case .institution(let index)? = body.open { office.open = .institution(index) }
    if post.isSpokesperson {
      office.isSpokesperson = true
      office.isAnonymous = !post.isDefinite
      office.source = EntityID(rawValue: "source:\(body.slug)-\(post.slug)")
    }
    return addHolder(
      of: office, words: phrase.tokens.lowerBound..<end, phrase.reading, canBeAlone: true)
  }

  /// «المتحدث العسكري الإسرائيلي»: a state in place of a body.
  private func nationalBody(at place: Int, _ post: PostEntry) -> BodyReference? {
    let form = HeadForm(isDefinite: post.isDefinite, needsState: true, isDual: false)
    guard let reference = state(at: place, after: form) else { return nil }
    let owner = lexicon.states[reference.state]
    let country = lexicon.entries[owner.entry].id
    return BodyReference(
      entity: country, category: .state, end: reference.end, country: country, open: nil,
      slug: owner.adjectiveSlug)
  }

  /// «القيادي البارز في تنظيم داعش، عمر …», «الجنرال براون».
  mutating func composeTitle(_ phrase: PhraseMatch, _ title: TitleEntry) -> Int? {
    var end = skipModifiers(from: phrase.tokens.upperBound)
    var country: EntityID?
    let form = HeadForm(isDefinite: true, needsState: true, isDual: false)
    if let reference = state(at: end, after: form) {
      country = lexicon.entries[lexicon.states[reference.state].entry].id
      end = skipModifiers(from: reference.end)
    }
    var institution: BodyReference?
    if title.kind == .role {
      institution = linkedBody(at: end)
      end = institution?.end ?? end
    }
    let confidence: NameConfidence = title.kind == .role ? .office : .title
    let isCounterpart = title.slug == "counterpart" && country != nil
    guard let name = personName(after: end, confidence: confidence) else {
      return isCounterpart ? addCounterpart(phrase, end, country) : nil
    }
    return addTitled(
      phrase, name, titleEnd: end, institution: institution, country: country)
  }

  /// «نظيره العراقي»: the holder of the office named before, in another state.
  private mutating func addCounterpart(
    _ phrase: PhraseMatch, _ end: Int, _ country: EntityID?
  ) -> Int {
    let tokens = phrase.tokens.lowerBound..<end
    return add(
      unresolved(tokens, reading: phrase.reading), .office, tokens, reading: phrase.reading,
      open: .counterpart
    ) { $0.country = country }
  }

  private mutating func addTitled(
    _ phrase: PhraseMatch, _ name: PersonName, titleEnd: Int, institution: BodyReference?,
    country: EntityID?
  ) -> Int {
    let title = words(phrase.tokens.lowerBound..<titleEnd)
    let entity = name.entity ?? unresolved(name.tokens)
    return add(
      entity, .person, phrase.tokens.lowerBound..<name.end, reading: phrase.reading
    ) {
      $0.title = title
      $0.name = name.tokens
      $0.institution = institution?.entity
      $0.country = country ?? institution?.country
    }
  }

  /// A body after في، داخل، من، لدى or with ب: «في وزارة الدفاع».
  func linkedBody(at place: Int) -> BodyReference? {
    let links: WordSet = ["في", "داخل", "من", "لدي", "ضمن", "عن"]
    var start = place
    while links.contains(word(start)), start < place + 2 { start += 1 }
    guard let body = body(at: start) else { return nil }
    let isPlace = [.place, .base, .state, .nationality].contains(body.category)
    let isGovernment =
      body.open != nil || start > place || phrase(at: start)?.reading.proclitic == .ba
    return isPlace || !isGovernment ? nil : body
  }
}
