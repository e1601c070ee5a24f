internal import ArabicDates
internal import TarikhModel

/// Finds who and what takes part in an event, and where.
struct RoleReader {
  let context: ArticleContext
  let sentence: Range<Int>
  let clauses: [Clause]
  let finder: SubjectFinder

  private static let reach = 30

  func participants(of trigger: Trigger, kind: ReportKind) -> [Participant] {
    var result: [Participant] = []
    let clause = clauses[trigger.clause]
    let end = min(clause.tokens.upperBound, trigger.token + Self.reach)
    if let target = object(of: trigger, limit: end) {
      add(kind == .casualty ? .victim : .target, target, to: &result)
    } else if let doer = doer(of: trigger, clause: clause) {
      let role = role(ofSubject: trigger, clause)
      add(role, armed(doer, of: trigger, kind), to: &result)
      addJoined(to: doer, as: role, &result)
      if role == .target, let attacker = attacker(after: trigger, limit: end) {
        add(.actor, attacker, to: &result)
      }
    }
    addCompanion(of: trigger, kind: kind, end: end, to: &result)
    addPlaces(of: trigger, kind: kind, end: end, to: &result)
    addObjects(of: trigger, kind: kind, to: &result)
    addPlaceBefore(trigger, kind: kind, to: &result)
    if kind == .casualty { addVictims(of: trigger, to: &result) }
    if kind == .operation || kind == .mission { addHunted(by: trigger, to: &result) }
    if [.deployment, .withdrawal, .handover].contains(kind) { addMoved(of: trigger, to: &result) }
    if kind == .office { addOfficeRoles(of: trigger, to: &result) }
    if kind == .mission { addMissions(of: trigger, end: end, to: &result) }
    return result
  }

  /// Who is named as the subject acts, unless it came to harm or was exposed to an attack.
  private func role(ofSubject trigger: Trigger, _ clause: Clause) -> Participant.Role {
    if isAffected(trigger, clause) { return .victim }
    let carrier = trigger.governor?.entry.lemma ?? trigger.entry.lemma
    let isAttack = trigger.entry.role == .event(.attack) || trigger.entry.role == .event(.operation)
    return isAttack && carrier == "تعرض" ? .target : .actor
  }

  /// Whether the subject is who came to harm.
  ///
  /// قتل is written alike in the active and the passive: before a number or after no named
  /// subject it is passive.
  private func isAffected(_ trigger: Trigger, _ clause: Clause) -> Bool {
    guard case .event(.casualty) = trigger.entry.role else { return trigger.entry.affectsSubject }
    if !trigger.isVerb || trigger.reading.form.isPassive { return true }
    guard trigger.entry.affectsSubject else { return false }
    let isAmbiguous = ["قتل", "جرح"].contains(trigger.entry.lemma)
    return !isAmbiguous || !finder.precedes(trigger.token, in: clause)
  }

  private func doer(of trigger: Trigger, clause: Clause) -> Speaker? {
    let limit = clause.tokens.upperBound
    if trigger.isVerb {
      // «الهجوم الذي استهدف دورية»: what is described does it, and the noun behind suffers it.
      if isDescribed(trigger, clause) { return antecedent(of: clause) }
      if let speaker = pronoun(before: trigger, in: clause) { return speaker }
      if finder.precedes(trigger.token, in: clause) {
        return finder.subject(before: trigger.token, in: clause.tokens)
      }
      return finder.subject(after: trigger.token, limit: limit, acceptsNames: true)
        ?? finder.subject(before: trigger.token, in: clause.tokens)
        ?? antecedent(of: clause) ?? carriedOn(to: trigger)
    }
    if let own = possessor(of: trigger, limit: limit) { return own }
    if let agent = agent(of: trigger) { return agent }
    guard let governor = trigger.governor else { return nil }
    switch (governor.entry.role, trigger.entry.role) {
    case (.speech(.demand), _):
      if let asked = asked(between: governor.token, and: trigger.token) { return asked }
    // «أعلنت الوزارة مقتل جنديين»: whoever tells of harm did not do it.
    case (.speech, .event(.casualty)), (.speech, .event(.attack)): return nil
    default: break
    }
    if governor.reading.isVerb, !finder.precedes(governor.token, in: clause),
      let after = finder.subject(after: governor.token, limit: trigger.token, acceptsNames: true)
    {
      return after
    }
    return finder.subject(after: governor.token, limit: trigger.token, acceptsNames: false)
      ?? finder.subject(before: governor.token, in: clause.tokens)
  }

