internal import ArabicDates
internal import TarikhModel

/// Figures of troops, bases and ships that exist, with no change told: reports of force levels.
struct ForceLevels {
  let context: ArticleContext
  let sentence: Range<Int>
  let clauses: [Clause]

  private static let units: Set<String> = [
    "soldiers", "bases", "ships", "aircraft", "fighters", "tanks", "vehicles", "advisers", "troops",
    "police", "warships", "helicopters", "drones", "battalions",
  ]

  /// The deployments that only say where forces are: with a figure they tell a level.
  private static let standing: WordSet = ["تمركز", "انتشر", "تواجد", "بقي", "رابط", "ظل"]

  /// A trigger of its own for a figure that no event measures.
  func trigger(for quantity: QuantityMention, clause: Int) -> Trigger? {
    guard Self.units.contains(quantity.unit), tellsExistence(quantity, clause) else { return nil }
    return trigger(at: quantity.number.lowerBound, clause: clause)
  }

  /// Whether the clause tells that what it counts exists, and not what is done with it:
  /// «درّبت 500 جندي» is no force level.
  private func tellsExistence(_ quantity: QuantityMention, _ clause: Int) -> Bool {
    guard let verb = clauses[clause].verb else { return true }
    let verbs = context.readings[verb].filter(\.isVerb).map { context.entry($0).lemma }
    if verbs.isEmpty || verbs.contains(where: Self.existing.contains)
      || verbs.contains(where: Self.standing.contains)
    {
      return true
    }
    return (max(sentence.lowerBound, quantity.tokens.lowerBound - 6)..<quantity.tokens.lowerBound)
      .contains { place in
        // وجود begins with a letter that looks like "and".
        Self.existence.contains {
          context.bare[place].hasPrefix($0) || context.tokens[place].folded.hasPrefix($0)
        }
      }
  }

  private static let existence: [Word] = [
    "وجود", "قوام", "عدد", "لدي", "تعداد", "العدد", "تواجد", "اجمالي",
  ]

  private static let existing: WordSet = [
    "كان", "وجد", "بلغ", "ضم", "تجاوز", "زال", "ظل", "بقي", "شارك", "زاد", "ارتفع", "وصل", "قدر",
    "عمل", "خدم", "بات", "اصبح", "شكل", "تالف", "احتفظ", "نشر",
  ]

  /// Whether a figure on this event is a level and not a change.
  func isLevel(_ trigger: Trigger, _ quantity: QuantityMention, _ commitment: Commitment) -> Bool {
    guard case .event(.deployment) = trigger.entry.role, Self.units.contains(quantity.unit) else {
      return false
    }
    if trigger.entry.lemma == "وصل" {
      // «سيصل عدد الجنود إلى 2000»
      return
        (max(sentence.lowerBound, quantity.tokens.lowerBound - 12)..<quantity.tokens.lowerBound)
        .contains { ["عدد", "عددهم", "عددها", "العدد"].contains(context.bare[$0]) }
    }
    return Self.standing.contains(trigger.entry.lemma) && commitment.modality == .asserted
  }

  /// What a figure stands for that no word names.
  private static let level = LexicalEntry(lemma: "", spelling: "", role: .event(.forceLevel))

  func trigger(at token: Int, clause: Int) -> Trigger {
    let form = WordForm(
      entry: 0, shape: .nominal, isPassive: false, isFirstPerson: false, isBound: false)
    let word = context.tokens[token].folded
    let previous = context.wordBefore(token, in: sentence).map { context.tokens[$0].folded } ?? ""
    let reading = Reading(
      form: form, hasConjunction: word.hasPrefix("و") || previous.hasPrefix("و"), isFuture: false,
      preposition: nil, isDefinite: false, hasPronoun: false)
    return Trigger(
      token: token, clause: clause, reading: reading, entry: Self.level, preposition: "-",
      isAnaphoric: false, governor: nil, outer: nil)
  }
}
