internal import ArabicDates
internal import TarikhModel

/// What a preposition makes a name to an event.
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
      guard index == mention.tokens.lowerBound,
        let role = role(kind, preposition(before: index), mention, lastRole)
      else { continue }
      let entities = entities(mention, as: role)
      if entities.isEmpty { continue }
      lastRole = role
      for entity in entities { append(role, entity, mention.words, to: &result) }
      addSite(mention, role, kind, index, trigger, to: &result)
    }
  }

  /// Where that is: what is attacked or left is a place too, and a place may be what is left.
  private func addSite(
    _ mention: EntityMention, _ role: Participant.Role, _ kind: ReportKind, _ index: Int,
    _ trigger: Trigger, to result: inout [Participant]
  ) {
    let isSite = mention.category == .place || mention.category == .base
    for place in entities(mention, as: .place) {
      if role == .target, isSite { append(.place, place, mention.words, to: &result) }
      if role == .origin, mention.category != .base {
        append(.place, place, mention.words, to: &result)
      }
      if role == .place, kind == .withdrawal, isLeft(index, after: trigger.token) {
        append(.origin, place, mention.words, to: &result)
      }
    }
  }

  /// What a mention is in this role; both of «البلدين».
  private func entities(_ mention: EntityMention, as role: Participant.Role) -> [EntityID] {
    guard Self.isPlace(role) else {
      let parties = mention.attributes.parties
      return parties.isEmpty ? [mention.attributes.asActor ?? mention.entity] : parties
    }
    if !mention.attributes.partyPlaces.isEmpty { return mention.attributes.partyPlaces }
    return place(of: mention).map { [$0] } ?? []
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

  private static let ways: WordSet = ["الي", "نحو", "باتجاه", "صوب", "لجهه"]
  private static let inside: WordSet = [
    "في", "فوق", "داخل", "قرب", "شمال", "جنوب", "شرق", "غرب", "وسط", "شرقي", "غربي", "شمالي",
    "جنوبي",
  ]

  /// What a name is to an event, from the preposition that governs it.
  private func role(
    _ kind: ReportKind, _ before: Word, _ mention: EntityMention, _ last: Participant.Role?
  ) -> Participant.Role? {
    let isSite = mention.category == .place || mention.category == .base
    let isPlace =
      mention.attributes.asPlace != nil || isSite || !mention.attributes.partyPlaces.isEmpty
    if mention.attributes.followsConjunction, let last, isPlace {
      // «عين الأسد في الأنبار وفيكتوريا»: a base joins the bases, not the province.
      return mention.category == .base && kind == .withdrawal ? .origin : last
    }
    if Self.inside.contains(before) { return isPlace ? .place : nil }
    if Self.ways.contains(before), kind == .deployment || kind == .withdrawal {
      // Where forces are sent they are from then on.
      return isPlace ? (kind == .deployment ? .place : .destination) : nil
    }
    switch before {
    case "من" where kind == .withdrawal: return isPlace ? .origin : nil
    case "من" where kind == .control: return isPlace ? (isPart(mention) ? .place : nil) : .from
    case "الي" where kind == .handover: return .recipient
    case "علي" where kind == .attack || kind == .operation: return .target
    case "علي" where kind == .control: return isPlace ? .place : nil
    case "ضد": return .target
    default: break
    }
    if mention.category == .base, kind == .withdrawal { return .origin }
    if mention.attributes.proclitic == .ba, isPlace { return .place }
    guard mention.attributes.proclitic == .lam else { return nil }
    if kind == .handover { return .recipient }
    // «استهدفت مواقع للجيش».
    let isForce = mention.category == .force || mention.category == .group
    return kind == .attack && isForce ? .target : nil
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
}
