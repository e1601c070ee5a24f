internal import ArabicDates
internal import EDTF
internal import TarikhModel

/// How an event comes to a date.
struct AttachedDate: Hashable {
  enum Manner: Hashable {
    /// The date stands with the event itself.
    case own
    /// It opens the sentence or stands with another event of the same happening.
    case shared
    /// It dates an event that this one came after, came before or goes on since.
    case after, before, since
  }
  /// Position among the article's dates.
  var date: Int
  var manner: Manner
}

/// Gives each date of a sentence to the event that it dates.
///
/// A date follows the event it belongs to, in the same clause; only where nothing stands before it
/// does it open the sentence and date what comes.
struct DateAttacher {
  let context: ArticleContext
  let sentence: Range<Int>
  let clauses: [Clause]
  let triggers: [Trigger]
  let commitments: [Commitment]

  /// Dates by position of the trigger.
  ///
  /// - Complexity: O(*n* log *n*) in the number of triggers of the sentence.
  func attach() -> [Int: AttachedDate] {
    var result: [Int: AttachedDate] = [:]
    let byClause = Dictionary(
      grouping: triggers.indices.filter(canBeDated), by: { triggers[$0].clause })
    var leading: Int?
    for date in sentenceDates where !context.datelines.contains(date) && !isElsewhere(date) {
      let tokens = context.dates[date].tokens
      guard let clause = clause(of: tokens.lowerBound) else { continue }
      let host = clauseWithTriggers(clause, byClause)
      let own = byClause[host] ?? []
      if let before = own.lastOfPrefix(where: { triggers[$0].token < tokens.lowerBound }) {
        if result[before] == nil || result[before]?.manner == .shared {
          let manner: AttachedDate.Manner =
            countsSince(tokens, after: triggers[before].token) ? .since : .own
          result[before] = AttachedDate(date: date, manner: manner)
        }
      } else if let host = hostOfRelative(clause, before: tokens.lowerBound, byClause) {
        if result[host] == nil { result[host] = AttachedDate(date: date, manner: .own) }
      } else if let follower = follower(of: date, clause, own, byClause), result[follower] == nil {
        let isOwn = own.contains(follower) || clauses[triggers[follower].clause].link != .coordinate
        let manner: AttachedDate.Manner =
          countsSince(tokens, after: sentence.lowerBound - 1) ? .since : isOwn ? .own : .shared
        result[follower] = AttachedDate(date: date, manner: manner)
        if leading == nil, opensSentence(tokens) { leading = date }
        shareInClause(date, after: follower, own, &result)
      } else if leading == nil, headsSentence(tokens) {
        leading = date
      }
    }
    shareSince(&result)
    shareAroundNouns(&result)
    shareInDecrees(&result)
    shareInLists(&result, byClause)
    shareLeadingCircumstance(&result, byClause)
    shareWithCarrier(&result, byClause)
    shareSameHappening(&result)
    shareTemporalClauses(&result, byClause)
    shareAccompanying(&result)
    if let leading { share(leading, in: &result) }
    return result
  }

  /// A noun of speech that no content follows and nothing carries is a thing, not an act:
  /// «المعارضة المسلحة»، «بحسب التصريحات».
  private func canBeDated(_ position: Int) -> Bool {
    let trigger = triggers[position]
    // «أدانت الوزارة، في بيان صدر أمس، …»: the day of the paper is the day of the words.
    if trigger.entry.lemma == "صدر", trigger.isVerb, clauses[trigger.clause].link == .relative,
      triggers.prefix(position).contains(where: { $0.entry.isSpeech && $0.isVerb })
    {
      return false
    }
    guard trigger.entry.isSpeech, trigger.reading.form.shape == .nominal else { return true }
    if trigger.governor != nil || trigger.entry.lemma == "صدر" { return true }
    let next = trigger.clause + 1
    return next < clauses.count && clauses[next].link == .complement
      && clauses[next].parent == trigger.clause
  }

