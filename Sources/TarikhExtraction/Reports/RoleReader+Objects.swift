internal import ArabicDates
internal import TarikhModel

/// What a verb or its noun is done to, by whom in a clause behind it, and against whom words are.
extension RoleReader {
  /// Verbs whose object is the other side of a meeting.
  private static let meets: WordSet = ["التقي", "استقبل", "هاتف", "استضاف", "زار"]
  /// Verbs whose object is the land or base that is left.
  private static let leaves: WordSet = ["غادر", "اخلي", "ترك"]
  /// Verbs whose object is the land that is taken.
  private static let takes: WordSet = [
    "استعاد", "حرر", "احتل", "استرد", "انتزع", "طهر", "خسر", "اقتحم", "اجتاح", "حاصر", "غزا", "دخل",
    "قصف", "استهدف",
  ]

  /// Names that stand without a preposition behind a verb: «التقى، الثلاثاء، قائد الجيش».
  func addObjects(of trigger: Trigger, kind: ReportKind, to result: inout [Participant]) {
    let clause = clauses[trigger.clause].tokens
    let end = min(clause.upperBound, trigger.token + 24)
    for index in trigger.token + 1..<max(end, trigger.token + 1) {
      guard let position = context.entityIndex[index] else { continue }
      let mention = context.entities[position]
      guard index == mention.tokens.lowerBound, mention.attributes.proclitic == nil,
        mention.category != .nationality, !context.isAfterPreposition(index, in: sentence)
      else { continue }
      let lemma = trigger.entry.lemma
      let place = place(of: mention)
      let isNew = !result.contains { $0.entity == mention.entity || $0.entity == place }
      if kind == .meeting, Self.meets.contains(lemma), trigger.isVerb, stands(index, after: trigger)
      {
        if lemma == "زار", let place, mention.category != .person {
          append(.place, place, mention.words, to: &result)
        } else if isNew, mention.category != .place || mention.attributes.asActor != nil {
          append(
            .actor, mention.attributes.asActor ?? mention.entity, mention.words, to: &result)
        }
      } else if kind == .withdrawal, Self.leaves.contains(lemma), let place, isNew,
        result.contains(where: { $0.role == .actor }) || !trigger.isVerb
          || mention.category != .state
      {
        append(.origin, place, mention.words, to: &result)
        append(.place, place, mention.words, to: &result)
      } else if kind == .control || kind == .attack, Self.takes.contains(lemma), let place, isNew,
        mention.category == .place || mention.category == .base
      {
        append(.place, place, mention.words, to: &result)
      } else if kind == .handover, mention.category == .base, isNew {
        append(.object, mention.entity, mention.words, to: &result)
      }
    }
  }

  /// Whether a name begins an object: right behind the subject, a date or a comma.
  private func stands(_ index: Int, after trigger: Trigger) -> Bool {
    let before = index - 1
    guard before > trigger.token else { return finderPutsSubjectBefore(trigger) }
    return context.tokens[before].kind == .punctuation || context.dateIndex[before] != nil
      || context.entityIndex[before] != nil
  }

  private func finderPutsSubjectBefore(_ trigger: Trigger) -> Bool {
    finder.precedes(trigger.token, in: clauses[trigger.clause])
  }

  /// «تدخّلت روسيا عسكريا، ونشرت …»: the subject of the verb before goes on, where they agree.
  func carriedOn(to trigger: Trigger) -> Speaker? {
    guard trigger.reading.hasConjunction, !trigger.reading.form.isPassive, trigger.clause > 0,
      trigger.entry.role != .event(.casualty)
    else { return nil }
    let before = clauses[trigger.clause - 1]
    guard let verb = before.verb,
      clauses[trigger.clause].link == before.link || before.link == .main,
      context.bare[verb].hasSuffix("ت") == context.bare[trigger.token].hasSuffix("ت")
    else { return nil }
    let subject =
      finder.precedes(verb, in: before)
      ? finder.subject(before: verb, in: before.tokens)
      : finder.subject(after: verb, limit: before.tokens.upperBound, acceptsNames: false)
    guard let subject, let mention = subject.mention,
      ![.source, .document, .outlet].contains(context.entities[mention].category)
    else { return nil }
    return subject
  }

  /// «قصف نفذته القوات»، «هجوم شنّه التنظيم»: whoever a clause behind the noun names.
  func agent(of trigger: Trigger) -> Speaker? {
    let end = min(sentence.upperBound, trigger.token + 9)
    for index in trigger.token + 1..<max(end, trigger.token + 1) where context.finite[index] {
      let word = context.bare[index]
      guard Self.objects.contains(where: word.hasSuffix),
        context.readings[index].contains(where: {
          $0.isVerb && Self.commits.contains(context.entry($0).lemma)
        })
      else { return nil }
      return finder.subject(
        after: index, limit: min(sentence.upperBound, index + 8), acceptsNames: true)
    }
    return nil
  }

  private static let objects: [Word] = ["ه", "ها"]
  private static let commits: WordSet = ["نفذ", "شن", "ارتكب", "اطلق", "قاد", "تبني", "خاض"]

