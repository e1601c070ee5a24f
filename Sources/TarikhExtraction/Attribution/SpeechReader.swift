internal import ArabicDates
internal import TarikhModel

/// Finds who says what in a sentence.
///
/// It remembers the last speaker, for "and he added", across the sentences of an article.
struct SpeechReader {
  let context: ArticleContext
  /// Whoever spoke last, with what they were called.
  private(set) var lastSpeaker: Speaker?
  /// Whoever was credited last, if only with a "according to".
  private var lastSource: Speaker?
  private var lastChannel: Attribution.Channel?
  /// Whoever a bare "the minister" or "the ministry" means.
  private var titles = TitleMemory()

  init(context: ArticleContext) { self.context = context }

  mutating func read(_ sentence: Range<Int>, clauses: [Clause], triggers: [Trigger]) -> [SpeechAct]
  {
    let finder = SubjectFinder(context: context, sentence: sentence)
    let bare = BareSources(context: context, sentence: sentence, clauses: clauses)
    var acts: [SpeechAct] = []
    for (position, trigger) in triggers.enumerated() where trigger.entry.isSpeech {
      guard
        var act = act(
          trigger, position, triggers, in: sentence, clauses: clauses, finder: finder, after: acts)
      else { continue }
      act.speaker = titles.resolve(settled(act.speaker), in: context)
      acts.append(act)
      // What is wanted by others does not change who is speaking.
      if act.kind != .demand || acts.count == 1 { lastSpeaker = act.speaker }
      lastSource = act.speaker
      lastChannel = act.channel ?? lastChannel
    }
    for index in acts.indices where bare.introduces(acts[index].token) { acts[index].isBare = true }
    let places = Dictionary(
      acts.enumerated().map { ($1.token, $0) }, uniquingKeysWith: { first, _ in first })
    for var phrase in bare.phrases(finder) {
      phrase.speaker = settled(phrase.speaker)
      lastSource = phrase.speaker
      // «ذكرت صحيفة، نقلًا عن مسؤولين، أن …»: the paper is the outer link.
      if phrase.isQuotedFrom, let index = acts.indices.last(where: { acts[$0].trigger != nil }),
        acts[index].introduction.contains(phrase.token)
      {
        acts[index].via = [acts[index].speaker.entity]
        acts[index].speaker = phrase.speaker
        continue
      }
      // حسبما قالت، وفقًا لما كشف: the verb belongs to the phrase.
      if let index = (1...4).lazy.compactMap({ places[phrase.token + $0] }).first {
        acts[index].isBare = true
        acts[index].introduction = phrase.token..<acts[index].introduction.upperBound
        acts[index].channel = acts[index].channel ?? phrase.channel
      } else {
        acts.append(phrase)
      }
    }
    return acts
  }

  /// «وأضاف البيان»، «وقال المصدر ذاته»: whoever spoke before speaks on.
  private func settled(_ speaker: Speaker) -> Speaker {
    guard var last = lastSource, let words = speaker.words,
      speaker.entity.rawValue.hasPrefix("unresolved:") || speaker.entity == Self.anySource,
      isReference(EntityLexicon.phrase(words))
    else { return speaker }
    last.words = words
    return last
  }

  /// «…، مطالبا رئيس الوزراء بـ»: cut like a noun, it goes on with whoever spoke.
  private func isParticipial(_ trigger: Trigger, _ clause: Clause) -> Bool {
    clause.link == .participial && clause.verb == trigger.token
  }

  /// «أدانت الوزارة، في بيان صدر أمس، …»: the issue is that of the paper in which she spoke.
  private func isIssueOfPaper(_ trigger: Trigger, _ clause: Clause) -> Bool {
    trigger.entry.lemma == "صدر" && trigger.isVerb && clause.link == .relative
  }

  /// «البيان المشترك» is a paper of its own; «البيان» is that of whoever spoke.
  private func isReference(_ words: [Word]) -> Bool {
    guard let first = words.first else { return false }
    if ["ذات", "نفس"].contains(first) { return true }
    return Self.references.contains(first)
      && words.dropFirst().allSatisfy { ["ذاته", "نفسه", "ذاتها", "نفسها", "عينه"].contains($0) }
  }

  private static let anySource = EntityID(rawValue: "source:source")
  private static let references: WordSet = [
    "البيان", "البلاغ", "المنشور", "التدوينه", "التغريده", "المصدر",
  ]

