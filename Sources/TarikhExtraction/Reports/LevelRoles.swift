internal import ArabicDates
internal import TarikhModel

/// Whose the figures of a sentence are that tell how many forces exist, and where.
///
/// An Arabic sentence names the owner once and the place beside each figure: «كان لفرنسا 5000
/// جندي في النيجر و1000 في تشاد», «عدد الجنود الفرنسيين في تشاد يتجاوز 1200، وتؤكد مصادر أن
/// العدد أكبر».
struct LevelRoles {
  /// Participants of the level at each index into the article's quantities.
  private(set) var participants: [Int: [Participant]] = [:]

  private let context: ArticleContext
  private let sentence: Range<Int>

  /// - Complexity: O(*n*) in the length of the sentence: each word is looked at for the figure
  ///   before it and for the one after it.
  init(context: ArticleContext, sentence: Range<Int>) {
    self.context = context
    self.sentence = sentence
    var figures: [Int] = []
    for token in sentence {
      guard let index = context.quantityIndex[token], index != figures.last else { continue }
      figures.append(index)
    }
    var previous: (actor: Participant?, place: Participant?)
    for (order, index) in figures.enumerated() {
      let figure = context.quantities[index]
      let start = order > 0 ? context.quantities[figures[order - 1]].tokens.upperBound : nil
      let before = (start ?? sentence.lowerBound)..<figure.tokens.lowerBound
      let end =
        order + 1 < figures.count
        ? context.quantities[figures[order + 1]].tokens.lowerBound : sentence.upperBound
      let actor = owner(of: figure, in: before) ?? previous.actor
      let isAnaphoric = before.contains { Self.anaphora.contains(context.bare[$0]) }
      let place =
        self.place(after: figure.tokens.upperBound..<max(end, figure.tokens.upperBound), before)
        ?? self.place(before: before) ?? (isAnaphoric ? previous.place : nil)
      participants[index] = [actor, place].compactMap { $0 }
      previous = (actor, place)
    }
  }

  /// «العدد», said of the figure before.
  private static let anaphora: WordSet = ["العدد", "عددهم", "عددها", "الرقم"]

  // MARK: Owners

  private func owner(of figure: QuantityMention, in before: Range<Int>) -> Participant? {
    if let state = figure.nationality {
      return Participant(role: .actor, entity: state, text: figure.words)
    }
    for token in before.reversed() {
      guard let position = context.entityIndex[token] else { continue }
      let mention = context.entities[position]
      guard token == mention.tokens.lowerBound, !followsPlacePreposition(token) else { continue }
      if let entity = owner(mention) {
        return Participant(role: .actor, entity: entity, text: mention.words)
      }
    }
    return nil
  }

  private func owner(_ mention: EntityMention) -> EntityID? {
    switch mention.category {
    case .force, .group, .coalition: mention.entity
    case .nationality:
      mention.attributes.asActor ?? mention.attributes.country
    case .state where mention.attributes.proclitic == .lam:
      mention.attributes.asActor ?? mention.entity
    default: nil
    }
  }

  // MARK: Places

  private static let prepositions: WordSet = [
    "في", "داخل", "قرب", "شمال", "جنوب", "شرق", "غرب",
  ]
  private static let there: WordSet = ["هناك", "فيها", "فيه", "بها"]

  /// The place beside the figure, up to the next comma or the next "and in".
  private func place(after range: Range<Int>, _ before: Range<Int>) -> Participant? {
    for token in range.prefix(12) {
      let word = context.tokens[token]
      if word.kind == .punctuation, FunctionWords.commas.contains(word.folded) { return nil }
      if word.folded != context.bare[token], Self.prepositions.contains(context.bare[token]) {
        return nil
      }
      if Self.there.contains(word.folded) { return place(before: before) }
      if let found = place(at: token) { return found }
    }
    return nil
  }

  /// The nearest place before the figure and after the one before it.
  private func place(before range: Range<Int>) -> Participant? {
    for token in range.reversed() {
      if let found = place(at: token) { return found }
    }
    return nil
  }

  private func place(at token: Int) -> Participant? {
    guard let position = context.entityIndex[token] else { return nil }
    let mention = context.entities[position]
    guard token == mention.tokens.lowerBound, followsPlacePreposition(token) else { return nil }
    let isPlace = mention.category == .place || mention.category == .base
    guard let entity = mention.attributes.asPlace ?? (isPlace ? mention.entity : nil) else {
      return nil
    }
    return Participant(role: .place, entity: entity, text: mention.words)
  }

  private func followsPlacePreposition(_ token: Int) -> Bool {
    if context.entity(at: token)?.attributes.proclitic == .ba { return true }
    guard let before = context.wordBefore(token, in: sentence) else { return false }
    return Self.prepositions.contains(context.bare[before])
  }
}
