internal import ArabicDates
internal import TarikhModel

/// Finds the subject of a verb or verbal noun.
struct SubjectFinder {
  let context: ArticleContext
  let sentence: Range<Int>

  private static let reach = 28

  /// Where the sentence begins behind its dateline: «الكويت - كونا: استقبل …», «نواكشوط: قال …».
  ///
  /// Nothing before the last colon or dash there is anybody's subject.
  private func opening(before token: Int) -> Int {
    var start = sentence.lowerBound
    for index in sentence.prefix(12).prefix(while: { $0 < token }) {
      if context.finite[index] || FunctionWords.complementizers.contains(context.bare[index]) {
        break
      }
      if Self.datelineEnds.contains(context.tokens[index].folded) { start = index + 1 }
    }
    return start
  }

  private static let datelineEnds: WordSet = [":", "-", "–", "—", "/", ")"]

  /// The doer after a verb, up to where its content or a preposition begins.
  ///
  /// - Parameters:
  ///   - limit: the end of the clause or the opener of the content.
  ///   - acceptsNames: whether words that no lexicon knows may name the doer.
  func subject(after token: Int, limit: Int, acceptsNames: Bool) -> Speaker? {
    let end = min(limit, token + Self.reach)
    var words: [Int] = []
    var index = token + 1
    while index < end {
      let word = context.tokens[index]
      if word.kind == .punctuation {
        // «اتهمت سلطات الإقليم "مجموعات …"»: nor does a name go on in a quotation.
        if !words.isEmpty,
          FunctionWords.commas.contains(word.folded)
            || FunctionWords.openQuotes.contains(word.folded)
        {
          break
        }
        index += 1
        continue
      }
      if let position = context.entityIndex[index] {
        let mention = context.entities[position]
        if mention.attributes.proclitic != nil { break }
        if !words.isEmpty, mention.category == .place || mention.category == .state {
          // «نقابة أطباء السودان»: the country is part of a name that no lexicon has.
          guard acceptsNames else { break }
          words += mention.tokens
          index = mention.tokens.upperBound
          continue
        }
        if canSpeak(mention) {
          return Speaker(inApposition(to: position, before: end), in: context)
        }
        if mention.category != .nationality { break }
        words.append(index)
      } else if context.dateIndex[index] != nil || Self.adverbs.contains(word.folded) {
        // قال أمس الوزير: a date may stand before the subject.
      } else if isPrepositionWithPronoun(context.bare[index]) {
        // كشف عنه مسؤول: so may what was disclosed.
        if !words.isEmpty { break }
      } else if !words.isEmpty, FunctionWords.quantifiers.contains(word.folded) {
        // «طالبت البعثة جميع الأطراف»: everybody is who is spoken to.
        break
      } else if isBoundary(word.folded, at: index)
        || (context.quantityIndex[index] != nil && !words.isEmpty)
      {
        break
      } else {
        words.append(index)
      }
      index += 1
    }
    guard acceptsNames else { return nil }
    return ranked(after: words, before: end) ?? named(words)
  }

  /// «مدير التوجيه المعنوي بالجيش الكويتي العميد محمد السالم»: whoever bears the rank speaks,
  /// however long his post is.
  private func ranked(after words: [Int], before end: Int) -> Speaker? {
    guard let last = words.last else { return nil }
    var index = last + 1
    while index < end {
      let word = context.tokens[index]
      if FunctionWords.commas.contains(word.folded) || context.finite[index]
        || FunctionWords.complementizers.contains(context.bare[index])
      {
        return nil
      }
      guard let position = context.entityIndex[index] else {
        index += 1
        continue
      }
      let mention = context.entities[position]
      if mention.category == .person, mention.attributes.proclitic == nil,
        Self.ranks.contains(context.tokens[mention.tokens.lowerBound].folded)
          || Self.ranks.contains(context.tokens[mention.tokens.lowerBound - 1].folded)
      {
        return Speaker(position, in: context)
      }
      index = mention.tokens.upperBound
    }
    return nil
  }

