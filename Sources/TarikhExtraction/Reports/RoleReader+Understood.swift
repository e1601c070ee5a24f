internal import ArabicDates
internal import TarikhModel

/// Roles that a sentence leaves to be understood, or gives in a way of its own.
extension RoleReader {
  /// Whom somebody speaks to: «قال لوكالة»، «دعا الأطراف إلى»، «طلب من الجيش».
  func addressees(of act: SpeechAct) -> [Participant] {
    var result: [Participant] = []
    for index in act.introduction.dropFirst() {
      guard let position = context.entityIndex[index] else { continue }
      let mention = context.entities[position]
      guard index == mention.tokens.lowerBound, position != act.speaker.mention,
        Self.listens.contains(mention.category)
      else { continue }
      let before = context.wordBefore(index, in: sentence).map { context.bare[$0] }
      let isAsked = act.kind == .demand && (before == "من" || mention.attributes.proclitic == nil)
      let isTold = mention.attributes.proclitic == .lam && follows(index, act)
      guard isTold || isAsked else { continue }
      var entity = mention.attributes.asActor ?? mention.entity
      guard entity != act.speaker.entity else { continue }
      // «يريد خروج القوات الأميركية»: their state is asked, not the soldiers.
      if isAsked, before != "من", mention.category == .force, isActOf(index),
        let country = mention.attributes.country
      {
        entity = country
      }
      let parties = mention.attributes.parties
      for asked in parties.isEmpty ? [entity] : parties {
        result.append(Participant(role: .addressee, entity: asked, text: mention.words))
      }
      break
    }
    return result
  }

  /// Whether a name stands right behind the verb or the speaker: «الجناح العسكري لحركة …» is spoken
  /// to by nobody.
  private func follows(_ index: Int, _ act: SpeechAct) -> Bool {
    if index == act.token + 1 { return true }
    guard let mention = act.speaker.mention else {
      return act.speaker.words != nil && !isPaper(index)
    }
    return context.entities[mention].tokens.upperBound == index
  }

  /// «بيان لوزارة»: whose the paper is.
  private func isPaper(_ index: Int) -> Bool {
    (max(sentence.lowerBound, index - 3)..<index).contains { place in
      context.readings[place].contains {
        !$0.isVerb && context.entry($0).role == .noun(.document)
      }
    }
  }

  /// Whether the name completes the noun of an event: «خروج القوات».
  private func isActOf(_ index: Int) -> Bool {
    guard let before = context.wordBefore(index, in: sentence) else { return false }
    return context.readings[before].contains {
      !$0.isVerb && !$0.isDefinite && context.entry($0).isEvent
    }
  }

  private static let coalition = EntityID(rawValue: "actor:coalition")
  private static let listens: Set<EntityCategory> = [
    .state, .force, .institution, .organization, .group, .party, .coalition, .office, .person,
    .outlet,
  ]

  /// The missions that begin, end or become another: «إنهاء مهمة التحالف»، «تحويلها إلى شراكة».
  func addMissions(of trigger: Trigger, end: Int, to result: inout [Participant]) {
    let clause = clauses[trigger.clause]
    // «تشكّل التحالف»: the coalition is what comes to be.
    for actor in result where actor.role == .actor && actor.entity == Self.coalition {
      append(.mission, actor.entity, actor.text, to: &result)
    }
    let around = Array(trigger.token + 1..<max(end, trigger.token + 1)).prefix(12)
    let before = clause.tokens.filter { $0 < trigger.token }.suffix(trigger.isVerb ? 8 : 0)
    for index in around + before {
      guard let position = context.entityIndex[index] else { continue }
      let mention = context.entities[position]
      guard index == mention.tokens.lowerBound,
        mention.category == .mission || mention.category == .coalition
      else { continue }
      let preposition = context.wordBefore(index, in: sentence).map { context.bare[$0] }
      let role: Participant.Role = preposition == "الي" ? .into : .mission
      if !result.contains(where: { $0.role == role && $0.entity == mention.entity }) {
        result.append(Participant(role: role, entity: mention.entity, text: mention.words))
      }
    }
  }

