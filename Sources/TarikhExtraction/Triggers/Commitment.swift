internal import ArabicDates
internal import TarikhModel

/// How far the source commits itself to an event: modality, polarity and aspect.
struct Commitment: Hashable {
  var modality: Modality = .asserted
  var polarity: Polarity = .positive
  var aspect: Aspect?
}

/// Reads modality, polarity and aspect from the construction that an event stands in.
struct CommitmentReader {
  let context: ArticleContext
  let sentence: Range<Int>
  let clauses: [Clause]

  func commitment(of trigger: Trigger) -> Commitment {
    var result = Commitment()
    if trigger.isVerb {
      result = verb(trigger.reading, at: trigger.token, clause: trigger.clause)
    } else {
      if let governor = trigger.governor {
        result = governed(by: governor, clause: trigger.clause)
        if let outer = trigger.outer, result.modality == .asserted {
          let carried = governed(by: outer, clause: trigger.clause)
          result.modality = carried.modality
          if carried.modality == .denied { result.polarity = .negative }
          result.aspect = result.aspect ?? carried.aspect
        }
        if trigger.entry.isPerformed, result.modality == .planned,
          governor.entry.role == .event(.decision) || governor.entry.role == .content
        {
          result.modality = .asserted
        }
      } else {
        result = inherited(clause: trigger.clause, from: Commitment())
        if result.modality == .asserted, isFigureToCome(trigger) { result.modality = .planned }
      }
      if isNegatedNoun(trigger.token) { result.polarity = .negative }
    }
    if isConditional(trigger.clause), result.modality != .denied { result.modality = .conditional }
    return result
  }

  /// Whether a noun of absence stands before it, as in عدم الانسحاب.
  private func isNegatedNoun(_ token: Int) -> Bool {
    (max(sentence.lowerBound, token - 2)..<token).contains {
      Self.absences.contains(context.tokens[$0].folded)
    }
  }

  private static let absences: WordSet = ["عدم", "بعدم", "لعدم", "دون", "بدون"]
  private static let perhaps: WordSet = ["ربما", "لعل", "يحتمل"]

  /// «لن يتجاوز العدد 500»، «سيبلغ 2000»: the verb belongs to the comparison.
  private func isFigureToCome(_ trigger: Trigger) -> Bool {
    guard trigger.entry.role == .event(.forceLevel) else { return false }
    return (max(sentence.lowerBound, trigger.token - 4)..<trigger.token).contains {
      ["لن", "سوف"].contains(context.bare[$0])
        || context.readings[$0].contains { $0.isVerb && $0.isFuture }
    }
  }

  private func isConditional(_ position: Int) -> Bool {
    var index: Int? = position
    for _ in 0..<4 {
      guard let current = index else { break }
      if clauses[current].link == .conditional { return true }
      index = clauses[current].parent
    }
    return false
  }

  private func verb(_ reading: Reading, at token: Int, clause: Int) -> Commitment {
    var result = Commitment()
    if reading.isFuture { result.modality = .planned }
    for index in (max(sentence.lowerBound, token - 3)..<token).reversed() {
      if context.tokens[index].kind == .punctuation { break }
      let word = context.bare[index]
      if index == token - 1, FunctionWords.negations.contains(word) {
        result.polarity = .negative
        if word == "لن" { result.modality = .planned }
        if word == "لا", isOngoing(token) { result.polarity = .positive }
      }
      if index == token - 1, word == "سوف" { result.modality = .planned }
      if word == "قد", reading.form.shape == .present { result.modality = .possible }
      if Self.perhaps.contains(word) { result.modality = .possible }
      if FunctionWords.auxiliaries.contains(word), word.hasSuffix("زال") || word.hasSuffix("زالت") {
        result.aspect = .ongoing
      }
    }
    return inherited(clause: clause, from: result)
  }

  private func isOngoing(_ token: Int) -> Bool {
    ["يزال", "تزال", "يزالون"].contains(context.tokens[token].folded)
  }

  /// What the clause's own governor says of it: من المتوقع أن …، طالب بأن ….
  private func inherited(clause position: Int, from own: Commitment) -> Commitment {
    var result = own
    var index = position
    for _ in 0..<4 {
      guard clauses[index].link == .complement, let parent = clauses[index].parent else {
        guard let parent = clauses[index].parent, clauses[index].link != .relative else { break }
        index = parent
        continue
      }
      if let governor = clauseGovernor(of: index, in: parent) {
        apply(governor, to: &result, clause: parent)
        if !governor.entry.isSpeech || governor.entry.role == .speech(.demand) { break }
      }
      index = parent
    }
    return result
  }

  /// The word before "that" which takes a clause.
  private func clauseGovernor(of position: Int, in parent: Int) -> Governor? {
    let opener = clauses[position].tokens.lowerBound
    let start = max(clauses[parent].tokens.lowerBound, opener - 24)
    var speech: Governor?
    for index in (start..<max(start, opener)).reversed() {
      // «طلب عدم نشر اسمه»: nothing of what follows is asked for.
      if context.withholdsName(index, in: sentence) { continue }
      let isFinite = context.finite[index]
      for reading in context.readings[index] where reading.isVerb == isFinite {
        let entry = context.entry(reading)
        if entry.complements.contains("ان") || entry.complements.contains("ب") && entry.isSpeech {
          // يُتوقع is a word of speech too; what it says of the event matters more.
          let governor = Governor(token: index, reading: reading, entry: entry)
          if !entry.isSpeech { return governor }
          speech = speech ?? governor
        }
      }
      if let speech { return speech }
    }
    return nil
  }

  private func governed(by governor: Governor, clause: Int) -> Commitment {
    var result = Commitment()
    if governor.reading.isVerb {
      result = verb(governor.reading, at: governor.token, clause: clause)
    } else {
      result = inherited(clause: clause, from: result)
    }
    apply(governor, to: &result, clause: clause)
    return result
  }

  private func apply(_ governor: Governor, to result: inout Commitment, clause: Int) {
    switch governor.entry.role {
    case .plan, .event(.decision), .event(.agreement):
      if result.modality == .asserted { result.modality = .planned }
    case .expectation: result.modality = .expected
    case .possibility: result.modality = .possible
    case .obligation, .speech(.demand): result.modality = .demanded
    case .denial:
      result.modality = .denied
      result.polarity = .negative
    case .aspect(let aspect): result.aspect = aspect
    case .light:
      if governor.reading.form.shape == .past, governor.entry.lemma == "تم" {
        result.aspect = .done
      }
    case .content:
      if hasUndertaking(before: governor.token) { result.modality = .planned }
    case .speech(.statement) where Self.forecasts.contains(governor.entry.lemma):
      result.modality = .expected
    case .speech(.statement) where Self.denials.contains(governor.entry.lemma):
      result.modality = .denied
      result.polarity = .negative
    case .speech, .event, .cause, .plain, .noun: break
    }
  }

  private static let denials: WordSet = ["نفي", "كذب", "انكر", "استبعد"]
  private static let forecasts: WordSet = ["توقع", "رجح"]

  /// Whether an agreement, plan or decision was named just before: what it contains is planned.
  private func hasUndertaking(before token: Int) -> Bool {
    for index in max(sentence.lowerBound, token - 24)..<token {
      for reading in context.readings[index] where !reading.isVerb {
        switch context.entry(reading).role {
        case .plan, .event(.agreement), .event(.decision): return true
        default: break
        }
      }
    }
    return false
  }
}
