internal import TarikhModel

/// Leaves one report where several words of a sentence name one event.
struct Deduplication {
  let context: ArticleContext
  let clauses: [Clause]

  func unique(_ drafts: [ReportDraft]) -> [ReportDraft] {
    var drafts = drafts
    var isDropped = [Bool](repeating: false, count: drafts.count)
    var latest: [ReportKind: Int] = [:]
    for (index, draft) in drafts.enumerated() where !draft.kind.isSpeech {
      if let other = latest[family(draft.kind)], !isDropped[other] {
        switch relation(drafts[other], draft) {
        case .distinct: break
        case .sameKeepFirst:
          isDropped[index] = true
          // وقّع اتفاقا بقيمة …: the figure stays with what is kept.
          if drafts[other].quantities.isEmpty { drafts[other].quantities = draft.quantities }
          drafts[other].participants += added(draft.participants, to: drafts[other].participants)
        case .sameKeepSecond: isDropped[other] = true
        }
      }
      if !isDropped[index] { latest[family(draft.kind)] = index }
    }
    return kept(drafts, isDropped)
  }

  /// «عملية استهدفت المطار»: where it struck and whom, the second word knows.
  private func added(_ more: [Participant], to known: [Participant]) -> [Participant] {
    let roles = Set(known.map(\.role))
    let entities = Set(known.map(\.entity))
    return more.filter {
      [.place, .target, .actor].contains($0.role) && !roles.contains($0.role)
        && !entities.contains($0.entity)
    }
  }

  private enum Sameness { case distinct, sameKeepFirst, sameKeepSecond }

  /// Hostile acts of one happening come under several names.
  private func family(_ kind: ReportKind) -> ReportKind { kind == .operation ? .attack : kind }

  private func relation(_ first: ReportDraft, _ second: ReportDraft) -> Sameness {
    if !second.quantities.isEmpty && !first.quantities.isEmpty { return .distinct }
    // توصّلا إلى اتفاق: the verb only carries the noun.
    if let governor = second.trigger.governor, governor.token == first.trigger.token {
      return first.kind == second.kind ? .sameKeepFirst : .distinct
    }
    // وقّعا اتفاقا لوقف إطلاق النار: the truce is the agreement.
    if first.kind == second.kind, let governor = second.trigger.governor,
      governor.entry.role == second.trigger.entry.role,
      second.trigger.token - first.trigger.token < 12
    {
      return .sameKeepFirst
    }
    // حصيلة الضحايا … إلى 60 شهيدا: the figure tells more.
    if first.kind == second.kind, first.trigger.clause == second.trigger.clause,
      first.kind == .casualty, first.detail == second.detail, !first.trigger.isVerb,
      first.quantities.isEmpty, !second.quantities.isEmpty
    {
      return .sameKeepSecond
    }
    let clause = clauses[second.trigger.clause]
    let isDescription =
      clause.link == .relative && clause.parent == first.trigger.clause
      && second.trigger.token - first.trigger.token <= 12 && !first.trigger.isVerb
    if isDescription {
      // «غارات استهدفت …»، «اتفاقية تم توقيعها العام الماضي»
      if second.hasOwnDate && !first.hasOwnDate { return .sameKeepSecond }
      return first.quantities.isEmpty || second.quantities.isEmpty ? .sameKeepFirst : .distinct
    }
    if first.kind == second.kind, second.trigger.isAnaphoric, !second.hasOwnDate {
      return .sameKeepFirst
    }
    if first.kind == second.kind, first.trigger.clause == second.trigger.clause,
      !second.trigger.isVerb, !second.hasOwnDate, second.quantities.isEmpty,
      first.commitment == second.commitment || second.trigger.token - first.trigger.token <= 3
    {
      return .sameKeepFirst
    }
    return .distinct
  }

  /// The drafts that stay, with their links moved to where the drafts now are.
  private func kept(_ drafts: [ReportDraft], _ isDropped: [Bool]) -> [ReportDraft] {
    var place: [Int: Int] = [:]
    var result: [ReportDraft] = []
    for (index, draft) in drafts.enumerated() where !isDropped[index] {
      place[index] = result.count
      result.append(draft)
    }
    for index in result.indices {
      result[index].saidIn = result[index].saidIn.flatMap { place[$0] }
    }
    return result
  }
}
