internal import ArabicDates

extension TriggerFinder {
  /// The word that carries a verbal noun: in سيبدأ في تقليص the verb بدأ.
  ///
  /// It is the nearest word on the left, in the same clause, whose complements include the
  /// preposition before the noun. A noun joined by "and" shares the governor of the one before.
  func governor(of trigger: Trigger, after triggers: [Trigger]) -> Governor? {
    if trigger.preposition == "-", trigger.reading.hasConjunction,
      let first = triggers.last(where: { !$0.entry.isSpeech || $0.isVerb }),
      first.clause == trigger.clause, !first.isVerb, trigger.token - first.token <= 14,
      !(first.token..<trigger.token).contains(where: isTopicPreposition)
    {
      return first.governor
    }
    let clause = clauses[trigger.clause]
    let start = max(clause.tokens.lowerBound, trigger.token - Self.reach)
    var index = trigger.token - 1
    if trigger.preposition != "-", trigger.reading.preposition == nil { index -= 1 }
    while index >= start {
      if let governor = candidate(at: index, for: trigger) { return governor }
      index -= 1
    }
    return subjectGovernor(of: trigger)
  }

  private static let reach = 16

  private func candidate(at index: Int, for trigger: Trigger) -> Governor? {
    let isFinite = context.finite[index]
    var speech: Governor?
    for reading in context.readings[index] {
      if reading.isVerb != isFinite { continue }
      let entry = context.entry(reading)
      guard takes(entry, trigger, from: index) else { continue }
      // وقعت اشتباكات is no signing: an event governs only in a reading that its objects allow.
      if entry.isEvent,
        !context.satisfies(
          entry, at: index, in: clauses[trigger.clause].tokens, after: 10, before: 0)
      {
        continue
      }
      if reading.form.shape == .nominal, trigger.preposition == "-" {
        // Nouns take a direct complement only in a construct: خطة سحب القوات.
        guard isConstruct(index, trigger.token), !reading.isDefinite else { continue }
      }
      if trigger.preposition == "-", reading.isVerb, entry.role != .light,
        isHeadedByNoun(trigger.token, after: index)
      {
        continue
      }
      // توقّع is a word of speech too; what it says of the event matters more.
      let governor = Governor(token: index, reading: reading, entry: entry)
      guard entry.isSpeech else { return governor }
      speech = speech ?? governor
    }
    return speech
  }

  /// What stands after these is a topic, not a part of the list before.
  private func isTopicPreposition(_ index: Int) -> Bool {
    ["حول", "بشان", "بعد", "قبل", "خلال", "عقب", "منذ", "بسبب", "ضد"]
      .contains(context.tokens[index].folded)
  }

  private func takes(_ entry: LexicalEntry, _ trigger: Trigger, from index: Int) -> Bool {
    if entry.complements.contains(trigger.preposition) { return true }
    guard trigger.preposition == "-", trigger.reading.hasConjunction else { return false }
    // The preposition stands before the first of the list: على مرحلة جديدة وتغيير ….
    return (index + 1..<trigger.token).contains {
      entry.complements.contains(context.tokens[$0].folded)
    }
  }

  /// Whether nothing but transparent words stands between the parts of a construct.
  private func isConstruct(_ index: Int, _ token: Int) -> Bool {
    (index + 1..<token).allSatisfy { Self.transparent.contains(context.tokens[$0].folded) }
  }

  /// Nouns that add nothing to the verbal noun after them.
  static let transparent: WordSet = [
    "موعد", "تاريخ", "تفاصيل", "اليه", "مراحل", "ملف", "مساله", "قضيه", "مسار", "احتمال",
    "اعنف", "ثاني", "ثالث", "احدث", "سلسه",
    "اعاده", "عمليه", "عمليات", "مزيد", "المزيد", "من", "بعض", "عدم", "مرحله", "تنفيذ", "بدء",
    "عده",
    "سلسله", "جميع", "كل", "كافه", "اي", "«", "\"", "“",
  ]

  /// Whether the noun before the trigger is an indefinite one that would be its construct's head:
  /// in لضمان انتقال the transition is what is to be ensured, not what a verb before takes.
  private func isHeadedByNoun(_ token: Int, after verb: Int) -> Bool {
    guard let before = context.wordBefore(token, in: verb + 1..<token) else { return false }
    let word = context.tokens[before].folded
    if context.entityIndex[before] != nil || context.dateIndex[before] != nil { return false }
    if context.quantityIndex[before] != nil || context.tokens[before].kind == .number {
      return false
    }
    if Self.transparent.contains(word) || word.hasPrefix("ال") || word.hasSuffix("ا") {
      return false
    }
    return !context.readings[before].contains { $0.hasPronoun }
  }

  /// Light verbs whose subject the event is: الانسحاب سيتم على مرحلتين.
  private static let intransitive: WordSet = ["تم", "جري", "وقع", "حدث", "حصل"]

  /// Verbs of beginning and going on have the event as their subject: ستستمر العمليات، العمليات ستستمر.
  private func subjectGovernor(of trigger: Trigger) -> Governor? {
    guard trigger.preposition == "-" || trigger.reading.hasConjunction else { return nil }
    let clause = clauses[trigger.clause]
    let end = min(clause.tokens.upperBound, trigger.token + 6)
    for index in trigger.token + 1..<max(end, trigger.token + 1) {
      guard context.finite[index] else { continue }
      for reading in context.readings[index] where reading.isVerb {
        let entry = context.entry(reading)
        var carries = false
        if case .aspect = entry.role { carries = true }
        if entry.role == .light, Self.intransitive.contains(entry.lemma) { carries = true }
        if carries { return Governor(token: index, reading: reading, entry: entry) }
      }
      return nil
    }
    return nil
  }
}
