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
      add(role(ofSubject: trigger, clause), doer, to: &result)
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
    return !["ه", "ها", "هم", "هما"].contains { pronoun in
      next.hasSuffix(pronoun)
        && FunctionWords.prepositions.contains(String(next.dropLast(pronoun.count)))
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
      !context.bare[trigger.token].contains("هجوم"), !context.bare[trigger.token].contains("هجمات")
    else { return nil }
    return possessor(of: trigger, limit: limit)
  }

  /// Whose act a noun tells, as in «انسحاب القوات الأميركية»، «الانسحاب الأميركي».
  private func possessor(of trigger: Trigger, limit: Int) -> Speaker? {
    let next = trigger.token + 1
    guard next < limit else { return nil }
    for index in next..<min(limit, next + 4) {
      let word = context.bare[index]
      if FunctionWords.prepositions.contains(word)
        || FunctionWords.prepositions.contains(context.tokens[index].folded)
        || FunctionWords.commas.contains(word)
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

  private func add(_ role: Participant.Role, _ speaker: Speaker, to result: inout [Participant]) {
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

  /// The other party: «الولايات المتحدة والعراق»، «مع نظيره».
  private func addCompanion(
    of trigger: Trigger, kind: ReportKind, end: Int, to result: inout [Participant]
  ) {
    guard [.agreement, .meeting, .operation, .attack].contains(kind) else { return }
    let first = result.first?.entity
    var sides = 0
    for index in trigger.token + 1..<max(end, trigger.token + 1) {
      guard let position = context.entityIndex[index] else { continue }
      let mention = context.entities[position]
      guard index == mention.tokens.lowerBound, mention.category != .nationality else { continue }
      let before = context.wordBefore(index, in: sentence).map { context.tokens[$0].folded }
      let isMet = kind == .meeting && mention.attributes.proclitic == .ba
      let isParty = before == "مع" || before == "بين"
      let isJoined = mention.attributes.followsConjunction && !result.isEmpty && kind != .attack
      let isSecond = kind == .attack && mention.attributes.followsConjunction && sides > 0
      if isParty || isJoined || isSecond || isMet, !isMet || first != nil {
        let speaker = Speaker(position, in: context)
        let acts = mention.category != .place || mention.attributes.asActor != nil
        if speaker.entity != first, acts || before == "مع" {
          add(kind == .operation ? .counterparty : .actor, speaker, to: &result)
          if isParty { sides += 1 }
        }
      }
    }
  }

  private func addPlaces(
    of trigger: Trigger, kind: ReportKind, end: Int, to result: inout [Participant]
  ) {
    var lastRole: Participant.Role?
    for index in trigger.token + 1..<max(end, trigger.token + 1) {
      guard let position = context.entityIndex[index] else {
        if let land = land(at: index, after: trigger, kind) {
          append(.place, land, "البلاد", to: &result)
          if kind == .withdrawal { append(.origin, land, "البلاد", to: &result) }
        }
        continue
      }
      let mention = context.entities[position]
      guard index == mention.tokens.lowerBound else { continue }
      let before = preposition(before: index)
      let place = place(of: mention)
      if let role = role(kind, before, mention, lastRole) {
        let entity = Self.isPlace(role) ? place : mention.attributes.asActor ?? mention.entity
        guard let entity else { continue }
        lastRole = role
        append(role, entity, mention.words, to: &result)
        if role == .target, let place, mention.category == .place || mention.category == .base {
          append(.place, place, mention.words, to: &result)
        }
        if role == .origin, mention.category != .base {
          append(.place, entity, mention.words, to: &result)
        }
      }
    }
  }

  func append(
    _ role: Participant.Role, _ entity: EntityID, _ words: String, to result: inout [Participant]
  ) {
    if !result.contains(where: { $0.role == role && $0.entity == entity }) {
      result.append(Participant(role: role, entity: entity, text: words))
    }
  }

  private static func isPlace(_ role: Participant.Role) -> Bool {
    role == .place || role == .origin || role == .destination
  }

  private static let ways: WordSet = ["الي", "نحو", "باتجاه", "صوب", "لجهه"]

  /// What a name is to an event, from the preposition before it.
  private func role(
    _ kind: ReportKind, _ before: String, _ mention: EntityMention, _ last: Participant.Role?
  ) -> Participant.Role? {
    let isPlace =
      mention.attributes.asPlace != nil || mention.category == .place
      || mention.category == .base
    if mention.attributes.followsConjunction, let last, isPlace {
      // «عين الأسد في الأنبار وفيكتوريا»: a base joins the bases, not the province.
      return mention.category == .base && kind == .withdrawal ? .origin : last
    }
    switch before {
    case "في", "فوق", "داخل", "قرب", "شمال", "جنوب", "شرق", "غرب", "وسط", "شرقي", "غربي", "شمالي",
      "جنوبي":
      return isPlace ? .place : nil
    case "من" where kind == .withdrawal: return isPlace ? .origin : nil
    case let way where Self.ways.contains(way) && (kind == .deployment || kind == .withdrawal):
      return isPlace ? .destination : nil
    case "من" where kind == .control: return isPlace ? .place : .from
    case "الي" where kind == .handover: return .recipient
    case "علي" where kind == .attack || kind == .operation: return .target
    case "علي" where kind == .control: return isPlace ? .place : nil
    case "ضد": return .target
    default: break
    }
    if mention.category == .base, kind == .withdrawal { return .origin }
    if mention.attributes.proclitic == .ba, isPlace { return .place }
    if mention.attributes.proclitic == .lam, kind == .handover { return .recipient }
    return nil
  }
}
