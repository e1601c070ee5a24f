internal import ArabicDates

/// Words that decide whether a run of words is a person's name.
struct NameWords: Sendable {
  /// Given names, folded; common words among them («أمل») are in `weakNames` as well.
  private(set) var givenNames: WordSet = []
  private(set) var weakNames: WordSet = []
  /// Function words, verbs and nouns of news that never are part of a name after a title.
  private(set) var neverNames: WordSet = []
  /// «عبد»، «أبو»، «بن»، «آل»: bind the next word.
  private(set) var particles: WordSet = []
  /// «السابق»، «المنتخب»: stand between an office and a name, or after an office.
  private(set) var officeModifiers: WordSet = []
  /// «قاعدة»، «محافظة»، «مدينة»: make a weak name of a place or base strong.
  private(set) var placeCues: WordSet = []
  private(set) var baseCues: WordSet = []
  /// «تل»، «كفر»، «الملك»: bind the next word in a name of a place.
  private(set) var siteParticles: WordSet = []
  /// «اللواء»، «الفرقة»: name a force with the number after them.
  private(set) var unitNouns: WordSet = []
  /// «البيانات»، «الفقيه»: stand after «قاعدة»، «ولاية» and name no place.
  private(set) var siteNouns: WordSet = []
  /// «الإرهابي»، «المذكورة»: adjectives that leave «التنظيم» what it stood for.
  private(set) var plainModifiers: WordSet = []
  /// Verbs and prepositions of saying beside a bare «مصادر».
  private(set) var speechCues: WordSet = []

  /// Particles that a name can begin with.
  static let firstParticles: WordSet = ["عبد", "ابو", "ابي", "ابن", "بن"]
  /// The article with something joined before it: no name begins so.
  static let joinedArticles: [Word] = ["وال", "بال", "فال", "كال", "لل", "ولل", "وبال"]

  init() {}

  init(rows: [TabSeparatedFile.Row]) {
    for row in rows {
      let forms = Set(
        row.list(1).flatMap { $0.split(separator: " ") }.map {
          Word(folding: String($0))
        })
      switch row[0] {
      case "given": givenNames.formUnion(forms)
      case "weak": weakNames.formUnion(forms)
      case "never": neverNames.formUnion(forms)
      case "particle": particles.formUnion(forms)
      case "modifier": officeModifiers.formUnion(forms)
      case "place-cue": placeCues.formUnion(forms)
      case "base-cue": baseCues.formUnion(forms)
      case "speech": speechCues.formUnion(forms)
      case "site-particle": siteParticles.formUnion(forms)
      case "unit-noun": unitNouns.formUnion(forms)
      case "site-noun": siteNouns.formUnion(forms)
      case "plain-modifier": plainModifiers.formUnion(forms)
      default: preconditionFailure("unknown class of name words: \(row[0])")
      }
    }
  }
}
