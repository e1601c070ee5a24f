internal import ArabicDates
internal import TarikhModel

/// Who does it together with whom.
extension RoleReader {
  /// «الولايات المتحدة والعراق»، «واشنطن وشركاؤها في التحالف»: who is joined to the doer by "and"
  /// does it too.
  func addJoined(
    to doer: Speaker, as role: Participant.Role, _ result: inout [Participant]
  ) {
    guard var position = doer.mention else { return }
    let first = context.entities[position]
    if first.attributes.parties.count > 1 {
      for party in first.attributes.parties { append(role, party, first.words, to: &result) }
    }
    while position + 1 < context.entities.count {
      let end = context.entities[position].tokens.upperBound
      let next = context.entities[position + 1]
      guard next.tokens.lowerBound < sentence.upperBound, Self.acts(next),
        isJoined(next, after: end) || isPartnership(end..<next.tokens.lowerBound, next)
      else { return }
      append(role, next.attributes.asActor ?? next.entity, next.words, to: &result)
      position += 1
    }
  }

  private func isJoined(_ next: EntityMention, after end: Int) -> Bool {
    next.tokens.lowerBound == end && next.attributes.followsConjunction
      && next.attributes.proclitic == nil
  }

  /// «وشركاؤها في التحالف»: the partners are the coalition.
  private func isPartnership(_ gap: Range<Int>, _ next: EntityMention) -> Bool {
    guard let first = gap.first, gap.count <= 2, next.category == .coalition else { return false }
    let word = context.bare[first]
    return word != context.tokens[first].folded
      && (word.hasPrefix("شرك") || word.hasPrefix("حلف"))
  }

  private static func acts(_ mention: EntityMention) -> Bool {
    switch mention.category {
    case .state, .force, .institution, .organization, .group, .party, .coalition, .office, .person,
      .source:
      true
    case .place: mention.attributes.asActor != nil
    case .base, .mission, .document, .outlet, .nationality: false
    }
  }

  /// The other party: «الولايات المتحدة والعراق»، «مع نظيره».
  func addCompanion(
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

  /// A ministry sends and withdraws no soldiers of its own, and «سحب قواتها» are the state's
  /// forces: who moves is the army.
  func armed(_ doer: Speaker, of trigger: Trigger, _ kind: ReportKind) -> Speaker {
    guard kind == .withdrawal || kind == .drawdown || kind == .deployment,
      let mention = doer.mention.map({ context.entities[$0] })
    else { return doer }
    let state = mention.attributes.asActor ?? mention.attributes.country ?? mention.entity
    let isMinistry =
      mention.category == .institution
      && Self.defence.contains { doer.entity.rawValue.hasSuffix($0) }
    let isAdjective = mention.category == .nationality
    let isOwner = mention.category == .state && movesItsForces(trigger)
    guard isMinistry || isAdjective || isOwner, state.rawValue.hasPrefix("actor:") else {
      return doer
    }
    var army = doer
    army.entity = EntityID(
      rawValue: "\((isMinistry ? mention.attributes.country ?? state : state).rawValue)-military")
    return army
  }

  private static let defence = ["-mod", "-dod"]

  /// «قواتها», «جنوده» among the next words.
  private func movesItsForces(_ trigger: Trigger) -> Bool {
    (trigger.token + 1..<min(sentence.upperBound, trigger.token + 6)).contains { index in
      let word = context.bare[index]
      return Self.forces.contains { word.hasPrefix($0) && word.count > $0.count }
        && FunctionWords.pronouns.contains(where: word.hasSuffix)
    }
  }

  private static let forces: [Word] = ["قوات", "جنود", "وحدات", "بقوات", "لقوات"]
}
