internal import ArabicDates
internal import TarikhModel

/// Who speaks in a text that is a communiqué from its head on: «بيان صادر عن …».
enum Communique {
  /// The institution that a short line at the head names as the source of all that follows.
  static func issuer(of lines: [Line], in context: ArticleContext) -> Speaker? {
    for line in lines.prefix(3) where line.tokens.count <= 14 {
      if let issuer = issuer(in: line.tokens, context) { return issuer }
    }
    return nil
  }

  private static func issuer(in line: Range<Int>, _ context: ArticleContext) -> Speaker? {
    guard let head = line.prefix(4).first(where: { papers.contains(context.bare[$0]) }) else {
      return nil
    }
    for index in (head + 1)..<min(line.upperBound, head + 5) {
      guard context.bare[index] == "عن" || context.bare[index] == "من" else { continue }
      guard index + 1 < line.upperBound, let position = context.entityIndex[index + 1] else {
        return nil
      }
      let mention = context.entities[position]
      // Only where the line ends with the name: «بيان عن الجيش يثير جدلا» is a headline.
      guard speaks.contains(mention.category), line.upperBound - mention.tokens.upperBound <= 1
      else { return nil }
      return Speaker(position, in: context)
    }
    return nil
  }

  private static let papers: Set<String> = ["بيان", "بلاغ", "تصريح", "بيانات"]
  private static let speaks: Set<EntityCategory> = [
    .institution, .force, .group, .organization, .party, .coalition, .state, .office,
  ]
}
