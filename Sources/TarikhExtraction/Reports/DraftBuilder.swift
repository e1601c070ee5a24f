internal import ArabicDates
internal import EDTF
internal import TarikhModel

/// Makes the reports of one sentence from what the stages found in it.
struct DraftBuilder {
  let context: ArticleContext
  let reading: SentenceReading
  let when: WhenBuilder
  private let speech: SpeechEmission
  private let roles: RoleReader
  private let emission: Emission
  private let levels: LevelRoles
  private let speechDates: Set<Int>

  init(context: ArticleContext, reading: SentenceReading, when: WhenBuilder) {
    self.context = context
    self.reading = reading
    self.when = when
    speech = SpeechEmission(context: context, reading: reading)
    roles = RoleReader(
      context: context, sentence: reading.sentence, clauses: reading.clauses,
      finder: SubjectFinder(context: context, sentence: reading.sentence))
    speechDates = Set(
      reading.dates.compactMap { position, date in
        date.manner == .own && reading.triggers[position].entry.isSpeech ? date.date : nil
      })
    levels = LevelRoles(context: context, sentence: reading.sentence)
    emission = Emission(
      context: context, sentence: reading.sentence, clauses: reading.clauses)
  }

  /// - Parameter lastForce: whose leaving or coming the article told last.
  func drafts(_ lastForce: inout Participant?) -> [ReportDraft] {
    var drafts: [ReportDraft] = []
    /// Where the report of an act of speech lies among the drafts.
    var placeOfAct: [Int: Int] = [:]
    var lastOfSpeaker: [EntityID: Int] = [:]
    let acts = speech.reports()
    var actTimes: [Int: When] = [:]
    for act in reading.speech.indices {
      if let time = speechTime(act, known: actTimes) { actTimes[act] = time }
    }
    for act in acts {
      placeOfAct[act] = drafts.count
      lastOfSpeaker[reading.speech[act].speaker.entity] = drafts.count
      drafts.append(draft(ofSpeech: act, time: actTimes[act]))
    }
    var lastPlaces: [Participant] = []
    for index in reading.triggers.indices where reading.triggers[index].entry.isEvent {
      guard isReport(index) else { continue }
      let act = speech.source(of: index)
      var draft = draft(ofEvent: index, act: act, speechTime: act.flatMap { actTimes[$0] })
      if let act {
        draft.saidIn = placeOfAct[act] ?? lastOfSpeaker[reading.speech[act].speaker.entity]
      }
      roles.understandPlaces(of: &draft, last: &lastPlaces)
      roles.understandForces(of: &draft, last: &lastForce)
      drafts.append(draft)
    }
    RoleReader.shareHappening(&drafts)
    return Deduplication(context: context, clauses: reading.clauses).unique(drafts)
  }

  private func isReport(_ index: Int) -> Bool {
    let date = reading.dates[index]
    return emission.isReport(
      reading.triggers[index], hasDate: date?.manner == .own,
      hasQuantity: reading.quantities[index] != nil)
  }

  // MARK: Speech

  /// When somebody spoke: the date at the verb, else that of an earlier verb of the same speaker,
  /// else around publication.
  private func speechTime(_ act: Int, known: [Int: When]) -> When? {
    let speech = reading.speech[act]
    if let trigger = speech.trigger, let date = reading.dates[trigger],
      let stated = when.stated(
        context.dates[date.date].mention, manner: date.manner,
        isFuture: reading.commitments[trigger].modality == .planned),
      // «تعهّدت بتقديم … بحلول 2026» dates what is promised.
      reading.commitments[trigger].modality != .asserted
        || !(when.isToCome(stated) || stated.relation == .by || stated.relation == .until)
    {
      return stated
    }
    if act > 0, reading.speech[act - 1].speaker.entity == speech.speaker.entity,
      let earlier = known[act - 1]
    {
      return when.during(earlier)
    }
    if let trigger = speech.trigger, reading.commitments[trigger].modality != .asserted {
      return when.after(nil)
    }
    return when.near()
  }

  private func draft(ofSpeech position: Int, time: When?) -> ReportDraft {
    let act = reading.speech[position]
    let index = act.trigger ?? 0
    let trigger = reading.triggers[index]
    var attributed = act
    var via: [EntityID] = []
    let enclosing = speech.enclosing(act.clause, before: act.token)
    let teller = act.kind == .demand ? speech.other(than: position) : enclosing
    if let outer = teller, outer != position, !act.isBare {
      if act.kind == .demand {
        attributed = reading.speech[outer]
      } else {
        via = [reading.speech[outer].speaker.entity]
        attributed.via = []
      }
    }
    var credited: Attribution? = attribution(attributed, via: via)
    if act.kind != .demand, reading.commitments[index].modality != .asserted,
      reading.commitments[index].modality != .denied
    {
      // Nobody has spoken yet: somebody else says that it will be said.
      credited = speech.other(than: position).map { attribution(reading.speech[$0], via: []) }
    }
    var draft = ReportDraft(
      kind: act.kind, trigger: trigger, commitment: reading.commitments[index],
      detail: trigger.entry.detail, attribution: credited, when: time,
      evidence: evidence(clause: act.clause, around: trigger.token),
      hasOwnDate: reading.dates[index]?.manner == .own)
    draft.participants =
      [
        Participant(
          role: .actor, entity: act.speaker.entity,
          text: act.speaker.words ?? act.speaker.entity.rawValue)
      ] + roles.addressees(of: act) + roles.targets(of: act)
    if draft.commitment.modality == .denied { draft.commitment = Commitment() }
    return draft
  }

