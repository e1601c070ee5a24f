internal import ArabicDates
internal import TarikhModel

/// Finds the words of a sentence that name events and acts of speech.
struct TriggerFinder {
  let context: ArticleContext
  let sentence: Range<Int>
  let clauses: [Clause]

  /// At most one event and one act of speech per word, in reading order.
  ///
  /// - Complexity: O(*n*) in the length of the sentence: every look around is bounded.
  func find() -> [Trigger] {
    var triggers: [Trigger] = []
    for (position, clause) in clauses.enumerated() {
      for index in clause.tokens where !context.readings[index].isEmpty {
        if context.dateIndex[index] != nil || isInsideName(index) { continue }
        // «فضّل عدم الكشف عن هويته»: nothing is disclosed.
        if index > sentence.lowerBound, FunctionWords.disclosures.contains(context.bare[index]),
          context.bare[index - 1] == "عدم"
        {
          continue
        }
        if context.withholdsName(index, in: sentence) { continue }
        if FunctionWords.amongThem.contains(context.bare[index]) { continue }
        guard var trigger = trigger(at: index, clause: position) else { continue }
        if !trigger.isVerb {
          trigger.governor = governor(of: trigger, after: triggers)
          trigger.outer = trigger.governor.flatMap {
            outer(of: $0, clause: position, after: [])
          }
        }
        triggers.append(trigger)
      }
    }
    let carriers = Set(triggers.compactMap { $0.entry.isEvent ? $0.governor?.token : nil })
    return withoutDoubles(triggers.filter { !(carriers.contains($0.token) && isAlsoAspect($0)) })
  }

  /// «وصول تعزيزات»، «توقيع ثلاث اتفاقيات»: two nouns in construct name one event.
  private func withoutDoubles(_ triggers: [Trigger]) -> [Trigger] {
    var result: [Trigger] = []
    for trigger in triggers {
      if let last = result.last, last.entry.isEvent, !last.isVerb, !trigger.isVerb,
        last.entry.role == trigger.entry.role, last.entry.role != .event(.casualty),
        trigger.reading.preposition == nil, !trigger.reading.hasConjunction,
        (last.token + 1..<trigger.token).allSatisfy({ context.quantityIndex[$0] != nil })
      {
        continue
      }
      result.append(trigger)
    }
    return result
  }

  /// بدأ carries the reduction in بدأ الجيش في تقليص مهمته; it is no beginning of a mission.
  private func isAlsoAspect(_ trigger: Trigger) -> Bool {
    guard trigger.entry.role == .event(.mission) else { return false }
    return context.readings[trigger.token].contains {
      if case .aspect = context.entry($0).role { true } else { false }
    }
  }

  /// Words of a name are no events: «حركة تحرير السودان»، «اتفاقية الإطار الاستراتيجي».
  private func isInsideName(_ index: Int) -> Bool {
    guard let entity = context.entity(at: index) else { return false }
    switch entity.category {
    case .nationality, .source: return false
    // شنّت عملية المخلب: to launch what has a name is an operation all the same.
    case .mission: return index != entity.tokens.lowerBound || !isLaunched(index)
    case .document where context.tokens[index].folded.hasSuffix("صادر"): return false
    default: return true
    }
  }

  private func trigger(at index: Int, clause position: Int) -> Trigger? {
    let clause = clauses[position]
    let isFinite = context.finite[index]
    let reach = clause.link == .relative ? sentence : clause.tokens
    var best: (reading: Reading, rank: Int)?
    for reading in context.readings[index] where isFinite == reading.isVerb {
      let entry = context.entry(reading)
      guard entry.isSpeech || entry.isEvent else { continue }
      guard isUsable(reading, at: index, opening: clause) else { continue }
      // «الاحتلال» by itself is what many papers call Israel; «ما تبقى من» is a rest.
      if !reading.isVerb, reading.isDefinite, entry.lemma == "احتل" { continue }
      if entry.isEvent, entry.lemma == Self.rest, index > sentence.lowerBound,
        context.bare[index - 1] == "ما"
      {
        continue
      }
      guard isKnown(entry, at: index) || isSatisfied(entry, reading, at: index, in: reach) else {
        continue
      }
      // An entry whose argument is there is surer than one that asks for none.
      let rank = (entry.needs.isEmpty ? 0 : 2) + (entry.isEvent ? 1 : 0)
      if best.map({ rank > $0.rank }) ?? true { best = (reading, rank) }
    }
    guard let best else { return nil }
    return Trigger(
      token: index, clause: position, reading: best.reading, entry: context.entry(best.reading),
      preposition: preposition(of: best.reading, at: index),
      isAnaphoric: isAnaphoric(index), governor: nil, outer: nil)
  }

  private static let rest: Word = "بقي"

