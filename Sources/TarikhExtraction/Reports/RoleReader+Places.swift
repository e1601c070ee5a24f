internal import ArabicDates
internal import TarikhModel

/// Where it happens, and what else a preposition makes a name to an event.
extension RoleReader {
  func addPlaces(
    of trigger: Trigger, kind: ReportKind, end: Int, to result: inout [Participant]
  ) {
    var lastRole: Participant.Role?
    for index in trigger.token + 1..<max(end, trigger.token + 1) {
      guard let position = context.entityIndex[index] else {
        if let land = land(at: index, after: trigger, kind) {
          append(.place, land, "البلاد", to: &result)
          if kind == .withdrawal { append(.origin, land, "البلاد", to: &result) }
        }
        continue
      }
      let mention = context.entities[position]
      guard index == mention.tokens.lowerBound else { continue }
      guard let role = role(kind, preposition(of: mention), mention, lastRole) else { continue }
      lastRole = role
      for entity in Self.entities(mention, as: role) {
        append(role, entity, mention.words, to: &result)
        if role == .origin, mention.category != .base {
          append(.place, entity, mention.words, to: &result)
        }
        if role == .place, kind == .withdrawal, isLeft(index, after: trigger.token) {
          append(.origin, entity, mention.words, to: &result)
        }
      }
    }
  }

  /// What a mention is in this role; both of «البلدين».
  private static func entities(
    _ mention: EntityMention, as role: Participant.Role
  ) -> [EntityID] {
    guard isPlace(role) else {
      let parties = mention.attributes.parties
      return parties.isEmpty ? [mention.attributes.asActor ?? mention.entity] : parties
    }
    if !mention.attributes.partyPlaces.isEmpty { return mention.attributes.partyPlaces }
    let isPlace = mention.category == .place || mention.category == .base
    return (mention.attributes.asPlace ?? (isPlace ? mention.entity : nil)).map { [$0] } ?? []
  }

  func append(
    _ role: Participant.Role, _ entity: EntityID, _ words: String, to result: inout [Participant]
  ) {
    if !result.contains(where: { $0.role == role && $0.entity == entity }) {
      result.append(Participant(role: role, entity: entity, text: words))
    }
  }

  private static func isPlace(_ role: Participant.Role) -> Bool {
    role == .place || role == .origin || role == .destination
  }

  /// The preposition that governs a name, past the nouns that it completes: «من محيط طرابلس»،
  /// «على مدينة ود مدني».
  func preposition(of mention: EntityMention) -> Word? {
    var place = mention.tokens.lowerBound
    for _ in 0..<3 {
      guard let before = context.wordBefore(place, in: sentence) else { return nil }
      let word = context.bare[before]
      if FunctionWords.prepositions.contains(word) || Self.directions.contains(word) { return word }
      guard isConstruct(before) else { return nil }
      place = before
    }
    return nil
  }

  /// Whether an indefinite noun stands here that the next word can complete.
  private func isConstruct(_ index: Int) -> Bool {
    let word = context.bare[index]
    return context.tokens[index].kind == .word && word.count > 2 && !word.hasPrefix("ال")
      && !context.finite[index] && context.entityIndex[index] == nil
      && context.dateIndex[index] == nil && context.quantityIndex[index] == nil
      && !context.readings[index].contains { $0.hasPronoun || $0.preposition != nil }
  }

  /// Whether «من» opens the phrase: «من القرى الحدودية في جنوب لبنان».
  private func isLeft(_ index: Int, after trigger: Int) -> Bool {
    for place in (max(trigger + 1, index - 6)..<max(index, trigger + 1)).reversed() {
      if context.bare[place] == "من" { return true }
      if context.finite[place] || context.tokens[place].kind != .word
        || context.entityIndex[place] != nil
      {
        return false
      }
    }
    return false
  }

  private static let inside: WordSet = [
    "في", "داخل", "قرب", "شمال", "جنوب", "شرق", "غرب", "وسط", "شرقي", "غربي", "شمالي", "جنوبي",
  ]
  private static let directions: WordSet = [
    "باتجاه", "صوب", "نحو", "لجهه", "شرقي", "غربي", "شمالي", "جنوبي",
  ]

  /// What a name is to an event, from the preposition that governs it.
  private func role(
    _ kind: ReportKind, _ before: Word?, _ mention: EntityMention, _ last: Participant.Role?
  ) -> Participant.Role? {
    let isSite = mention.category == .place || mention.category == .base
    let isPlace =
      mention.attributes.asPlace != nil || isSite || !mention.attributes.partyPlaces.isEmpty
    if mention.category == .base, kind == .withdrawal, before.map(Self.inside.contains) != true {
      return .origin
    }
    if mention.attributes.followsConjunction, let last, isPlace { return last }
    guard let before else { return role(ofObject: mention, kind) }
    if Self.inside.contains(before) { return isPlace ? .place : nil }
    switch before {
    case "من" where kind == .withdrawal: return isPlace ? .origin : nil
    case "من" where kind == .control: return isPlace && isPart(mention) ? .place : nil
    case "الي" where kind == .handover: return .recipient
    case "الي" where kind == .deployment: return isPlace ? .place : nil
    case "الي", "نحو", "باتجاه", "صوب", "لجهه":
      return isPlace && (kind == .withdrawal || kind == .deployment) ? .destination : nil
    case "علي" where kind == .attack || kind == .operation: return .target
    case "علي" where kind == .control: return isPlace ? .place : nil
    case "ضد": return .target
    default: return role(ofObject: mention, kind)
    }
  }

  /// «مساحات واسعة من البلدين»: of land that is held.
  private func isPart(_ mention: EntityMention) -> Bool {
    let end = mention.tokens.lowerBound
    return (max(sentence.lowerBound, end - 5)..<end).contains {
      Self.lands.contains(context.bare[$0])
    }
  }

  private static let lands: WordSet = [
    "مساحات", "مساحه", "اجزاء", "جزء", "مناطق", "منطقه", "اراض", "اراضي", "معظم", "احياء", "قري",
    "غالبيه", "مدن", "بلدات", "نصف", "ثلث",
  ]

  /// What a name without a preposition of place is.
  private func role(ofObject mention: EntityMention, _ kind: ReportKind) -> Participant.Role? {
    let isSite = mention.category == .place || mention.category == .base
    let isPlace = mention.attributes.asPlace != nil || isSite
    if mention.attributes.proclitic == .ba, isPlace { return .place }
    if mention.attributes.proclitic == .lam, kind == .handover { return .recipient }
    // «استهدفت مواقع للجيش».
    if kind == .attack, mention.attributes.proclitic == .lam,
      mention.category == .force || mention.category == .group
    {
      return .target
    }
    guard isSite, mention.attributes.proclitic == nil else { return nil }
    switch kind {
    case .withdrawal: return mention.category == .base ? .origin : nil
    case .handover: return .object
    // «استعاد الجيش مطار المدينة».
    case .control: return .place
    default: return nil
    }
  }
}