  /// «مقتل أربعة من عناصر التنظيم»، «إصابة خمسة جنود من الجيش»: to whom those belong.
  func addVictims(of trigger: Trigger, to result: inout [Participant]) {
    guard !result.contains(where: { $0.role == .victim }) else { return }
    let end = min(sentence.upperBound, trigger.token + 9)
    for index in trigger.token + 1..<max(end, trigger.token + 1) {
      if FunctionWords.commas.contains(context.tokens[index].folded) || context.finite[index] {
        return
      }
      let word = context.bare[index]
      if FunctionWords.prepositions.contains(word), word != "من" { return }
      guard let position = context.entityIndex[index] else { continue }
      let mention = context.entities[position]
      guard mention.tokens.lowerBound == index, mention.attributes.proclitic == nil else { return }
      switch mention.category {
      case .force, .group, .party, .institution, .organization, .person, .coalition, .office:
        append(.victim, mention.attributes.asActor ?? mention.entity, mention.words, to: &result)
        return
      default: continue
      }
    }
  }

  /// Nouns whose construct names who is hunted: «لتعقب فلول التنظيم»، «عمليات مكافحة التنظيم».
  private static let hunts: WordSet = [
    "تعقب", "ملاحقه", "مطارده", "مكافحه", "محاربه", "قتال", "استهداف", "دحر", "هزيمه", "القضاء",
  ]

  /// Whether whoever is hunted is named next: «لملاحقة».
  func isHunt(_ word: Word) -> Bool {
    Self.hunts.contains(word) || word.hasPrefix("ل") && Self.hunts.contains(word.dropFirst())
  }

  /// Whoever an operation or mission is directed at.
  func addHunted(by trigger: Trigger, to result: inout [Participant]) {
    let end = min(sentence.upperBound, trigger.token + 14)
    for index in trigger.token + 1..<max(end, trigger.token + 1) {
      let word = context.bare[index]
      guard isHunt(word) else { continue }
      for place in index + 1..<min(sentence.upperBound, index + 4) {
        guard let mention = context.entity(at: place), mention.tokens.lowerBound == place,
          mention.category == .group || mention.category == .person || mention.category == .force
        else { continue }
        append(.target, mention.entity, mention.words, to: &result)
        return
      }
    }
  }

  /// «نشر 300 عنصر من الحرس الوطني»: those who are moved belong to whom «من» names.
  func addMoved(of trigger: Trigger, to result: inout [Participant]) {
    guard !trigger.isVerb, !result.contains(where: { $0.role == .actor }) else { return }
    let end = min(sentence.upperBound, trigger.token + 8)
    for index in trigger.token + 1..<max(end, trigger.token + 1) {
      if FunctionWords.commas.contains(context.tokens[index].folded) || context.finite[index] {
        return
      }
      guard let mention = context.entity(at: index), mention.tokens.lowerBound == index,
        [.force, .group, .institution, .coalition].contains(mention.category),
        context.wordBefore(index, in: sentence).map({ context.bare[$0] }) == "من"
      else { continue }
      append(.actor, mention.entity, mention.words, to: &result)
      return
    }
  }

  /// Offices change hands by somebody's act and for somebody.
  func addOfficeRoles(of trigger: Trigger, to result: inout [Participant]) {
    let lemma = trigger.entry.lemma
    if Self.accedes.contains(lemma) {
      if let holder = result.first(where: { $0.role == .actor }) {
        append(.person, holder.entity, holder.text, to: &result)
      }
      return
    }
    guard Self.appoints.contains(lemma) else { return }
    let doer = result.first { $0.role == .actor }
    if let doer { append(.by, doer.entity, doer.text, to: &result) }
    let end = min(sentence.upperBound, trigger.token + 12)
    for index in trigger.token + 1..<max(end, trigger.token + 1) {
      guard let mention = context.entity(at: index), mention.tokens.lowerBound == index,
        mention.category == .person || mention.category == .office,
        mention.entity != doer?.entity
      else { continue }
      append(.person, mention.entity, mention.words, to: &result)
      return
    }
  }

  private static let appoints: WordSet = [
    "عين", "اقال", "كلف", "اعفي", "نصب", "عزل", "رقي", "انهي", "سحب", "منح", "حجب", "رشح", "انتخب",
    "اطاح",
  ]
  private static let accedes: WordSet = [
    "استقال", "تولي", "تسلم", "ادي", "تنحي", "فاز", "ترشح", "غادر", "ترك",
  ]

  /// At whom a stance is taken: «اتهم فلان البرلمان بـ»، «ندّدت بالحكومة».
  func targets(of act: SpeechAct) -> [Participant] {
    guard act.kind == .reaction else { return [] }
    for index in act.introduction.dropFirst() {
      guard let position = context.entityIndex[index], position != act.speaker.mention else {
        continue
      }
      let mention = context.entities[position]
      guard index == mention.tokens.lowerBound, mention.category != .nationality,
        mention.category != .place || mention.attributes.asActor != nil
      else { continue }
      let before = context.wordBefore(index, in: sentence).map { context.bare[$0] } ?? ""
      let isDirect =
        index - 1 == act.token || context.entityIndex[index - 1] != nil
        || context.dateIndex[index - 1] != nil
      guard isDirect || before == "من" || before == "علي",
        mention.attributes.proclitic == nil || mention.attributes.proclitic == .ba
      else { continue }
      let entity = mention.attributes.asActor ?? mention.entity
      guard entity != act.speaker.entity else { continue }
      return [Participant(role: .target, entity: entity, text: mention.words)]
    }
    return []
  }
}