  /// «… منذ بداية النزاع عام 2009»، «ومنذ استئناف القتال في 18 مارس، …»: what is dated began then
  /// and goes on.
  private func countsSince(_ tokens: Range<Int>, after token: Int) -> Bool {
    (max(token + 1, tokens.lowerBound - 4)..<max(token + 1, tokens.lowerBound))
      .contains { context.bare[$0] == "منذ" }
  }

  private var sentenceDates: [Int] {
    var seen: [Int] = []
    for token in sentence {
      if let date = context.dateIndex[token], seen.last != date { seen.append(date) }
    }
    return seen.filter {
      let kind = context.dates[$0].mention.kind
      return kind == .date || kind == .interval
    }
  }

  private func clause(of token: Int) -> Int? {
    var low = 0
    var high = clauses.count
    while low < high {
      let middle = (low + high) / 2
      if clauses[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low < clauses.count && clauses[low].tokens.contains(token) ? low : nil
  }

  /// A date in a clause that names no event dates the one that the clause hangs on.
  private func clauseWithTriggers(_ clause: Int, _ byClause: [Int: [Int]]) -> Int {
    guard byClause[clause] == nil, clauses[clause].link == .relative else { return clause }
    return clauses[clause].parent ?? clause
  }

  /// «إنهاء المهمة التي كانت تركز على … بحلول سبتمبر»: a date behind a relative clause without
  /// an event dates what the clause describes.
  private func hostOfRelative(
    _ clause: Int, before token: Int, _ byClause: [Int: [Int]]
  ) -> Int? {
    guard clauses[clause].link == .relative, let parent = clauses[clause].parent,
      let verb = clauses[clause].verb, verb < token
    else { return nil }
    return byClause[parent]?.lastOfPrefix {
      triggers[$0].token < clauses[clause].tokens.lowerBound
    }
  }

  /// A date that opens a clause holds for the nouns that its verb carries.
  private func shareInClause(
    _ date: Int, after first: Int, _ own: [Int], _ result: inout [Int: AttachedDate]
  ) {
    for position in own.prefix(40) where position > first && !triggers[position].isVerb {
      result[position] = AttachedDate(date: date, manner: .shared)
    }
  }

  /// Shares dates of nouns with the event beside them.
  ///
  /// «… بعد اجتماع يعقد الأسبوع المقبل»، «غزتها للإطاحة به عام 2003»
  private func shareAroundNouns(_ result: inout [Int: AttachedDate]) {
    for (position, trigger) in triggers.enumerated() where !trigger.isVerb && position > 0 {
      let host = position - 1
      guard result[position]?.manner == .own, let known = result[position], result[host] == nil,
        triggers[host].clause == trigger.clause
      else { continue }
      switch trigger.preposition {
      case "بعد", "عقب":
        // Of the past "after" tells little; what is to come cannot come before.
        guard commitments[host].modality != .asserted else { continue }
        result[host] = AttachedDate(date: known.date, manner: .after)
      case "خلال", "اثناء":
        // «أعلن …، خلال زيارة أمس، …»: who spoke during the visit spoke then.
        guard triggers[host].isVerb, triggers[host].entry.isSpeech else { continue }
        result[host] = AttachedDate(date: known.date, manner: .shared)
      case "ل" where trigger.isPurpose && triggers[host].isVerb:
        result[host] = AttachedDate(date: known.date, manner: .shared)
      default: break
      }
    }
  }

  /// «أصدر الرئيس أمس قرارًا بتعيين …»: what a decree does is done on its day.
  private func shareInDecrees(_ result: inout [Int: AttachedDate]) {
    for (position, trigger) in triggers.enumerated() where position > 0 && !trigger.isVerb {
      let host = position - 1
      guard result[position] == nil, trigger.preposition == "ب", let known = result[host],
        triggers[host].entry.role == .event(.decision), triggers[host].clause == trigger.clause,
        trigger.token - triggers[host].token <= 8, commitments[host].modality == .asserted
      else { continue }
      result[position] = AttachedDate(date: known.date, manner: .shared)
    }
  }

  private func follower(
    of date: Int, _ clause: Int, _ own: [Int], _ byClause: [Int: [Int]]
  ) -> Int? {
    let tokens = context.dates[date].tokens
    let next = own.endOfPrefix { triggers[$0].token < tokens.upperBound }
    if next < own.endIndex { return own[next] }
    // «وفي سبتمبر 2015 تدخّلت روسيا، ونشرت …»: the day that opens the sentence holds on.
    if own.isEmpty, opensSentence(tokens), clause + 1 < clauses.count,
      clauses[clause + 1].link == .coordinate,
      clauses[clause].verb.map({ tokens.upperBound <= $0 }) == true
    {
      return byClause[clause + 1]?.first
    }
    guard clause + 1 < clauses.count, tokens.upperBound + 2 >= clauses[clause].tokens.upperBound
    else { return nil }
    // «قبل عشر سنوات، حيث كان يسيطر»
    switch clauses[clause + 1].link {
    case .circumstance, .temporal, .relative: return byClause[clause + 1]?.first
    default: return nil
    }
  }

  /// «18 مارس 2011: …»: before a colon, and behind no word but a preposition.
  private func headsSentence(_ tokens: Range<Int>) -> Bool {
    guard tokens.upperBound < sentence.upperBound,
      context.tokens[tokens.upperBound].folded == ":"
    else { return false }
    return (sentence.lowerBound..<tokens.lowerBound).allSatisfy {
      context.tokens[$0].kind != .word || FunctionWords.prepositions.contains(context.bare[$0])
        || context.tokens[$0].folded == "يوم"
    }
  }

  private func opensSentence(_ tokens: Range<Int>) -> Bool {
    tokens.lowerBound - sentence.lowerBound <= 4
  }

  /// «… لهجمات منذ اندلاع الحرب العام الماضي»: what is dated by the war goes on since.
  private func shareSince(_ result: inout [Int: AttachedDate]) {
    for (position, trigger) in triggers.enumerated() where !trigger.isVerb && position > 0 {
      guard let attached = result[position], attached.manner == .own, trigger.preposition == "منذ",
        triggers[position - 1].clause == trigger.clause, result[position - 1] == nil
      else { continue }
      result[position - 1] = AttachedDate(date: attached.date, manner: .since)
    }
  }

  /// Figures and nouns in one list share the date after or before them.
  private func shareInLists(_ result: inout [Int: AttachedDate], _ byClause: [Int: [Int]]) {
    for members in byClause.values {
      for (earlier, later) in zip(members, members.dropFirst()) {
        let isListed =
          triggers[later].reading.hasConjunction
          && triggers[earlier].entry.role == triggers[later].entry.role
        guard isListed else { continue }
        if let known = result[earlier], result[later] == nil {
          result[later] = AttachedDate(date: known.date, manner: .shared)
        } else if let known = result[later], result[earlier] == nil {
          result[earlier] = AttachedDate(date: known.date, manner: .shared)
        }
      }
    }
  }

  /// Shares the date of an opening circumstance, as in «وخلال اجتماع … يوم الاثنين، أعرب …».
  private func shareLeadingCircumstance(
    _ result: inout [Int: AttachedDate], _ byClause: [Int: [Int]]
  ) {
    for members in byClause.values {
      guard let first = members.first, !triggers[first].isVerb, let known = result[first],
        ["خلال", "في", "اثناء", "ب", "لدي"].contains(triggers[first].preposition)
      else { continue }
      for later in members.dropFirst() where triggers[later].isVerb && result[later] == nil {
        result[later] = AttachedDate(date: known.date, manner: .shared)
        break
      }
    }
  }

  /// «وقّعتا مذكرة تفاهم في آب»: the date after the noun is the verb's.
  private func shareWithCarrier(_ result: inout [Int: AttachedDate], _ byClause: [Int: [Int]]) {
    for members in byClause.values {
      for (earlier, later) in zip(members, members.dropFirst()).reversed() {
        guard let known = result[later], known.manner == .own, result[earlier] == nil,
          !triggers[later].isVerb, triggers[earlier].entry.role == triggers[later].entry.role
        else { continue }
        result[earlier] = known
        result[later] = AttachedDate(date: known.date, manner: .shared)
      }
    }
  }

  /// «مقتل خمسة في غارة أمس»: the harm and the act that did it have one date, if the sentence
  /// gives only one.
  private func shareSameHappening(_ result: inout [Int: AttachedDate]) {
    let acts = triggers.indices.filter { triggers[$0].isHostile }
    let dated = Set(acts.compactMap { result[$0]?.date })
    guard let first = dated.first, dated.count == 1,
      acts.contains(where: { result[$0]?.date == first && result[$0]?.manner == .own })
    else { return }
    for act in acts where result[act] == nil && commitments[act].modality == .asserted {
      result[act] = AttachedDate(date: first, manner: .shared)
    }
  }

  /// Shares the date of a clause of time, as in «بدأت الحملة بعد أن سيطر التنظيم … عام 2014».
  private func shareTemporalClauses(
    _ result: inout [Int: AttachedDate], _ byClause: [Int: [Int]]
  ) {
    for (position, clause) in clauses.enumerated() where clause.link == .temporal {
      guard let parent = clause.parent,
        let dated = byClause[position]?.first(where: { result[$0] != nil }),
        let known = result[dated], let host = byClause[parent]?.last, result[host] == nil
      else { continue }
      result[host] = AttachedDate(date: known.date, manner: manner(of: clause))
    }
  }

  private func manner(of clause: Clause) -> AttachedDate.Manner {
    let first = clause.tokens.lowerBound
    let words = [first - 1, first].filter(sentence.contains).map {
      context.bare[$0]
    }
    if words.contains("بعد") || words.contains("عقب") || words.contains("بعدما") { return .after }
    if words.contains("قبل") { return .before }
    if words.contains("منذ") { return .since }
    return .shared
  }

  /// «… بحلول سبتمبر، مع مغادرة القوات»: what goes with a dated thing has its date.
  private func shareAccompanying(_ result: inout [Int: AttachedDate]) {
    for (position, trigger) in triggers.enumerated() where position > 0 && !trigger.isVerb {
      guard trigger.preposition == "مع", result[position] == nil,
        let host = result[position - 1], host.manner == .own,
        trigger.token - triggers[position - 1].token <= 40
      else { continue }
      result[position] = AttachedDate(date: host.date, manner: .shared)
    }
  }

  /// A date that opens a sentence holds for its main clauses.
  private func share(_ date: Int, in result: inout [Int: AttachedDate]) {
    for (position, trigger) in triggers.enumerated() where result[position] == nil {
      let clause = clauses[trigger.clause]
      let isMain = clause.link == .main || clause.link == .coordinate
      let isReported = !trigger.isVerb && trigger.entry.isEvent
      if isMain || (isReported && clause.parent == nil) || holdsNow(date) {
        result[position] = AttachedDate(date: date, manner: .shared)
      }
    }
  }

  /// "Now" holds for a whole sentence.
  private func holdsNow(_ date: Int) -> Bool {
    let now = RelativeDate.day(offset: 0)
    let rule = context.dates[date].mention.relative
    return rule == now || rule == .approximately(now)
  }
}

extension Trigger {
  /// «للإطاحة به»: what something was done for; a treaty or a meeting is no purpose.
  var isPurpose: Bool {
    guard preposition == "ل", governor == nil else { return false }
    switch entry.role {
    case .event(.agreement), .event(.decision), .event(.meeting): return false
    default: return true
    }
  }

  /// Violence and the harm it does: parts of one happening.
  var isHostile: Bool {
    switch entry.role {
    case .event(.attack), .event(.operation), .event(.casualty): true
    default: false
    }
  }
}