  /// Ranks and forms of address that stand right before a name and after a post.
  private static let ranks: WordSet = [
    "الفريق", "اللواء", "العميد", "العقيد", "المقدم", "الرائد", "النقيب", "الملازم", "الجنرال",
    "الادميرال", "الكولونيل", "الدكتور", "الدكتوره", "المهندس", "السيد", "السيده", "الشيخ",
    "الاستاذ",
  ]

  private static let adverbs: WordSet = ["ايضا", "كذلك", "مجددا", "القول", "بدوره", "قائلا"]

  /// Whether a preposition carries a pronoun, as in خلاله and عنه.
  private func isPrepositionWithPronoun(_ word: Word) -> Bool {
    FunctionWords.pronouns.contains { pronoun in
      word.hasSuffix(pronoun)
        && FunctionWords.prepositions.contains(word.dropLast(pronoun.count))
    }
  }

  private func isBoundary(_ word: Word, at index: Int) -> Bool {
    let bare = context.bare[index]
    if FunctionWords.quantifiers.contains(bare), bare.hasSuffix("ا") { return true }
    // «نفت الوزارة صحة ما تداولته صفحات»: what is denied is no part of a name.
    if ["ما", "مما", "صحه", "اي", "الانباء", "انباء"].contains(word) { return true }
    // «طالبت المجتمع الدولي بالتدخل»: no name goes on with a preposition.
    if word.count > 4, bare.hasPrefix("بال") || bare.hasPrefix("لل") { return true }
    return FunctionWords.prepositions.contains(bare)
      || FunctionWords.complementizers.contains(bare) || FunctionWords.relatives.contains(bare)
      || context.finite[index]
      || context.readings[index].contains { !$0.isVerb && endsSubject($0) }
  }

  /// A noun with a preposition, or one that names an event, begins what is done or said.
  private func endsSubject(_ reading: Reading) -> Bool {
    if reading.preposition != nil { return true }
    switch context.entry(reading).role {
    case .event, .light, .aspect, .plan, .expectation, .obligation: return true
    default: return false
    }
  }

  private func canSpeak(_ mention: EntityMention) -> Bool {
    switch mention.category {
    case .nationality, .base, .mission: false
    case .place: mention.attributes.asActor != nil
    default: true
    }
  }

  /// A name set off by commas after an office: المتحدث باسم الوزارة، فلان الفلاني، ….
  private func inApposition(to position: Int, before end: Int) -> Int {
    let mention = context.entities[position]
    guard position + 1 < context.entities.count, mention.category != .person else {
      return position
    }
    let next = context.entities[position + 1]
    let gap = mention.tokens.upperBound..<max(mention.tokens.upperBound, next.tokens.lowerBound)
    let isClose =
      gap.count <= 2 && next.tokens.lowerBound < end
      && gap.allSatisfy { context.tokens[$0].kind == .punctuation }
    return isClose && next.category == .person ? position + 1 : position
  }

  /// The source after عن: «نقلت وكالة … عن مسؤولين».
  func source(after token: Int, limit: Int) -> Speaker? {
    for index in token + 1..<max(token + 1, min(limit, token + 14))
    where context.tokens[index].folded == "عن" && index + 1 < limit {
      return context.entityIndex[index + 1].map { Speaker($0, in: context) }
    }
    return nil
  }

  /// Words after "according to": سلطات المدينة، مكتبه الإعلامي.
  func named(_ range: Range<Int>) -> Speaker? {
    let words = range.filter {
      context.tokens[$0].kind == .word && !["ما", "لما"].contains(context.tokens[$0].folded)
    }
    guard let first = words.first, let last = words.prefix(4).last else { return nil }
    let name = words.prefix(4).map(context.text.letters).joined(separator: " ")
    let span = context.tokens[first].range.lowerBound..<context.tokens[last].range.upperBound
    return Speaker(
      entity: EntityID(rawValue: "unresolved:\(name)"), words: context.text[span],
      isAnonymous: false, mention: nil, institution: nil)
  }