  private func act(
    _ trigger: Trigger, _ position: Int, _ triggers: [Trigger], in sentence: Range<Int>,
    clauses: [Clause], finder: SubjectFinder, after acts: [SpeechAct]
  ) -> SpeechAct? {
    guard case .speech(let kind) = trigger.entry.role else { return nil }
    let clause = clauses[trigger.clause]
    if !acts.isEmpty, isIssueOfPaper(trigger, clause) { return nil }
    let limit = contentStart(after: trigger, clause: clause, in: sentence)
    var speaker: Speaker?
    var hasSubject = true
    switch trigger.reading.form.shape {
    case _ where isParticipial(trigger, clause):
      speaker = spoken(acts, triggers) ?? lastSpeaker
      hasSubject = false
    case .nominal:
      speaker = finder.subject(after: trigger.token, limit: limit, acceptsNames: false)
      if speaker == nil, trigger.entry.lemma == "صدر" {
        speaker = finder.document(before: trigger.token)
      }
      if speaker == nil, let governor = trigger.governor, governor.reading.isVerb {
        speaker =
          finder.subject(after: governor.token, limit: trigger.token, acceptsNames: true)
          ?? finder.subject(before: governor.token, in: clause.tokens)
        if speaker == nil, governor.entry.role == .light { speaker = .unspecified }
      }
    default:
      if isImpersonal(trigger, in: sentence)
        || (isFreeRelative(trigger, in: sentence) && !finder.isIntroduced(trigger.token))
      {
        return nil
      }
      if trigger.reading.form.isPassive { speaker = .unspecified; break }
      speaker = finite(trigger, limit: limit, clause: clause, finder, after: acts)
      if speaker == nil {
        speaker =
          finder.subject(before: trigger.token, in: clause.tokens)
          ?? relativeSubject(clause, clauses, finder)
      }
      // «القرار الذي يدعو إلى …»: what an unnamed thing says is nobody's speech.
      if speaker == nil, clause.link == .relative { return nil }
      if speaker == nil {
        hasSubject = false
        speaker =
          spoken(acts, triggers) ?? precedingSubject(trigger.clause, clauses, finder)
          ?? lastSpeaker
        // «ويعتبر هذا التغيير جزءا من …» is nobody's opinion in particular.
        let isPast = trigger.reading.form.shape == .past
        if speaker == nil, isPast || !Self.asides.contains(trigger.entry.lemma) {
          speaker = .unspecified
        }
      }
    }
    guard var speaker else { return nil }
    var via: [EntityID] = []
    if trigger.entry.lemma == "نقل", let source = finder.source(after: trigger.token, limit: limit)
    {
      // «نقلت وكالة عن مسؤول»: the agency is the outer link.
      via = [speaker.entity]
      speaker = source
    }
    let introduction = trigger.token..<max(limit, trigger.token + 1)
    return SpeechAct(
      trigger: position, token: trigger.token, clause: trigger.clause, kind: kind,
      verb: trigger.entry.spelling, speaker: speaker, hasSubject: hasSubject,
      channel: Channels.channel(in: introduction, context)
        ?? (isSame(speaker, lastSpeaker) && !hasSubject ? lastChannel : nil),
      isQuoted: isQuoted(from: trigger.token, in: sentence), introduction: introduction,
      isBare: false, via: via)
  }

  /// The subject of a finite verb: before it after an auxiliary or "that" (وكان العراق يدعو،
  /// إن العراق يريد), else behind it.
  private func finite(
    _ trigger: Trigger, limit: Int, clause: Clause, _ finder: SubjectFinder,
    after acts: [SpeechAct]
  ) -> Speaker? {
    if trigger.entry.lemma == "جاء" || trigger.entry.lemma == "ورد" || trigger.entry.lemma == "صدر"
    {
      return finder.issuerOfPaper(after: trigger.token, limit: limit)
        ?? finder.document(after: trigger.token, limit: limit)
        ?? finder.document(before: trigger.token)
    }
    if let issuer = finder.issuer(after: trigger.token, limit: limit) { return issuer }
    if finder.precedes(trigger.token, in: clause),
      let before = finder.subject(before: trigger.token, in: clause.tokens)
    {
      return before
    }
    if clause.link == .complement || clause.link == .circumstance,
      let unnamed = finder.unnamed(before: trigger.token, in: clause)
    {
      return unnamed
    }
    let after = finder.subject(after: trigger.token, limit: limit, acceptsNames: true)
    if let mention = after?.mention, !acts.isEmpty, trigger.reading.hasConjunction,
      Self.addressing.contains(trigger.entry.lemma), isAddressed(mention)
    {
      return nil
    }
    if let after, after.mention == nil, !acts.isEmpty, trigger.reading.hasConjunction,
      Self.addressing.contains(trigger.entry.lemma), isDefinite(after)
    {
      return nil
    }
    return after
  }

