package import ArabicDates

/// Takes the clitics off a word and looks up what is left.
package struct WordAnalyzer: Sendable {
  private let lexicon: Lexicon

  package init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// - Parameter word: a token's folded text.
  package func readings(of word: Word) -> [Reading] {
    guard (2...Word.longest).contains(word.count) else { return [] }
    var readings = read(word, hasConjunction: false)
    if word.begins(withOneOf: "وف") {
      readings += read(word.dropFirst(), hasConjunction: true)
    }
    return readings
  }

  private func read(_ word: Word, hasConjunction: Bool) -> [Reading] {
    verbs(word, hasConjunction) + nominals(word, hasConjunction)
  }

  private func verbs(_ word: Word, _ hasConjunction: Bool) -> [Reading] {
    var readings: [Reading] = []
    func add(_ text: Word, isFuture: Bool, preposition: Word?) {
      for (stem, hasPronoun) in Self.withoutPronoun(text) {
        for form in lexicon.forms(of: stem)
        where form.shape != .nominal && form.shape != .participle {
          if form.isBound && !hasPronoun { continue }
          if isFuture && form.shape != .present { continue }
          if preposition != nil && form.shape != .present { continue }
          readings.append(
            Reading(
              form: form, hasConjunction: hasConjunction, isFuture: isFuture,
              preposition: preposition, isDefinite: false, hasPronoun: hasPronoun))
        }
      }
    }
    add(word, isFuture: false, preposition: nil)
    if word.hasPrefix("س") { add(word.dropFirst(), isFuture: true, preposition: nil) }
    if word.hasPrefix("ل") { add(word.dropFirst(), isFuture: false, preposition: "ل") }
    return readings
  }

  private func nominals(_ word: Word, _ hasConjunction: Bool) -> [Reading] {
    var readings: [Reading] = []
    func add(_ text: Word, preposition: Word?, isDefinite: Bool) {
      let stems = isDefinite ? [(text, false)] : Self.withoutPronoun(text)
      for (stem, hasPronoun) in stems {
        for form in lexicon.forms(of: stem) where isNoun(form, preposition, isDefinite) {
          if form.isBound && !hasPronoun { continue }
          readings.append(
            Reading(
              form: form, hasConjunction: hasConjunction, isFuture: false,
              preposition: preposition, isDefinite: isDefinite, hasPronoun: hasPronoun))
        }
      }
    }
    add(word, preposition: nil, isDefinite: false)
    if word.hasPrefix("ال") { add(word.dropFirst(2), preposition: nil, isDefinite: true) }
    for preposition in ["ب", "ل", "ك"] as [Word] where word.hasPrefix(preposition) {
      let rest = word.dropFirst()
      add(rest, preposition: preposition, isDefinite: false)
      if rest.hasPrefix("ال") { add(rest.dropFirst(2), preposition: preposition, isDefinite: true) }
    }
    if word.hasPrefix("لل") {
      add(word.dropFirst(2), preposition: "ل", isDefinite: true)
    }
    return readings
  }

  private func isNoun(_ form: WordForm, _ preposition: Word?, _ isDefinite: Bool) -> Bool {
    form.shape == .nominal || (form.shape == .participle && preposition == nil && !isDefinite)
  }

  private static let pronouns: [Word] = ["هما", "ها", "هم", "هن", "نا", "ني", "كم", "ه"]

  /// The word itself, and without each pronoun that it may end in.
  private static func withoutPronoun(_ word: Word) -> [(Word, Bool)] {
    var results: [(Word, Bool)] = [(word, false)]
    for pronoun in pronouns where word.hasSuffix(pronoun) && word.count > pronoun.count + 1 {
      results.append((word.dropLast(pronoun.count), true))
    }
    return results
  }
}
