internal import ArabicDates
internal import TarikhModel

/// Remembers who spoke, for "the minister added" and "the ministry said".
struct TitleMemory {
  private var person: Speaker?
  private var body: Speaker?

  private static let persons: WordSet = [
    "الوزير", "الوزيره", "الرييس", "المتحدث", "المتحدثه", "القايد", "السفير", "الناطق", "المبعوث",
    "الجنرال", "النايب", "الامين", "الباحث", "المحلل", "الخبير", "المسوول",
  ]
  private static let bodies: WordSet = [
    "الوزاره", "الحركه", "المنظمه", "الصحيفه", "الوكاله", "الجماعه", "الهييه", "الحكومه", "البعثه",
    "اللجنه", "القياده", "الشبكه", "القناه", "السفاره", "الرياسه", "التنظيم", "الحزب", "النقابه",
  ]

  /// The speaker before whom a bare title means, else the speaker as found, remembered.
  mutating func resolve(_ speaker: Speaker, in context: ArticleContext) -> Speaker {
    if let word = Self.bareTitle(speaker) {
      if Self.persons.contains(word), let person { return person }
      if Self.bodies.contains(word), let body { return body }
      return speaker
    }
    guard let mention = speaker.mention.map({ context.entities[$0] }) else { return speaker }
    switch mention.category {
    case .person, .office, .source: person = speaker
    case .institution, .organization, .group, .party, .force, .outlet, .coalition: body = speaker
    default: break
    }
    return speaker
  }

  /// The one word that names a speaker whom no lexicon knows.
  private static func bareTitle(_ speaker: Speaker) -> Word? {
    guard speaker.mention == nil, let words = speaker.words, !words.contains(" ") else {
      return nil
    }
    return Word(folding: words)
  }
}
