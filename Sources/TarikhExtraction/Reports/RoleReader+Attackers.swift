internal import ArabicDates
internal import TarikhModel

/// By whose hand others come to harm.
extension RoleReader {
  /// «لهجمات متكررة من فصائل مسلحة»: who stands behind «من».
  func attacker(after trigger: Trigger, limit: Int) -> Speaker? {
    for index in trigger.token + 1..<max(trigger.token + 1, min(limit, trigger.token + 7)) {
      if context.finite[index] || context.tokens[index].kind == .punctuation { return nil }
      guard let position = context.entityIndex[index],
        context.entities[position].tokens.lowerBound == index
      else { continue }
      let mention = context.entities[position]
      guard preposition(before: index) == "من", Self.canAttack(mention) else { return nil }
      return Speaker(position, in: context)
    }
    return nil
  }

  private static func canAttack(_ mention: EntityMention) -> Bool {
    mention.category == .group || mention.category == .force || mention.category == .state
  }
}
