package import ArabicDates
package import TarikhModel

/// A word family of the lexicon: a verb with its masdars, or a noun with its plurals.
///
/// A class, since every trigger and its governors carry one.
package final class LexicalEntry: Sendable {
  /// The dictionary form, folded: what an attribution's `verb` is written with.
  package let lemma: Word
  /// The lemma as the data file spells it.
  package let spelling: String
  package let role: LexicalRole
  /// What introduces the thing governed.
  ///
  /// Folded prepositions, `-` for a direct object, `ان` for a clause; empty where the word
  /// governs nothing.
  package let complements: Set<Word>
  /// Classes of noun of which one must be the word's argument for the role to hold.
  package let needs: NounClasses
  /// Classes of noun that cancel the role when they are the word's argument.
  package let excludes: NounClasses
  /// Words of which one must follow for the role to hold, as «أنّ» makes «سجّل» an act of speech.
  package let requires: Set<Word>
  package let detail: Detail?
  /// Whether the word says that something happened to its subject, not that its subject did it.
  package let affectsSubject: Bool

  init(
    lemma: Word, spelling: String, role: LexicalRole, complements: Set<Word> = [],
    needs: NounClasses = [], excludes: NounClasses = [], requires: Set<Word> = [],
    detail: Detail? = nil, affectsSubject: Bool = false
  ) {
    self.lemma = lemma
    self.spelling = spelling
    self.role = role
    self.complements = complements
    self.needs = needs
    self.excludes = excludes
    self.requires = requires
    self.detail = detail
    self.affectsSubject = affectsSubject
  }
}

/// What a word family does in a sentence.
package enum LexicalRole: Hashable, Sendable {
  /// Names an act of speech.
  case speech(ReportKind)
  /// Names an occurrence.
  case event(ReportKind)
  /// Begins, goes on with or ends what it governs.
  case aspect(Aspect)
  /// Carries tense and person for a masdar: تم، قام بـ، شنّ.
  case light
  /// Its subject intends, is about to, or is bound to do what it governs.
  case plan
  /// What it governs is foreseen.
  case expectation
  /// What it governs is left open.
  case possibility
  /// What it governs ought to be done.
  case obligation
  /// What it governs is said not to be so.
  case denial
  /// Its subject brings about what it governs: أسفر عن، أدّى إلى.
  case cause
  /// Takes up or contains what it governs: تضمّن، شمل، أيّد.
  case content
  /// A verb that names no event of the ontology; it still heads a clause.
  case plain
  /// A noun of a named class that other entries refer to.
  case noun(NounClasses)
}
