internal import ArabicDates

/// Words that decide whether a run of words is a person's name.
///
/// A class, since every word of a text is looked up here.
final class NameWords: Sendable {
  /// Given names, folded; common words among them («أمل») are in `weakNames` as well.
  let givenNames: WordSet
  let weakNames: WordSet
  /// Given names and the particles that a name can begin with.
  let nameOpeners: WordSet
  /// Function words, verbs and nouns of news that never are part of a name after a title.
  let neverNames: WordSet
  /// «عبد»، «أبو»، «بن»، «آل»: bind the next word.
  let particles: WordSet
  /// «السابق»، «المنتخب»: stand between an office and a name, or after an office.
  let officeModifiers: WordSet
  /// «قاعدة»، «محافظة»، «مدينة»: make a weak name of a place or base strong.
  let placeCues: WordSet
  let baseCues: WordSet
  /// «تل»، «كفر»، «الملك»: bind the next word in a name of a place.
  let siteParticles: WordSet
  /// «اللواء»، «الفرقة»: name a force with the number after them.
  let unitNouns: WordSet
  /// «البيانات»، «الفقيه»: stand after «قاعدة»، «ولاية» and name no place.
  let siteNouns: WordSet
  /// «الإرهابي»، «المذكورة»: adjectives that leave «التنظيم» what it stood for.
  let plainModifiers: WordSet
  /// Verbs and prepositions of saying beside a bare «مصادر».
  let speechCues: WordSet

  /// Particles that a name can begin with.
  static let firstParticles: WordSet = ["عبد", "ابو", "ابي", "ابن", "بن"]
  /// The article with something joined before it: no name begins so.
  static let joinedArticles: [Word] = ["وال", "بال", "فال", "كال", "لل", "ولل", "وبال"]

  init(rows: [TabSeparatedFile.Row]) {
    var classes: [String: WordSet] = [:]
    for row in rows {
      let words = row.list(1).flatMap { $0.split(separator: " ") }.map { Word(folding: String($0)) }
      classes[row[0], default: []].formUnion(words)
    }
    func take(_ name: String) -> WordSet { classes.removeValue(forKey: name) ?? [] }
    givenNames = take("given")
    weakNames = take("weak")
    var openers = givenNames
    openers.formUnion(Self.firstParticles)
    nameOpeners = openers
    neverNames = take("never")
    particles = take("particle")
    officeModifiers = take("modifier")
    placeCues = take("place-cue")
    baseCues = take("base-cue")
    siteParticles = take("site-particle")
    unitNouns = take("unit-noun")
    siteNouns = take("site-noun")
    plainModifiers = take("plain-modifier")
    speechCues = take("speech")
    precondition(classes.isEmpty, "unknown classes of name words: \(classes.keys.sorted())")
  }
}
