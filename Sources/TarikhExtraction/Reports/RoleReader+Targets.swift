internal import ArabicDates
internal import TarikhModel

/// Whom it is aimed at, and who comes to harm.
extension RoleReader {
  /// «تعرّضت القوات لهجمات»: whoever is exposed to it did not do it.
  func sufferer(of trigger: Trigger, clause: Clause) -> Speaker? {
    guard !trigger.isVerb, let governor = trigger.governor, governor.reading.isVerb,
      Self.exposed.contains(governor.entry.lemma)
    else { return nil }
    if finder.precedes(governor.token, in: clause),
      let before = finder.subject(before: governor.token, in: clause.tokens)
    {
      return before
    }
    return finder.subject(after: governor.token, limit: trigger.token, acceptsNames: true)
  }

  private static let exposed: WordSet = ["تعرض"]

  /// «لهجمات متكررة من فصائل مسلحة»: who stands behind «من», or «على يد».
  func attacker(after trigger: Trigger, limit: Int) -> Speaker? {
    for index in trigger.token + 1..<max(trigger.token + 1, min(limit, trigger.token + 7)) {
      if context.finite[index] || context.tokens[index].kind == .punctuation { return nil }
      guard let position = context.entityIndex[index],
        context.entities[position].tokens.lowerBound == index
      else { continue }
      let mention = context.entities[position]
      guard preposition(of: mention) == "من", Self.canAttack(mention) else { return nil }
      return Speaker(position, in: context)
    }
    return nil
  }

  private static func canAttack(_ mention: EntityMention) -> Bool {
    mention.category == .group || mention.category == .force || mention.category == .state
  }

  /// «لمحاربة تنظيم داعش»، «لملاحقة فلول …»: whom a mission or an operation is against.
  func addTargets(
    of trigger: Trigger, kind: ReportKind, end: Int, to result: inout [Participant]
  ) {
    guard kind == .mission || kind == .operation else { return }
    for index in trigger.token + 1..<max(end, trigger.token + 1)
    where isAgainst(context.bare[index]) {
      for place in index + 1..<max(index + 1, min(end, index + 4)) {
        guard let mention = context.entity(at: place), mention.tokens.lowerBound == place else {
          continue
        }
        if mention.category == .group || mention.category == .force || mention.category == .state {
          append(.target, mention.entity, mention.words, to: &result)
        }
        return
      }
    }
  }

  /// Whether an enemy is named next: «لملاحقة»، «ضد».
  func isAgainst(_ word: Word) -> Bool { Self.fighting.contains(where: word.hasSuffix) }

  private static let fighting: [Word] = [
    "محاربه", "قتال", "مكافحه", "هزيمه", "مواجهه", "ملاحقه", "ضد", "دحر", "تعقب",
  ]

  /// «إصابة منتسبين في الحشد الشعبي»، «مقتل عناصر من الجيش»: whose people come to harm.
  func addVictims(of trigger: Trigger, end: Int, to result: inout [Participant]) {
    guard !trigger.isVerb || trigger.entry.affectsSubject,
      !result.contains(where: { $0.role == .victim })
    else { return }
    for index in trigger.token + 1..<max(trigger.token + 1, min(end, trigger.token + 8)) {
      if context.finite[index] || context.tokens[index].kind == .punctuation { return }
      guard let mention = context.entity(at: index), mention.tokens.lowerBound == index else {
        continue
      }
      let before = preposition(of: mention)
      guard mention.category == .force || mention.category == .group,
        before == "في" || before == "من"
      else { return }
      append(.victim, mention.entity, mention.words, to: &result)
      return
    }
  }
}
