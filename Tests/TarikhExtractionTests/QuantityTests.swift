import ArabicDates
import TarikhExtraction
import TarikhModel
import TestSupport
import Testing

@Suite struct `Quantities` {
  static func describe(_ text: String, excluding dates: [Range<Int>] = []) -> String {
    QuantityRecognizer().mentions(in: ArabicText(text), excluding: dates).map { mention in
      let sign = mention.comparator == .equal ? "" : mention.comparator.rawValue
      let low = number(mention.minimum)
      let high = mention.maximum == mention.minimum ? "" : "-" + number(mention.maximum)
      return "\(sign)\(low)\(high) \(mention.unit)"
    }.joined(separator: "; ")
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }

  @Test(arguments: QuantityCases.figures + QuantityCases.percents)
  func `a figure is read with its separators, scale and unit`(_ item: QuantityCases.Case) {
    #expect(Self.describe(item.text) == item.expected)
  }

  @Test(arguments: QuantityCases.spelled + QuantityCases.duals)
  func `a number in words and a dual noun are read`(_ item: QuantityCases.Case) {
    #expect(Self.describe(item.text) == item.expected)
  }

  @Test(arguments: QuantityCases.comparators)
  func `a comparator is read before or after the number`(_ item: QuantityCases.Case) {
    #expect(Self.describe(item.text) == item.expected)
  }

  @Test(arguments: QuantityCases.ranges)
  func `a range has two ends, a change two figures`(_ item: QuantityCases.Case) {
    #expect(Self.describe(item.text) == item.expected)
  }

  @Test(arguments: QuantityCases.implied)
  func `a bare figure counts what the sentence counts`(_ item: QuantityCases.Case) {
    #expect(Self.describe(item.text) == item.expected)
  }

  @Test(arguments: QuantityCases.nothing)
  func `a year, a law, an age, a score is no quantity`(_ item: QuantityCases.Case) {
    #expect(Self.describe(item.text) == "")
  }

  @Test func `a figure inside a date is left alone`() {
    let text = ArabicText("وصل في 27 سبتمبر 2024 نحو 40 جنديا")
    let mentions = QuantityRecognizer().mentions(in: text, excluding: [2..<5])
    #expect(mentions.map(\.minimum) == [40])
  }

  @Test func `the words are the text at the offsets, without a joined preposition`() throws {
    let source = "خفضت العدد بِنَحْوِ ٢٥٠٠ جُنديٍّ أميركيّ"
    let text = ArabicText(source)
    let mention = try #require(
      QuantityRecognizer().mentions(in: text, excluding: []).first)
    #expect(mention.words == text[mention.range.start..<mention.range.end])
    #expect(mention.words == "نَحْوِ ٢٥٠٠ جُنديٍّ أميركيّ")
    #expect(mention.nationality == EntityID(rawValue: "actor:us"))
  }

  @Test func `the harm done to the people counted is told`() throws {
    let text = ArabicText("أسفر القصف عن مقتل خمسة جنود وإصابة عشرين شخصا")
    let mentions = QuantityRecognizer().mentions(in: text, excluding: [])
    #expect(mentions.map(\.harm) == ["killed", "wounded"])
  }

  @Test
  func `random figures and marks neither crash nor leave the text`() {
    for seed in UInt64(0)..<200 {
      var random = SplitMix64(seed: seed)
      let parts = [
        "1", "25", "000", ".", ",", "٬", "-", "%", "ألف", "مليون", "و", "ثلاثة", "وعشرون", "جندي",
        "بين", "إلى", "من", "نحو", "لا", "يقل", "عن", "\n", " ", "مئة", "ألفا", "\u{202E}", "/",
        ":",
      ]
      var source = ""
      for _ in 0..<60 {
        source += parts[Int(random.next() % UInt64(parts.count))]
        if random.next() % 3 > 0 { source += " " }
      }
      let text = ArabicText(source)
      var end = 0
      for mention in QuantityRecognizer().mentions(in: text, excluding: []) {
        #expect(mention.tokens.lowerBound >= end, "seed \(seed)")
        end = mention.tokens.upperBound
        #expect(mention.range.start < mention.range.end, "seed \(seed)")
        #expect(mention.minimum <= mention.maximum, "seed \(seed)")
      }
    }
  }

  @Test func `a line of figures takes time in step with its length`() {
    let unit = "3 آلاف و500 ألف ومئة وثلاثة وعشرون، 111,111 من 20 إلى 30 "
    func time(_ count: Int) -> Duration {
      let text = ArabicText(String(repeating: unit, count: count))
      return ThreadTime.least {
        _ = QuantityRecognizer().mentions(in: text, excluding: [])
      }
    }
    _ = time(10)
    let small = time(400)
    #expect(time(3200) < small * 24)
  }
}