  /// «أعلنت الجبهة أنها استهدفت مواقع»: the pronoun of "that" takes up who speaks.
  private func pronoun(before trigger: Trigger, in clause: Clause) -> Speaker? {
    let opener = clause.tokens.lowerBound
    guard clause.link == .complement, trigger.token == opener + 1,
      FunctionWords.pronouns.contains(where: context.bare[opener].hasSuffix),
      let parent = clause.parent.map({ clauses[$0] }), let verb = parent.verb, verb < opener
    else { return nil }
    if finder.precedes(verb, in: parent) {
      return finder.subject(before: verb, in: parent.tokens)
    }
    return finder.subject(after: verb, limit: opener, acceptsNames: true)
  }

  /// «طلبت النيجر من الجيش الألماني مغادرة …»: the one asked is to do it.
  private func asked(between governor: Int, and trigger: Int) -> Speaker? {
    for index in governor + 1..<max(trigger, governor + 1)
    where context.tokens[index].folded == "من" && index + 1 < trigger {
      if let position = context.entityIndex[index + 1] { return Speaker(position, in: context) }
    }
    return nil
  }

  /// Whether the verb stands right behind «الذي» and takes up what that describes as its subject.
  private func isDescribed(_ trigger: Trigger, _ clause: Clause) -> Bool {
    let opener = clause.tokens.lowerBound
    guard clause.link == .relative, trigger.token == opener + 1, !trigger.reading.hasPronoun,
      FunctionWords.relatives.contains(context.bare[opener]),
      trigger.token + 1 < clause.tokens.upperBound
    else { return false }
    // «التي سيطر عليها التنظيم»: the pronoun takes it up in another way.
    let next = context.bare[trigger.token + 1]
    return !FunctionWords.pronouns.contains { pronoun in
      next.hasSuffix(pronoun)
        && FunctionWords.prepositions.contains(next.dropLast(pronoun.count))
    }
  }

  private func antecedent(of clause: Clause) -> Speaker? {
    clause.link == .relative ? finder.antecedent(before: clause.tokens.lowerBound) : nil
  }

  /// Masdars whose construct names who or what suffers them: «استهداف القوات», «اعتقال فلان».
  private static let suffered: WordSet = [
    "استهدف", "هاجم", "اغتال", "اعتقل", "اقتحم", "حاصر", "اختطف", "خطف", "احتجز", "صفي",
  ]

  private func object(of trigger: Trigger, limit: Int) -> Speaker? {
    guard !trigger.isVerb, Self.suffered.contains(trigger.entry.lemma),
      // «هجوم القوات» is theirs, «مهاجمة القوات» is done to them.
      !isAssault(context.bare[trigger.token])
    else { return nil }
    let possessor = possessor(of: trigger, limit: limit)
    // «استهداف مسيّرة إسرائيلية خيمة»: an adjective says whose weapon it was.
    let isAdjective = possessor?.mention.map { context.entities[$0].category == .nationality }
    return isAdjective == true ? nil : possessor
  }

  private func isAssault(_ word: Word) -> Bool {
    (0...3).contains { joined in
      let stem = word.dropFirst(joined)
      return stem.hasPrefix("هجوم") || stem.hasPrefix("هجمات")
    }
  }

  /// Whose act a noun tells, as in «انسحاب القوات الأميركية»، «الانسحاب الأميركي».
  private func possessor(of trigger: Trigger, limit: Int) -> Speaker? {
    let next = trigger.token + 1
    guard next < limit else { return nil }
    for index in next..<min(limit, next + 4) {
      let word = context.bare[index]
      if FunctionWords.prepositions.contains(word)
        || FunctionWords.prepositions.contains(context.tokens[index].folded)
        || FunctionWords.commas.contains(word) || isHunt(word)
      {
        return nil
      }
      guard let position = context.entityIndex[index] else { continue }
      let mention = context.entities[position]
      guard mention.attributes.proclitic == nil else { return nil }
      switch mention.category {
      case .force, .group, .state, .institution, .coalition, .person, .organization, .party:
        return Speaker(position, in: context)
      case .nationality where index <= next + 1:
        guard let country = mention.attributes.asActor ?? mention.attributes.country else {
          return nil
        }
        var speaker = Speaker(position, in: context)
        speaker.entity = country
        return speaker
      default: continue
      }
    }
    return nil
  }

  func add(_ role: Participant.Role, _ speaker: Speaker, to result: inout [Participant]) {
    let text = speaker.words ?? speaker.entity.rawValue
    let participant = Participant(role: role, entity: speaker.entity, text: text)
    if !result.contains(where: { $0.role == role && $0.entity == participant.entity }) {
      result.append(participant)
    }
    // «الطرفان»: both.
    guard let mention = speaker.mention else { return }
    for party in context.entities[mention].attributes.parties {
      append(role, party, text, to: &result)
    }
  }
}
