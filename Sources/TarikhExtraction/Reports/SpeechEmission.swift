internal import ArabicDates
internal import TarikhModel

/// Says which acts of speech are reports, and under whose words an event stands.
struct SpeechEmission {
  let context: ArticleContext
  let reading: SentenceReading
  private let actsByClause: [Int: [Int]]
  private let actByToken: [Int: Int]
  private let bareActs: [Int]

  init(context: ArticleContext, reading: SentenceReading) {
    self.context = context
    self.reading = reading
    actsByClause = Dictionary(grouping: reading.speech.indices) { reading.speech[$0].clause }
    actByToken = Dictionary(
      reading.speech.enumerated().map { ($1.token, $0) }, uniquingKeysWith: { first, _ in first })
    bareActs = Array(reading.speech.indices.filter { reading.speech[$0].isBare }.prefix(2))
  }

  /// The acts that are reports of their own: one per speaker, the others carry content only.
  func reports() -> [Int] {
    var result: [Int] = []
    var spoken: Set<EntityID> = []
    for (position, act) in reading.speech.enumerated() {
      guard let index = act.trigger, isReport(act, reading.triggers[index], at: index) else {
        continue
      }
      let key =
        act.kind == .demand
        ? EntityID(rawValue: "demand:\(act.speaker.entity.rawValue)")
        : act.speaker.entity
      guard spoken.insert(key).inserted else { continue }
      result.append(position)
    }
    return result
  }

  private func isReport(_ act: SpeechAct, _ trigger: Trigger, at index: Int) -> Bool {
    if act.isBare { return reading.dates[index] != nil || act.channel != nil }
    if reading.commitments[index].polarity == .negative,
      reading.commitments[index].modality != .denied, act.kind != .demand
    {
      return false
    }
    switch trigger.reading.form.shape {
    case .participle: return false
    case .nominal: return isSpoken(trigger, act, at: index)
    default: return true
    }
  }

  /// A noun of speech reports one where its content follows, or a verb carries it.
  private func isSpoken(_ trigger: Trigger, _ act: SpeechAct, at index: Int) -> Bool {
    if trigger.isAnaphoric { return false }
    if trigger.entry.lemma == "صدر" {
      // «البيان المشترك الصادر في …»: a document's own date.
      return reading.dates[index]?.manner == .own
    }
    // «رحّب بإعلان الحكومة، يوم الأحد، …»: an act with its own day.
    if act.kind == .announcement, act.hasSubject, reading.dates[index]?.manner == .own,
      trigger.governor?.entry.isSpeech == true
    {
      return true
    }
    if let governor = trigger.governor {
      switch governor.entry.role {
      case .plan, .light, .aspect, .expectation, .obligation: return true
      default: break
      }
    }
    let next = trigger.clause + 1
    guard next < reading.clauses.count, reading.clauses[next].link == .complement,
      reading.clauses[next].parent == trigger.clause
    else { return false }
    // The verb of the clause has the first claim on its complement.
    return actsByClause[trigger.clause]?.first.map { reading.speech[$0].token < trigger.token }
      != true
  }

  /// The act whose content an event is, by the position of its trigger.
  func source(of index: Int) -> Int? {
    guard let act = carrier(of: index) else { return nil }
    guard let speech = reading.speech[act].trigger else { return act }
    switch reading.commitments[speech].modality {
    case .asserted, .denied: return wanted(act)
    default: return other(than: act)
    }
  }

  /// What somebody wants is told by whoever the sentence credits, if that is another.
  private func wanted(_ act: Int) -> Int {
    guard reading.speech[act].kind == .demand else { return act }
    return bareActs.first { $0 != act } ?? act
  }

  private func carrier(of index: Int, depth: Int = 0) -> Int? {
    let trigger = reading.triggers[index]
    if let governor = trigger.governor, governor.entry.isSpeech,
      let act = actByToken[governor.token]
    {
      return demandSource(act)
    }
    if let act = enclosing(trigger.clause, before: trigger.token) ?? sameClause(trigger) {
      return act
    }
    if depth < 3, let described = antecedent(of: trigger),
      let act = carrier(of: described, depth: depth + 1)
    {
      return act
    }
    return trailing(trigger)
  }

  /// The event that an unmarked relative clause goes on with: «أعلن تنفيذ ضربة أسفرت عن مقتل …».
  private func antecedent(of trigger: Trigger) -> Int? {
    let clause = reading.clauses[trigger.clause]
    guard clause.link == .relative, let parent = clause.parent,
      !FunctionWords.relatives.contains(context.bare[clause.tokens.lowerBound])
    else { return nil }
    return reading.triggers.lastIndex {
      $0.clause == parent && $0.entry.isEvent && $0.token < clause.tokens.lowerBound
    }
  }

  /// A noun after a verb of speech in its own clause is what it says: جدّدت التزامها بتقليص …,
  /// unless the verb has a clause for that.
  private func sameClause(_ trigger: Trigger) -> Int? {
    guard !trigger.isVerb,
      let act = actsByClause[trigger.clause]?.lastOfPrefix(where: {
        reading.speech[$0].token < trigger.token
      }), !reading.speech[act].isBare
    else { return nil }
    let next = trigger.clause + 1
    let hasComplement =
      next < reading.clauses.count && reading.clauses[next].link == .complement
      && reading.clauses[next].parent == trigger.clause
    return hasComplement ? nil : demandSource(act)
  }

  /// What somebody is said to want is told by whoever says so.
  private func demandSource(_ act: Int) -> Int {
    guard reading.speech[act].kind == .demand,
      let outer = enclosing(reading.speech[act].clause, before: reading.speech[act].token)
    else { return act }
    return outer
  }

  /// The nearest act of speech whose complement holds the clause.
  func enclosing(_ clause: Int, before token: Int) -> Int? {
    var index: Int? = clause
    for _ in 0..<12 {
      guard let current = index else { return nil }
      let link = reading.clauses[current].link
      if link == .participial,
        let act = actsByClause[current]?.lastOfPrefix(where: { reading.speech[$0].token < token })
      {
        return act
      }
      let parent = reading.clauses[current].parent
      if let parent, link == .complement || link == .circumstance {
        let opener = reading.clauses[current].tokens.lowerBound
        let acts = (actsByClause[parent] ?? []).suffix(16).filter {
          let act = reading.speech[$0]
          return act.token < opener && act.token < token && !act.isBare
            && (act.kind != .demand || link == .complement)
        }
        // The verb of the clause has the first claim on its complement.
        let act = acts.last { isVerbal(reading.speech[$0]) } ?? acts.last
        if let act { return reading.speech[act].kind == .demand ? demandSource(act) : act }
      }
      index = parent
    }
    return nil
  }

  private func isVerbal(_ act: SpeechAct) -> Bool {
    act.trigger.map { reading.triggers[$0].reading.form.shape != .nominal } ?? false
  }

  /// Who tells of an act of speech that is yet to come.
  func other(than act: Int) -> Int? {
    enclosing(reading.speech[act].clause, before: reading.speech[act].token)
      ?? bareActs.first { $0 != act }
  }

  /// «…، بحسب المصدر»، «…، وفق ما قال فلان»: credits what the sentence told before.
  private func trailing(_ trigger: Trigger) -> Int? {
    bareActs.first { index in
      let act = reading.speech[index]
      if act.introduction.contains(trigger.token) { return false }
      // A phrase that opens the sentence credits what follows, any other what it follows.
      return trigger.token < act.token || act.token - reading.sentence.lowerBound <= 2
    }
  }
}