  private func attribution(_ act: SpeechAct, via: [EntityID]) -> Attribution {
    Attribution(
      speaker: act.speaker.entity, role: act.speaker.words, channel: act.channel, verb: act.verb,
      anonymous: act.speaker.isAnonymous, quoted: act.isQuoted, via: act.via + via)
  }

  // MARK: Events

  private func draft(ofEvent index: Int, act: Int?, speechTime: When?) -> ReportDraft {
    let trigger = reading.triggers[index]
    var kind = ReportKind.statement
    if case .event(let named) = trigger.entry.role { kind = named }
    let commitment = reading.commitments[index]
    var draft = ReportDraft(
      kind: kind, trigger: trigger, commitment: commitment, detail: trigger.entry.detail,
      attribution: act.map { attribution(reading.speech[$0], via: []) },
      when: nil, evidence: evidence(clause: trigger.clause, around: trigger.token),
      hasOwnDate: reading.dates[index]?.manner == .own)
    if kind == .control, draft.detail == .gain, trigger.reading.form.shape == .present,
      !trigger.reading.isFuture, commitment.modality == .asserted
    {
      // يسيطر، كان يسيطر: a state, not the taking.
      draft.detail = .hold
    }
    draft.attribution?.quoted = context.quotations.span(containing: trigger.token) != nil
    draft.participants = participants(of: index, kind: kind)
    if let act { roles.understandOwn(reading.speech[act].speaker, of: &draft) }
    let actor = draft.participants.first { $0.role == .actor }?.entity
    let attacher = QuantityAttacher(
      context: context, sentence: reading.sentence, clauses: reading.clauses, triggers: [])
    draft.quantities = (reading.quantities[index] ?? []).map {
      attacher.quantity(context.quantities[$0], of: trigger, actor: actor)
    }
    let isReported = act.map { !reading.speech[$0].isBare } ?? false
    draft.when = eventTime(index, commitment, isReported: isReported, speechTime)
    if commitment.modality == .asserted, when.isToCome(draft.when) {
      draft.commitment.modality = .planned
    }
    if kind == .agreement, commitment.modality == .planned, when.isPast(draft.when) {
      draft.commitment.modality = .asserted
    }
    return draft
  }

  private func participants(of index: Int, kind: ReportKind) -> [Participant] {
    if kind == .forceLevel, let figure = reading.quantities[index]?.first,
      let found = levels.participants[figure], !found.isEmpty
    {
      return found
    }
    return roles.participants(of: reading.triggers[index], kind: kind)
  }

  private func eventTime(
    _ index: Int, _ commitment: Commitment, isReported: Bool, _ speechTime: When?
  ) -> When? {
    let isFuture: Bool
    switch commitment.modality {
    case .asserted, .denied: isFuture = false
    case .planned, .expected, .demanded, .possible, .conditional: isFuture = true
    }
    if let date = reading.dates[index],
      date.manner == .own || !isFuture || date.manner == .after
        || !isSpeechDate(date),
      let stated = when.stated(
        context.dates[date.date].mention, manner: date.manner, isFuture: isFuture)
    {
      return stated
    }
    if isFuture { return when.after(speechTime) }
    // How many there are is said of the day on which it is said.
    let isPresent =
      reading.triggers[index].entry.role == .event(.forceLevel)
      || reading.triggers[index].reading.form.shape == .present
      || commitment.aspect == .ongoing || commitment.aspect == .begin
    if isReported, !isPresent { return when.before(speechTime) }
    return when.near()
  }

  /// A date that belongs to an act of speech is no date for what that act announces.
  private func isSpeechDate(_ date: AttachedDate) -> Bool {
    speechDates.contains(date.date)
  }

  // MARK: Evidence

  private static let longestEvidence = 120

  /// The clause without the marks around it; of an endless one the words around the trigger.
  private func evidence(clause: Int, around token: Int) -> Range<Int> {
    var range = reading.clauses[clause].tokens
    if range.count > Self.longestEvidence {
      let start = max(range.lowerBound, token - Self.longestEvidence / 3)
      range = start..<min(range.upperBound, start + Self.longestEvidence)
    }
    while let first = range.first, context.tokens[first].kind == .punctuation,
      !FunctionWords.openQuotes.contains(context.tokens[first].folded)
    {
      range = first + 1..<range.upperBound
    }
    while let last = range.last, context.tokens[last].kind == .punctuation,
      !FunctionWords.closeQuotes.contains(context.tokens[last].folded)
    {
      range = range.lowerBound..<last
    }
    return range
  }
}