  /// «رئيس لجنة الأمن والدفاع النيابية كريم عليوي»: a long post, and the name that ends it.
  private func holder(_ words: [Int]) -> Speaker? {
    guard words.count >= 4, Self.posts.contains(context.tokens[words[0]].folded),
      let last = words.last, words == Array(words[0]...last)
    else { return nil }
    var start = last - 1
    if Self.nameParticles.contains(context.tokens[start].folded) { start -= 1 }
    guard start > words[0] + 1 else { return nil }
    let given = context.tokens[start].folded
    guard !given.hasPrefix("ال"), !given.hasSuffix("ه"), !given.hasSuffix("ات"),
      given.count >= 3, context.readings[start].isEmpty
    else { return nil }
    return named(start..<last + 1)
  }

  private static let posts: WordSet = [
    "رييس", "رييسه", "مدير", "مديره", "عضو", "نايب", "امين", "قايد", "محافظ", "مسوول", "ممثل",
    "والي", "وكيل", "مستشار", "منسق", "منسقه", "مفوض", "سفير", "عميد", "نقيب", "مندوب", "متحدث",
    "المتحدث", "الناطق", "ناطق", "المتحدثه", "باحث", "استاذ", "خبير", "كبير", "قايمقام", "عمده",
  ]
  private static let nameParticles: WordSet = ["بن", "ولد", "ابو", "ابي", "عبد", "ال", "بو"]

  /// Words that no lexicon knows still name somebody.
  private func named(_ words: [Int]) -> Speaker? {
    if let holder = holder(words) { return holder }
    let chosen = words.prefix(5).prefix { !isMasdar(context.tokens[$0].folded) }
    guard let first = chosen.first, let last = chosen.last else { return nil }
    let opening = context.tokens[first].folded
    // وجوده، قواته: what is somebody's own is an object.
    if context.readings[first].contains(where: { $0.hasPronoun && !$0.isVerb }) { return nil }
    guard context.quantityIndex[first] == nil, context.tokens[first].kind == .word,
      opening.count > 2, !opening.hasSuffix("ا"), !opening.hasPrefix("ل"),
      !opening.hasPrefix("ب"), !FunctionWords.demonstratives.contains(opening)
    else { return nil }
    let name = chosen.map(context.text.letters).joined(separator: " ")
    let range = context.tokens[first].range.lowerBound..<context.tokens[last].range.upperBound
    return Speaker(
      entity: EntityID(rawValue: "unresolved:\(name)"), words: context.text[range],
      isAnonymous: !context.tokens[first].folded.hasPrefix("ال"), mention: nil, institution: nil)
  }

  /// Whether the word is cut like the verbal noun of the second form, تأجيل: it begins an object.
  private func isMasdar(_ word: Word) -> Bool {
    word.count == 5 && word.first == "ت" && word.letter(3) == "ي"
  }

  /// The doer before a verb: مصادر مطلعة على الاجتماعات قالت إن ….
  func subject(before token: Int, in clause: Range<Int>) -> Speaker? {
    let start = max(clause.lowerBound, token - Self.reach, opening(before: token))
    var index = start
    while index < token {
      if let position = context.entityIndex[index] {
        let mention = context.entities[position]
        let isFree = mention.attributes.proclitic == nil && !isAfterPreposition(index)
        if isFree, canSpeak(mention) {
          return Speaker(inApposition(to: position, before: token), in: context)
        }
        index = max(index + 1, mention.tokens.upperBound)
      } else {
        index += 1
      }
    }
    return nil
  }

  /// Whether the subject stands before the verb: after an auxiliary, after "that", or touching it.
  func precedes(_ token: Int, in clause: Clause) -> Bool {
    if clause.link == .complement,
      context.wordBefore(token, in: clause.tokens).map({
        FunctionWords.complementizers.contains(
          context.bare[$0])
      }) == false
    {
      return true
    }
    let start = min(token, max(clause.tokens.lowerBound, opening(before: token)))
    if context.wordBefore(token, in: start..<token).map({ context.entityIndex[$0] != nil }) == true
    {
      return true
    }
    return clause.tokens.prefix(12).prefix { $0 < token }.contains {
      FunctionWords.auxiliaries.contains(
        context.bare[$0])
    }
  }