  /// «يريد العراق خروج القوات الأميركية من البلاد»: the land is that of the state named before.
  func land(at index: Int, after trigger: Trigger, _ kind: ReportKind) -> EntityID? {
    guard Self.postures.contains(kind), context.tokens[index].folded == "البلاد",
      index - trigger.token <= 8
    else { return nil }
    for place in (sentence.lowerBound..<index).reversed() {
      guard let mention = context.entity(at: place), mention.category == .state,
        mention.tokens.lowerBound == place
      else { continue }
      return mention.attributes.asPlace
    }
    return nil
  }

  /// «قال الوزير إن بلاده ستنشر …»، «نفى الجيش أن تكون قواته انسحبت»: whose they are, the speaker
  /// says.
  func understandOwn(_ speaker: Speaker, of draft: inout ReportDraft) {
    guard !draft.participants.contains(where: { $0.role == .actor }), let index = speaker.mention
    else { return }
    let mention = context.entities[index]
    let clause = clauses[draft.trigger.clause].tokens
    let near = max(clause.lowerBound, draft.trigger.token - 6)...draft.trigger.token + 3
    for place in near where place < sentence.upperBound {
      let word = context.bare[place]
      if Self.ownLands.contains(word), let country = mention.attributes.country {
        return append(.actor, country, context.text.letters(of: place), to: &draft.participants)
      }
      guard Self.ownForces.contains(word) else { continue }
      let isForce = [.force, .group, .coalition].contains(mention.category)
      guard let owner = isForce ? mention.entity : mention.attributes.institution else { return }
      return append(.actor, owner, context.text.letters(of: place), to: &draft.participants)
    }
  }

  private static let ownLands: WordSet = ["بلاده", "بلادها", "بلادهم"]
  private static let ownForces: WordSet = [
    "قواته", "قواتها", "قواتهم", "وحداته", "وحداتها", "مقاتليه", "مقاتليها", "مقاتلوه", "مقاتلوها",
    "عناصره", "عناصرها", "جنوده", "جنودها", "مسلحيه", "مسلحيها", "دفاعاته", "دفاعاتها",
  ]

  private static let postures: Set<ReportKind> = [
    .withdrawal, .drawdown, .deployment, .forceLevel,
  ]
  private static let placeRoles: Set<Participant.Role> = [.place, .origin, .destination]

  /// «الانسحاب سيبدأ الأحد»: of the forces whose leaving or coming was told before.
  func understandForces(of draft: inout ReportDraft, last: inout Participant?) {
    guard Self.postures.contains(draft.kind) else { return }
    if let own = draft.participants.first(where: { $0.role == .actor }) {
      if own.entity.rawValue.hasPrefix("actor:") { last = own }
      return
    }
    guard draft.kind == .withdrawal || draft.kind == .drawdown, !draft.trigger.isVerb,
      draft.trigger.reading.isDefinite, let last
    else { return }
    draft.participants.insert(last, at: 0)
  }

  /// Forces that a sentence goes on about are where it said that they are.
  func understandPlaces(of draft: inout ReportDraft, last: inout [Participant]) {
    guard Self.postures.contains(draft.kind) else { return }
    let own = draft.participants.filter { Self.placeRoles.contains($0.role) }
    guard own.isEmpty else {
      last = own
      return
    }
    for place in last where place.role != .destination {
      let role: Participant.Role = draft.kind == .withdrawal ? .origin : .place
      for role in Set([role, .place]).sorted(by: { $0.rawValue < $1.rawValue })
      where !draft.participants.contains(where: { $0.role == role && $0.entity == place.entity }) {
        draft.participants.append(
          Participant(role: role, entity: place.entity, text: place.text))
      }
    }
  }
}