  /// «دانت …، وطالبت المجتمع الدولي بالتدخل»: who is known and unnamed is called upon.
  private func isDefinite(_ speaker: Speaker) -> Bool {
    speaker.words.map { ArabicFolding.fold($0).hasPrefix("ال") } ?? false
  }

  /// Verbs whose object is whoever is spoken to.
  private static let addressing: WordSet = ["دعا", "طالب", "حث", "ناشد", "حض", "حمل"]

  /// «قال …، ودعا مجلس الأمن إلى …»: the one name before the preposition is called upon.
  private func isAddressed(_ mention: Int) -> Bool {
    let end = context.entities[mention].tokens.upperBound
    guard end < context.tokens.count else { return false }
    let word = context.tokens[end].folded
    return ["الي", "علي", "ان"].contains(word) || word.hasSuffix("مسووليه")
      || context.readings[end].contains { $0.preposition == "ب" }
  }

  /// «شنّت روسيا …، وتشترط …»: the subject of the verb beside.
  private func precedingSubject(
    _ position: Int, _ clauses: [Clause], _ finder: SubjectFinder
  ) -> Speaker? {
    guard position > 0, clauses[position].link == .coordinate, let verb = clauses[position - 1].verb
    else { return nil }
    return finder.subject(
      after: verb, limit: clauses[position - 1].tokens.upperBound, acceptsNames: false)
  }

  /// Whoever the last verb of the sentence lets speak; nouns of speech do not hand on.
  private func spoken(_ acts: [SpeechAct], _ triggers: [Trigger]) -> Speaker? {
    acts.last { act in
      act.trigger.map { triggers[$0].reading.form.shape != .nominal } ?? false
    }?.speaker ?? acts.last?.speaker
  }

  private func isSame(_ a: Speaker, _ b: Speaker?) -> Bool { a.entity == b?.entity }

  /// يُذكر أن، يُشار إلى أن، تجدر الإشارة: the article's own aside.
  private func isImpersonal(_ trigger: Trigger, in sentence: Range<Int>) -> Bool {
    guard trigger.reading.form.shape == .present, !trigger.reading.isFuture else { return false }
    // «تعدّ المملكة من أكبر المانحين»: is counted, is held.
    if trigger.entry.lemma == "عد" { return true }
    let next = context.tokens[min(trigger.token + 1, sentence.upperBound - 1)].folded
    return Self.asides.contains(trigger.entry.lemma) && (next == "ان" || next == "الي")
      && !trigger.reading.form.isFirstPerson
  }

  /// «ما وصفه بالنجاح»: names a thing in somebody's words; «بحسب ما قال» does report.
  private func isFreeRelative(_ trigger: Trigger, in sentence: Range<Int>) -> Bool {
    guard trigger.reading.hasPronoun, let before = context.wordBefore(trigger.token, in: sentence)
    else { return false }
    return ["ما", "بما", "مما", "عما"].contains(context.tokens[before].folded)
  }

  private static let asides: WordSet = [
    "ذكر", "اشار", "اعتبر", "قال", "لفت", "توقع", "رجح", "استبعد", "عد",
  ]

  /// The antecedent of a relative clause: بيان صدر، مصدر قال.
  private func relativeSubject(
    _ clause: Clause, _ clauses: [Clause], _ finder: SubjectFinder
  ) -> Speaker? {
    clause.link == .relative ? finder.antecedent(before: clause.tokens.lowerBound) : nil
  }

  /// Where what is said begins: the complementizer, the colon, the quotation.
  private func contentStart(after trigger: Trigger, clause: Clause, in sentence: Range<Int>) -> Int
  {
    let end = min(
      sentence.upperBound, trigger.token + 40, max(clause.tokens.upperBound, trigger.token + 1))
    for index in trigger.token + 1..<max(end, trigger.token + 1) {
      let word = context.bare[index]
      if word == ":" || FunctionWords.complementizers.contains(word) { return index }
    }
    return end
  }

  /// Whether a quotation stands where what is said begins: after "that" or a colon.
  private func isContent(_ mark: Int) -> Bool {
    guard mark > 0 else { return false }
    return context.tokens[mark - 1].folded == ":"
      || FunctionWords.complementizers.contains(context.bare[mark - 1])
  }

  /// Whether words of some length stand in quotation marks after the verb.
  private func isQuoted(from token: Int, in sentence: Range<Int>) -> Bool {
    var index = token
    let end = min(sentence.upperBound, token + 120)
    while index < end {
      if let span = context.quotations.span(containing: index) {
        if span.count >= 6 || (span.count >= 4 && isContent(span.lowerBound)) { return true }
        index = span.upperBound
      } else {
        index += 1
      }
    }
    return false
  }
}