  /// The name that a relative clause describes: the last before it.
  func antecedent(before opener: Int) -> Speaker? {
    for index in (max(sentence.lowerBound, opener - 4)..<max(opener, sentence.lowerBound))
      .reversed()
    {
      guard let position = context.entityIndex[index] else { continue }
      let mention = context.entities[position]
      guard canSpeak(mention), mention.category != .place else { return nil }
      return Speaker(position, in: context)
    }
    return nil
  }

  /// Words between "that" and the verb which no lexicon knows: أن مسؤولا دفاعيا قال.
  func unnamed(before token: Int, in clause: Clause) -> Speaker? {
    let opener = clause.tokens.lowerBound
    guard FunctionWords.complementizers.contains(context.bare[opener]), token - opener > 1,
      token - opener <= 6
    else { return nil }
    var speaker = named(opener + 1..<token)
    speaker?.isAnonymous = !context.tokens[opener + 1].folded.hasPrefix("ال")
    return speaker
  }

  /// Whether "according to" stands before the verb: وفق ما أعلنته.
  func isIntroduced(_ token: Int) -> Bool {
    BareSources(context: context, sentence: sentence, clauses: []).introduces(token)
  }

  /// Whose paper speaks: «أفاد بلاغ لوزارة الداخلية»، «ذكر بيان صادر عن الجيش».
  func issuer(after token: Int, limit: Int) -> Speaker? {
    guard token + 1 < limit, Self.papers.contains(context.bare[token + 1]) else { return nil }
    for index in token + 2..<max(token + 2, min(limit, token + 7)) {
      if FunctionWords.commas.contains(context.tokens[index].folded) { return nil }
      guard let position = context.entityIndex[index] else { continue }
      let mention = context.entities[position]
      guard canSpeak(mention), mention.category != .document else { continue }
      let before = context.bare[index - 1]
      let isIssued = before == "عن" || before == "من" || index == token + 2
      return mention.attributes.proclitic == .lam || isIssued
        ? Speaker(position, in: context) : nil
    }
    return nil
  }

  private static let papers: WordSet = [
    "بيان", "بلاغ", "تقرير", "مذكره", "منشور", "رساله", "تصريح", "تعميم", "خبر", "اعلان", "تغريده",
    "تدوينه", "برقيه",
  ]

  /// The paper that speaks: «جاء في البيان المشترك»، «البيان الصادر في …».
  func document(after token: Int, limit: Int) -> Speaker? {
    document(in: token + 1..<max(min(limit, token + 10), token + 1))
  }

  /// «جاء في بيان لوزارة الخارجية»: whose paper it is.
  func issuerOfPaper(after token: Int, limit: Int) -> Speaker? {
    for index in token + 1..<max(token + 1, min(limit, token + 4)) {
      if let found = issuer(after: index, limit: limit) { return found }
    }
    return nil
  }

  func document(before token: Int) -> Speaker? {
    document(in: max(sentence.lowerBound, token - 10)..<token)
  }

  private func document(in range: Range<Int>) -> Speaker? {
    for index in range {
      guard let position = context.entityIndex[index] else { continue }
      if context.entities[position].category == .document { return Speaker(position, in: context) }
    }
    // A paper that the lexicon lacks: «جاء في التقرير السنوي».
    let paper = range.first { index in
      context.readings[index].contains {
        context.entry($0).role == .noun(.document) && !$0.isVerb
      }
    }
    return paper.flatMap { named($0..<min($0 + 2, range.upperBound)) }
  }

  private func isAfterPreposition(_ index: Int) -> Bool {
    context.isAfterPreposition(index, in: sentence)
  }
}

extension Speaker {
  init(_ position: Int, in context: ArticleContext) {
    self.init(context.entities[position], index: position)
  }
}
