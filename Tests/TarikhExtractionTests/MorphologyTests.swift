import ArabicDates
import TarikhExtraction
import TarikhModel
import Testing

@Suite struct MorphologyTests {
  /// Words with the lemma that a reading of them must have.
  static let inflections: [(word: Word, lemma: Word)] = [
    ("اعلنت", "اعلن"), ("يعلنون", "اعلن"), ("وسيعلن", "اعلن"), ("معلنا", "اعلن"),
    ("فانسحبوا", "انسحب"), ("ستنسحب", "انسحب"), ("بالانسحاب", "انسحب"), ("للانسحاب", "انسحب"),
    ("انسحابها", "انسحب"), ("والانسحابات", "انسحب"), ("انهت", "انهي"), ("انهوا", "انهي"),
    ("انهاها", "انهي"), ("دعوا", "دعا"), ("دعت", "دعا"), ("يدعون", "دعا"), ("دعوته", "دعا"),
    ("تبدا", "بدا"), ("بداتا", "بدا"), ("استقالوا", "استقال"), ("يستقيلون", "استقال"),
    ("مغادرتهم", "غادر"), ("غادرها", "غادر"), ("لسحب", "سحب"), ("وبتقليص", "قلص"),
    ("اقيل", "اقال"), ("قيل", "قال"), ("موكدين", "اكد"), ("مشيره", "اشار"), ("قايلا", "قال"),
    ("هجماتهم", "هاجم"), ("غاراتها", "غاره"), ("اجتماعهما", "اجتمع"),
  ]

  @Test(arguments: inflections)
  func `an inflected word is read as its lemma`(_ word: Word, _ lemma: Word) {
    let analyzer = WordAnalyzer(lexicon: .bundled)
    let lemmas = analyzer.readings(of: word).map { Lexicon.bundled.entries[$0.form.entry].lemma }
    #expect(lemmas.contains(lemma), "\(word) gives \(lemmas)")
  }

  @Test(arguments: ["كتاب", "مدرسه", "جميل", "قلم", "شجره", "و", "ال", ""] as [Word])
  func `a word of another field has no reading as an event`(_ word: Word) {
    let analyzer = WordAnalyzer(lexicon: .bundled)
    let events = analyzer.readings(of: word).filter {
      if case .event = Lexicon.bundled.entries[$0.form.entry].role { true } else { false }
    }
    #expect(events.isEmpty)
  }

  @Test func `the future, the conjunction and the preposition are told apart`() throws {
    let analyzer = WordAnalyzer(lexicon: .bundled)
    let future = try #require(analyzer.readings(of: "وستغادر").first { $0.isFuture })
    #expect(future.hasConjunction)
    #expect(future.isVerb)
    let masdar = try #require(analyzer.readings(of: "بمغادرته").first { !$0.isVerb })
    #expect(masdar.preposition == "ب")
    #expect(masdar.hasPronoun)
    #expect(!masdar.isDefinite)
    let definite = try #require(analyzer.readings(of: "للانسحاب").first)
    #expect(definite.isDefinite)
    #expect(definite.preposition == "ل")
  }

  @Test func `every verb of the lexicon is found by its own lemma with and and will`() {
    let analyzer = WordAnalyzer(lexicon: .bundled)
    for (index, entry) in Lexicon.bundled.entries.enumerated() {
      if case .noun = entry.role { continue }
      let isFound = { (word: Word) in
        analyzer.readings(of: word).contains { $0.form.entry == index }
      }
      #expect(isFound(entry.lemma), "\(entry.lemma)")
      #expect(isFound("و" + entry.lemma), "و\(entry.lemma)")
    }
  }

  @Test func `a word longer than language has no reading`() {
    let analyzer = WordAnalyzer(lexicon: .bundled)
    #expect(analyzer.readings(of: Word(String(repeating: "و", count: 100_000))).isEmpty)
  }
}

@Suite struct WordLexiconTests {
  @Test(arguments: [
    "speech:statement | قال | يقول | قول",
    "speech:nonsense | قال | يقول | قول | -",
    "event | قال | يقول | قول | -",
    "plan | - | - | - | -",
    "plan | نوى | ينوي | - | colour=red",
  ])
  func `a line that breaks the format is refused with its number`(_ line: String) {
    #expect(throws: WordLexiconError.malformedLine(file: "own", line: 3)) {
      try Lexicon(sources: [("own", "# comment\n\n\(line)\n")])
    }
  }

  @Test func `comments and blank lines are skipped`() throws {
    let lexicon = try Lexicon(sources: [
      ("own", "# a\n\nlight | قام | يقوم | قيام | takes=ب # b\n")
    ])
    #expect(lexicon.entries.map(\.lemma) == ["قام"])
    #expect(lexicon.entries[0].complements == ["ب"])
  }
}
