internal import ArabicDates

/// The closed classes of words that hold Arabic sentences together, folded.
enum FunctionWords {
  /// "That", with every pronoun it may carry; ب before it makes no difference.
  static let complementizers: WordSet = [
    "ان", "انه", "انها", "انهم", "انهما", "انهن", "انني", "اني", "اننا",
    "بان", "بانه", "بانها", "بانهم", "بانهما", "باننا", "بانني",
  ]
  static let relatives: WordSet = [
    "الذي", "التي", "الذين", "اللذين", "اللذان", "اللتين", "اللتان", "اللواتي", "اللاتي",
  ]
  /// Words that open a clause of circumstance that stays in the reported speech it stands in.
  static let circumstantial: WordSet = [
    "حيث", "بينما", "فيما", "كما", "اذ", "لكن", "لكنه", "لكنها", "لكنهم", "مما", "بل", "ما",
    "لان", "لانه", "لانها", "لانهم", "كونه", "كونها", "وذلك",
  ]
  /// Words that open a clause which dates another.
  static let temporal: WordSet = [
    "عندما", "حينما", "حين", "بعدما", "قبلما", "ريثما", "كلما",
  ]
  static let conditional: WordSet = ["اذا", "لو", "لولا", "شريطه", "بشرط"]
  /// All that may open a subordinate clause; «في حال», «في حين» among them.
  static let subordinators: WordSet = {
    var words: WordSet = ["حال", "حاله", "حين"]
    for set in [conditional, temporal, circumstantial] { words.formUnion(set) }
    return words
  }()
  /// Before "that" these make a clause of time, not of speech.
  static let timePrepositions: WordSet = ["بعد", "قبل", "منذ", "عقب", "حتي", "عند"]
  /// Before "that" these make a clause of circumstance.
  static let otherPrepositions: WordSet = [
    "رغم", "مع", "دون", "غير", "الا", "بيد", "علما", "سوي", "بما", "بدون", "برغم", "كما",
  ]
  static let prepositions: WordSet = [
    "في", "من", "الي", "علي", "عن", "مع", "بعد", "قبل", "خلال", "عقب", "اثر", "منذ", "عبر", "ضد",
    "حول", "دون", "لدي", "عند", "تحت", "فوق", "بين", "وسط", "داخل", "خارج", "جراء", "نتيجه",
    "بسبب", "بشان", "بموجب", "ضمن", "نحو", "اثناء", "غداه", "قرب", "حيال", "تجاه", "بفعل", "لصالح",
    "بهدف", "بغيه", "بدون", "قبيل", "بعيد", "فور", "رغم", "حتي", "مقابل", "قباله", "بحسب", "حسب",
    "وفق", "وفقا", "امام", "وراء",
  ]
  /// «بينهم» is a preposition with its pronoun, never the verb «بيّن» with an object.
  static let amongThem: WordSet = [
    "بينه", "بينها", "بينهم", "بينهما", "بينهن", "بيننا", "بينكم",
  ]
  static let quantifiers: WordSet = [
    "عده", "فجرا", "نقلا", "وفقا", "كل", "بعض", "معظم", "كافه", "جميع", "احد",
  ]
  static let negations: WordSet = ["لم", "لن", "ليس", "ليست", "لا", "ليسوا"]
  static let demonstratives: WordSet = [
    "هذا", "هذه", "ذلك", "تلك", "هذين", "هاتين", "هؤلاء", "بهذا", "لهذا", "بهذه", "لهذه", "ذاك",
  ]
  /// Verbs that lend tense to a second verb: كان يدعو، ما زالت تنفّذ، لم يعد يشكّل.
  static let auxiliaries: WordSet = [
    "كان", "كانت", "كانوا", "كانا", "يكون", "تكون", "زال", "زالت", "زالوا", "يزال", "تزال",
    "يزالون",
    "ظل", "ظلت", "يظل", "تظل", "عاد", "عادت", "يعد", "تعد", "بات", "باتت", "اصبح", "اصبحت",
    "كاد", "كادت", "يكاد", "تكاد", "اخذ", "اخذت", "بدا", "بدات", "راح", "راحت", "استمر", "استمرت",
    "يواصل", "تواصل", "واصل", "واصلت", "يواصلون", "سيكون", "ستكون", "سيظل", "ستظل",
  ]
  /// Particles that only a verb follows.
  static let verbParticles: WordSet = ["قد", "لقد", "سوف", "لم", "لن", "وقد", "ربما", "قلما"]
  /// What a sentence turns to its next speaker with: a verb follows.
  static let turns: WordSet = [
    "جانبه", "جانبها", "جانبهم", "جهته", "جهتها", "جهتهم", "بدوره", "بدورها", "ذلك", "ناحيته",
  ]
  /// Pronouns that a preposition carries.
  static let pronouns: [Word] = ["هما", "ها", "هم", "ه"]
  /// Nouns of saying who somebody is: «عدم الكشف عن هويته».
  static let disclosures: WordSet = [
    "الكشف", "كشف", "ذكر", "الافصاح", "نشر", "الاعلان", "التصريح", "ايراد",
  ]
  /// How what is disclosed or kept back of a source begins.
  static let names: [Word] = ["اسم", "هوي", "باسم"]
  /// Pronouns of those whose name it is.
  static let nameOwners: [Word] = ["ه", "ها", "هم", "هما", "هن"]
  static let openQuotes: WordSet = ["«", "“", "\"", "„"]
  static let closeQuotes: WordSet = ["»", "”", "\""]
  static let commas: WordSet = ["،", ",", "؛", ";", "–", "—", "-"]

  /// Words in which ف is the preposition's own.
  private static let inIt: WordSet = ["فيما", "فيه", "فيها", "فيهم", "فيهما", "فيهن"]

  private static let conjunctions: Word = "وف"

  /// The word without a leading و or ف, where it is long enough to carry one.
  static func withoutConjunction(_ word: Word) -> (word: Word, hasConjunction: Bool) {
    guard word.count > 2, word.begins(withOneOf: conjunctions), !inIt.contains(word) else {
      return (word, false)
    }
    return (word.dropFirst(), true)
  }
}
