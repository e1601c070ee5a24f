import ArabicDates
import TarikhExtraction
import TarikhModel
import TestSupport
import Testing

@Suite struct `Entities` {
  static func describe(_ text: String) -> [String] {
    EntityRecognizer().mentions(in: ArabicText(text)).map { "\($0.entity.rawValue)=\($0.words)" }
  }

  @Test(arguments: EntityCases.states)
  func `states, their cities and adjectives are named`(_ item: EntityCases.Case) {
    #expect(Self.describe(item.text) == item.expected)
  }

  @Test(arguments: EntityCases.bodies)
  func `bodies are named by lexicon and by pattern`(_ item: EntityCases.Case) {
    #expect(Self.describe(item.text) == item.expected)
  }

  @Test(arguments: EntityCases.places)
  func `places, bases, missions and documents are named`(_ item: EntityCases.Case) {
    #expect(Self.describe(item.text) == item.expected)
  }

  @Test(arguments: EntityCases.persons)
  func `persons are named by lexicon, title and office`(_ item: EntityCases.Case) {
    #expect(Self.describe(item.text) == item.expected)
  }

  @Test(arguments: EntityCases.sources)
  func `unnamed sources get an id from their words`(_ item: EntityCases.Case) {
    #expect(Self.describe(item.text) == item.expected)
  }

  @Test(arguments: EntityCases.sites)
  func `a noun of place or base names what the lexicon lacks`(_ item: EntityCases.Case) {
    #expect(Self.describe(item.text) == item.expected)
  }

  @Test(arguments: EntityCases.anaphors)
  func `a definite noun stands for what was named before`(_ item: EntityCases.Case) {
    #expect(Self.describe(item.text) == item.expected)
  }

  @Test func `both parties are told where two are meant`() throws {
    let text = ArabicText("بحث وزير الدفاع الكويتي مع القوات الأميركية خطة متفقا عليها بين البلدين")
    let pair = try #require(EntityRecognizer().mentions(in: text).last)
    #expect(pair.attributes.parties.map(\.rawValue) == ["actor:kuwait", "actor:us"])
    #expect(pair.attributes.isAnaphoric)
  }

  @Test func `a state is an actor and a place, a capital a place and its state`() throws {
    let mentions = EntityRecognizer().mentions(in: ArabicText("العراق وبغداد"))
    let state = try #require(mentions.first)
    let capital = try #require(mentions.last)
    #expect(state.attributes.asPlace == EntityID(rawValue: "place:iraq"))
    #expect(capital.entity == EntityID(rawValue: "place:baghdad"))
    #expect(capital.attributes.asActor == EntityID(rawValue: "actor:iraq"))
    #expect(capital.attributes.followsConjunction)
  }

  @Test func `a preposition written with the word is told apart from it`() throws {
    let mentions = EntityRecognizer().mentions(in: ArabicText("بالعراق، لإيران، وكإسرائيل"))
    #expect(mentions.map(\.attributes.proclitic) == [.ba, .lam, .kaf])
    #expect(mentions.map(\.words) == ["العراق", "إيران", "إسرائيل"])
  }

  @Test func `offsets stay exact under marks and bidirectional controls`() throws {
    let source = "\u{202B}وَ\u{200F}العِــراقِ\u{202C}"
    let text = ArabicText(source)
    let mention = try #require(EntityRecognizer().mentions(in: text).first)
    #expect(mention.words == text[mention.range.start..<mention.range.end])
    #expect(mention.words == "العِــراقِ")
  }

  @Test func `an unnamed official is anonymous, a body and a named person are not`() {
    let text = ArabicText("قال مسؤول عسكري عراقي لوزارة الدفاع العراقية وللنائب حسن سالم")
    let mentions = EntityRecognizer().mentions(in: text)
    #expect(mentions.map(\.attributes.isAnonymous) == [true, false, false])
  }

  @Test
  func `random phrases neither crash nor overlap`() {
    for seed in UInt64(0)..<100 {
      var random = SplitMix64(seed: seed)
      let parts = [
        "وزير", "الدفاع", "الأميركي", "والعراقي", "المتحدث", "باسم", "«", "»", "،", ".", "محمد",
        "عبد", "مسؤول", "في", "وزارة", "مصادر", "أمنية", "قال", "الرئيس", "نظيره", "الروسي", "و",
        "اللواء", "بن", "داعش", "القوات", "\n", "(", ")", "البنتاغون", "أبو", "السابق", "مطلعة",
        "على",
      ]
      let words = (0..<120).map { _ in parts[Int(random.next() % UInt64(parts.count))] }
      let text = ArabicText(words.joined(separator: " "))
      var end = 0
      for mention in EntityRecognizer().mentions(in: text) {
        #expect(mention.tokens.lowerBound >= end, "seed \(seed): \(mention.words)")
        #expect(!mention.tokens.isEmpty, "seed \(seed)")
        #expect(mention.words == text[mention.range.start..<mention.range.end], "seed \(seed)")
        end = mention.tokens.upperBound
      }
    }
  }

  @Test func `a long text takes time in step with its length`() {
    let unit = """
      قال وزير الدفاع الأميركي لويد أوستن إن الجيش سيبقى، وأضاف المسؤول أن أوستن التقى نظيره \
      العراقي في بغداد بحضور مصادر أمنية ومسؤول رفيع في وزارة الدفاع الأميركية «البنتاغون».
      """
    func time(_ count: Int) -> Duration {
      let text = ArabicText(String(repeating: unit + "\n", count: count))
      return ThreadTime.least { _ = EntityRecognizer().mentions(in: text) }
    }
    _ = time(10)
    let small = time(200)
    #expect(time(1600) < small * 24)
  }
}
