internal import ArabicDates
internal import TarikhModel

/// Where an event happened, where its words are not beside it.
extension RoleReader {
  /// Nouns between a preposition and the name of a place: «في محافظات ديالى وكركوك».
  private static let localities: WordSet = [
    "محافظه", "محافظات", "محافظتي", "ولايه", "ولايات", "ولايتي", "مدينه", "مدن", "مدينتي", "بلده",
    "بلدات", "بلدتي", "قريه", "قري", "قريتي", "ريف", "ارياف", "جبهه", "جبهات", "منطقه", "مناطق",
    "ضواحي", "ضاحيه", "اطراف", "محيط", "جبال", "سواحل", "ساحل", "قضاء", "ناحيه", "مديريه",
    "مديريات", "اقليم", "حي", "احياء", "مخيم", "مخيمات", "حدود", "اجواء", "سماء", "مياه", "سوق",
    "جنوب", "شمال", "شرق", "غرب", "جنوبي", "شمالي", "شرقي", "غربي", "وسط", "داخل", "مشارف", "تخوم",
    "شوارع", "صحراء", "باديه", "سهل", "عموم", "معظم", "كامل", "بقيه", "مركز", "مطار", "ميناء",
  ]

  /// Prepositions that put what they govern in a place by themselves.
  private static let situating: WordSet = ["قرب", "قباله", "بالقرب", "بمحاذاه", "بمحيط", "باطراف"]

  /// The preposition that governs the name at `index`, past nouns of place.
  func preposition(before index: Int) -> Word {
    var place = index
    for _ in 0..<4 {
      guard let before = context.wordBefore(place, in: sentence) else { return "" }
      let word = context.bare[before]
      if Self.situating.contains(word) { return "في" }
      if Self.localities.contains(word) {
        place = before
        continue
      }
      if word.hasPrefix("ب"), Self.localities.contains(word.dropFirst()) { return "في" }
      if word.hasPrefix("ل"), Self.localities.contains(word.dropFirst()) { return "الي" }
      return place == index || FunctionWords.prepositions.contains(word) ? word : ""
    }
    return ""
  }

  /// Kinds whose place may open the sentence: «الفاشر: قُتل …»، «وفي دير الزور، قُتل …».
  private static let situated: Set<ReportKind> = [
    .attack, .operation, .casualty, .control, .deployment, .withdrawal, .drawdown, .meeting,
  ]

  /// A place before a verb: in its clause, or where the sentence opens.
  func addPlaceBefore(_ trigger: Trigger, kind: ReportKind, to result: inout [Participant]) {
    guard Self.situated.contains(kind),
      !result.contains(where: { [.place, .origin, .destination].contains($0.role) })
    else { return }
    let clause = clauses[trigger.clause].tokens
    let near = trigger.isVerb ? max(clause.lowerBound, trigger.token - 12)..<trigger.token : 0..<0
    let opening = sentence.lowerBound..<min(sentence.lowerBound + 4, trigger.token)
    for index in Array(near.reversed()) + Array(opening) {
      guard let mention = context.entity(at: index), mention.tokens.lowerBound == index,
        let place = place(of: mention)
      else { continue }
      let isInside =
        preposition(before: index) == "في" || mention.attributes.proclitic == .ba
        || (kind != .meeting && heads(mention))
      guard isInside else { continue }
      append(kind == .withdrawal ? .origin : .place, place, mention.words, to: &result)
      return
    }
  }

  /// Whether a place stands before the colon that opens a telegram.
  private func heads(_ mention: EntityMention) -> Bool {
    mention.tokens.lowerBound == sentence.lowerBound
      && mention.tokens.upperBound < sentence.upperBound
      && context.tokens[mention.tokens.upperBound].folded == ":"
  }

  func place(of mention: EntityMention) -> EntityID? {
    if mention.category == .nationality { return nil }
    return mention.attributes.asPlace
      ?? (mention.category == .place || mention.category == .base ? mention.entity : nil)
  }

  /// Harm and the act that did it happen in one place and by one hand: «قصفت القوات حيّاً في
  /// الفاشر، ما أدى إلى مقتل 17».
  static func shareHappening(_ drafts: inout [ReportDraft]) {
    let acts: Set<ReportKind> = [.attack, .operation]
    for index in drafts.indices
    where drafts[index].kind == .casualty || acts.contains(drafts[index].kind) {
      let isHarm = drafts[index].kind == .casualty
      let others = drafts.indices.filter {
        isHarm ? acts.contains(drafts[$0].kind) : drafts[$0].kind == .casualty
      }
      guard let other = others.min(by: { abs($0 - index) < abs($1 - index) }),
        drafts[other].commitment.modality == drafts[index].commitment.modality
      else { continue }
      let roles: [Participant.Role] = isHarm ? [.place, .actor] : [.place]
      for role in roles where !drafts[index].participants.contains(where: { $0.role == role }) {
        let known = Set(drafts[index].participants.map(\.entity))
        drafts[index].participants += drafts[other].participants.filter {
          $0.role == role && !known.contains($0.entity)
        }
      }
    }
  }
}
