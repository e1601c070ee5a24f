internal import ArabicDates
internal import TarikhModel

/// Says which triggers are reports: named again, as a purpose or only to date something, an
/// event is none (annotation guideline, "required").
struct Emission {
  let context: ArticleContext
  let sentence: Range<Int>
  let clauses: [Clause]

  func isReport(_ trigger: Trigger, hasDate: Bool, hasQuantity: Bool) -> Bool {
    guard case .event(let kind) = trigger.entry.role else { return false }
    if trigger.isVerb { return true }
    if kind == .casualty, !hasQuantity, isAbsent(trigger.token) { return false }
    if hasQuantity { return true }
    if trigger.isAnaphoric { return hasDate || isSubjectOfAspect(trigger) }
    if hasDate { return true }
    guard let governor = trigger.governor else { return isFreestanding(trigger, kind) }
    if governor.entry.role == .content || governor.entry.isSpeech, isNegated(governor.token) {
      // «لم تعلن أي جهة مسؤوليتها عن الهجوم»: nobody said so.
      return false
    }
    if trigger.outer?.entry.role == .speech(.reaction) || isAdjunct(governor, of: trigger) {
      return false
    }
    switch governor.entry.role {
    case .plan, .expectation, .obligation, .light, .aspect, .denial, .cause, .content: return true
    case .possibility: return governor.reading.isVerb
    case .speech(.reaction): return false
    case .speech: return true
    case .event(.agreement), .event(.decision):
      // «بعد اتفاق هدنة»: two names for one thing that nothing tells of.
      return governor.entry.role != trigger.entry.role || governor.reading.isVerb
        || trigger.outer != nil
    case .event, .plain, .noun: return false
    }
  }

  private func isNegated(_ token: Int) -> Bool {
    token > sentence.lowerBound && FunctionWords.negations.contains(context.bare[token - 1])
  }

  /// «قبل التوصل لوقف إطلاق النار»: nothing carries the carrier, it only dates or excepts.
  private func isAdjunct(_ governor: Governor, of trigger: Trigger) -> Bool {
    guard governor.reading.form.shape == .nominal, trigger.outer == nil,
      let before = context.wordBefore(governor.token, in: sentence)
    else { return false }
    return ["قبل", "بعد", "دون", "حتي", "منذ", "عقب", "حين", "لحين"].contains(context.bare[before])
  }

  /// «دون وقوع إصابات»: no harm is no event.
  private func isAbsent(_ token: Int) -> Bool {
    (max(sentence.lowerBound, token - 2)..<token).contains {
      ["عدم", "دون", "بدون"].contains(context.tokens[$0].folded)
    }
  }

  private func isSubjectOfAspect(_ trigger: Trigger) -> Bool {
    guard let governor = trigger.governor, case .aspect = governor.entry.role else { return false }
    return governor.token > trigger.token
  }

  /// A noun that nothing carries reports something where it tells how something else came about:
  /// «قُتل خمسة في غارة على …», «… مع مغادرة القوات لبعض القواعد».
  private func isFreestanding(_ trigger: Trigger, _ kind: ReportKind) -> Bool {
    let preposition = trigger.preposition
    switch kind {
    case .attack, .operation, .casualty:
      return !trigger.reading.isDefinite && !trigger.reading.hasPronoun
        && Self.causal.contains(preposition)
    case .meeting:
      return !trigger.reading.isDefinite && !trigger.reading.hasPronoun
        && (preposition == "خلال" || preposition == "في" && trigger.entry.lemma == "زار")
    case .withdrawal, .drawdown, .deployment: return preposition == "مع"
    default: return false
    }
  }

  private static let causal: WordSet = [
    "في", "خلال", "اثر", "جراء", "نتيجه", "بسبب", "ب", "بفعل",
  ]
}