  /// تلك العمليات: what sort of operations was said before.
  private func isKnown(_ entry: LexicalEntry, at index: Int) -> Bool {
    guard entry.role == .event(.operation) else { return false }
    return isAnaphoric(index) || isLaunched(index)
  }

  /// شنّت عملية «…»: what is launched is one whatever it is called.
  private func isLaunched(_ index: Int) -> Bool {
    (max(sentence.lowerBound, index - 6)..<index).contains { place in
      context.finite[place]
        && context.readings[place].contains { Self.launches.contains(context.entry($0).lemma) }
    }
  }

  private static let launches: WordSet = ["شن", "نفذ", "اطلق"]

  private func isSatisfied(
    _ entry: LexicalEntry, _ reading: Reading, at index: Int, in range: Range<Int>
  ) -> Bool {
    guard entry.requires.isEmpty || isFollowed(index, by: entry.requires) else { return false }
    let takesFarObject = entry.isSpeech || entry.role == .event(.agreement)
    let after =
      !reading.isVerb && !entry.isSpeech ? objectReach(at: index) : takesFarObject ? 18 : 10
    // مغادرة البلاد: whose leaving it is may stand before the noun.
    let looksBack =
      reading.isVerb || entry.role == .event(.withdrawal) || entry.lemma == "صدر"
      || Self.spreading.contains(entry.lemma)
    let before = looksBack ? 8 : entry.needs.contains(.number) ? 4 : 0
    return context.satisfies(entry, at: index, in: range, after: after, before: before)
  }

  /// «وحدات من الجيش بدأت بالانتشار»: who spreads out may stand before the noun.
  private static let spreading: WordSet = ["انتشر", "تموضع", "تمركز"]

  /// How far the object of a noun may stand behind it.
  ///
  /// «سحب ما يصل إلى 10 آلاف جندي» goes on up to the end of its figure.
  private func objectReach(at index: Int) -> Int {
    for place in (index + 1)..<max(index + 1, min(sentence.upperBound, index + 6)) {
      if let quantity = context.quantityIndex[place] {
        return max(5, min(10, context.quantities[quantity].tokens.upperBound - index))
      }
    }
    return 5
  }

  /// Whether one of the words stands behind, before the next verb: «سجّل المتحدث أن …».
  private func isFollowed(_ index: Int, by words: Set<Word>) -> Bool {
    for place in (index + 1)..<max(index + 1, min(sentence.upperBound, index + 12)) {
      let word = context.tokens[place].folded
      if words.contains(word) { return true }
      if words.contains("ب"), context.bare[place].hasPrefix("ب"), word.count > 3 { return true }
      if words.contains("ان"), FunctionWords.complementizers.contains(word) { return true }
      if context.finite[place] { return false }
    }
    return false
  }

  private func isUsable(_ reading: Reading, at index: Int, opening clause: Clause) -> Bool {
    if index + 1 < sentence.upperBound, context.tokens[index + 1].folded == "عدم",
      context.entry(reading).role == .speech(.demand)
    {
      return false
    }
    if reading.form.shape == .participle {
      return clause.link == .participial && clause.verb == index
    }
    if reading.form.shape == .jussive {
      // لم يردّ before لم يُرِد: the short form yields to a verb that is spelled so anyway.
      let hasPlain = context.readings[index].contains {
        $0.isVerb && $0.form.shape != .jussive && $0.hasConjunction == reading.hasConjunction
      }
      return !hasPlain && context.isNegated(index, in: sentence)
    }
    // ل before a present is a purpose: ليقود.
    return !(reading.isVerb && reading.preposition != nil)
  }

  private func isAnaphoric(_ index: Int) -> Bool {
    guard index > sentence.lowerBound else { return false }
    let word = context.bare[index - 1]
    return FunctionWords.demonstratives.contains(word)
  }

  private func preposition(of reading: Reading, at index: Int) -> Word {
    if let joined = reading.preposition { return joined }
    var place = index
    for _ in 0..<3 {
      guard let before = context.wordBefore(place, in: sentence) else { return "-" }
      let word = context.bare[before]
      if FunctionWords.prepositions.contains(word) { return word }
      guard Self.transparent.contains(word), word != "من" else { return "-" }
      place = before
    }
    return "-"
  }

  /// A chain of nouns carried by each other: «ضرورة إجراء انتخابات».
  func outer(of governor: Governor, clause: Int, after triggers: [Trigger]) -> Governor? {
    guard governor.reading.form.shape == .nominal else { return nil }
    let noun = Trigger(
      token: governor.token, clause: clause, reading: governor.reading, entry: governor.entry,
      preposition: preposition(of: governor.reading, at: governor.token), isAnaphoric: false,
      governor: nil, outer: nil)
    return self.governor(of: noun, after: triggers)
  }
}
