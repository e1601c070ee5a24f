internal import ArabicDates
internal import TarikhModel

/// Gives each figure of a sentence to the event that it measures.
struct QuantityAttacher {
  let context: ArticleContext
  let sentence: Range<Int>
  let clauses: [Clause]
  let triggers: [Trigger]

  struct Attached: Hashable {
    /// Position among the article's quantities.
    var quantity: Int
    /// Position among the sentence's triggers; `nil` for a figure that stands on its own.
    var trigger: Int?
    var clause: Int
  }

  /// - Complexity: O(*n*) in the length of the sentence.
  func attach() -> [Attached] {
    var result: [Attached] = []
    let byClause = Dictionary(grouping: triggers.indices, by: { triggers[$0].clause })
    for (position, clause) in clauses.enumerated() {
      var seen: Int?
      for token in clause.tokens {
        guard let index = context.quantityIndex[token], index != seen else { continue }
        seen = index
        let quantity = context.quantities[index]
        var trigger = owner(of: quantity, byClause[position] ?? [])
        if trigger == nil, clause.link == .relative, let parent = clause.parent {
          // «قُتل في هجوم شنه مسلحون ثلاثة جنود»: the subject comes behind the description.
          trigger = owner(of: quantity, byClause[parent] ?? [])
        }
        result.append(Attached(quantity: index, trigger: trigger, clause: position))
      }
    }
    return result
  }

  /// The event that the figure is part of, else the nearest before it, else the nearest after.
  private func owner(of quantity: QuantityMention, _ own: [Int]) -> Int? {
    let place = own.endOfPrefix { triggers[$0].token < quantity.tokens.lowerBound }
    let near = own[Swift.max(0, place - 12)..<Swift.min(own.count, place + 8)]
    var fitting = near.filter { Self.fits(triggers[$0], quantity) }
    // «عدد قتلى الهجوم إلى 78»: a bare figure counts the victims, not the attacks.
    let victims = fitting.filter { triggers[$0].entry.role == .event(.casualty) }
    if quantity.unit == "other", !victims.isEmpty { fitting = victims }
    if let inside = fitting.last(where: { quantity.tokens.contains(triggers[$0].token) }) {
      return inside
    }
    if let before = fitting.last(where: { triggers[$0].token < quantity.tokens.lowerBound }) {
      return before
    }
    return fitting.first { triggers[$0].token >= quantity.tokens.upperBound }
  }

  private static let people: Set<String> = [
    "soldiers", "people", "civilians", "fighters", "persons", "other", "police", "officers",
    "children", "women", "killed", "wounded", "prisoners", "hostages", "families", "displaced",
    "captured", "refugees", "journalists", "members", "migrants", "detainees",
  ]

  private static let materiel: Set<String> = [
    "vehicles", "tanks", "aircraft", "ships", "drones", "rockets", "bases", "helicopters",
  ]

  /// Whether an event of this kind is measured in such units.
  private static func fits(_ trigger: Trigger, _ quantity: QuantityMention) -> Bool {
    guard case .event(let kind) = trigger.entry.role else { return false }
    switch kind {
    case .withdrawal, .drawdown, .deployment, .mission:
      return quantity.unit != "attacks" && quantity.unit != "killed" && quantity.unit != "wounded"
    case .casualty: return people.contains(quantity.unit)
    case .handover: return quantity.unit != "percent" && quantity.unit != "attacks"
    case .attack: return !people.contains(quantity.unit) || quantity.unit == "other"
    case .operation, .control: return true
    case .meeting, .office:
      return !people.contains(quantity.unit) && !materiel.contains(quantity.unit)
    case .decision, .agreement: return !people.contains(quantity.unit)
    default: return false
    }
  }

  /// The quantity as the model has it.
  func quantity(_ mention: QuantityMention, of trigger: Trigger?, actor: EntityID?) -> Quantity {
    let measure = measure(mention, trigger)
    var unit = mention.unit
    if case .event(.casualty)? = trigger?.entry.role, Self.people.contains(unit),
      let harm = trigger?.entry.detail, harm == .killed || harm == .wounded
    {
      unit = harm.rawValue
    }
    let isLess = mention.comparator == .less || mention.comparator == .atMost
    let isMore = mention.comparator == .greater || mention.comparator == .atLeast
    return Quantity(
      min: isLess ? nil : mention.minimum, max: isMore ? nil : mention.maximum,
      comparator: mention.comparator, unit: unit, measure: measure,
      of: mention.nationality ?? actor, expression: mention.words)
  }

  /// Stock, change, target or count, from the governing verb and preposition.
  private func measure(_ mention: QuantityMention, _ trigger: Trigger?) -> Quantity.Measure {
    guard case .event(let kind)? = trigger?.entry.role else { return .stock }
    switch kind {
    case .withdrawal, .drawdown, .deployment:
      let before = context.wordBefore(mention.tokens.lowerBound, in: sentence)
        .map { context.tokens[$0].folded }
      if before == "الي" || before == "عند" { return .target }
      if before == "من" { return .stock }
      if kind == .deployment, trigger?.entry.detail == .retain { return .target }
      return .change
    case .forceLevel: return .stock
    default: return .count
    }
  }
}
