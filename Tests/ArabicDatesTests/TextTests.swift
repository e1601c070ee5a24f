import ArabicDates
import EDTF
import Testing

@Suite struct `The text under a date` {
  private let recognizer = DateRecognizer()
  private let day = Day("2024-09-27")

  @Test(arguments: [
    ("ديسمبر", "دِيسَمْبِر"), ("ديسمبر", "ديـــسمبر"), ("ديسمبر", "ﺩﻳﺴﻤﺒﺮ"), ("السلام", "ﺍﻟﺴﻼﻡ"),
    ("احمد", "أحمد"), ("احمد", "إحمد"), ("مدرسه", "مدرسة"), ("علي", "على"), ("شان", "شأن"),
    ("2024", "٢٠٢٤"), ("2024", "۲۰۲۴"), ("27/9", "27\u{200F}/9"), ("abc", "ABC"),
    ("ماء", "ماء"), ("اب", "آب"), ("اب", "ا\u{653}ب"), ("كيف", "کیف"),
  ])
  func `folds spellings into one`(_ folded: String, _ written: String) {
    #expect(ArabicFolding.fold(written) == folded)
    #expect(ArabicFolding.fold(folded) == folded)
    let scalars = written.unicodeScalars.flatMap { ArabicFolding.fold($0) }
    #expect(String(String.UnicodeScalarView(scalars)) == folded)
  }

  @Test func `is cut into tokens with their places`() {
    let text = ArabicText("وفي ٢٧ سِبتمبر،2024م\r\nتم")
    #expect(
      text.tokens.map(\.folded) == ["وفي", "27", "سبتمبر", "،", "2024", "م", "\n", "\n", "تم"])
    #expect(text.tokens.map { text[$0.range] }.joined() == "وفي٢٧سِبتمبر،2024م\r\nتم")
    #expect(
      text.tokens.map(\.followsSpace) == [true, true, true, false, false, false, false, true, true])
  }

  @Test(arguments: [
    ("قال في ", "٢٧ سَبْتَمْبَر ٢٠٢٤", " إن"), ("قال في ", "27 سبتمـــبر 2024", " إن"),
    ("قال في ", "27\u{200F} سبتمبر\u{200E} 2024", " إن"),
    ("قال في \u{2067}", "27 سبتمبر 2024", "\u{2069} إن"),
    ("قال في ", "27 ﺳﺒﺘﻤﺒﺮ 2024", " إن"), ("🇮🇶 قال في ", "27 سبتمبر 2024", " إن"),
    ("\u{FEFF}", "27 سبتمبر 2024", ""), ("سطر\r\n", "27 سبتمبر 2024", "\r\nسطر"),
    ("قال في ", "27/\u{200F}9/\u{200F}2024", "."), ("أإآ و", "27 سبتمبر 2024", ""),
  ])
  func `gives offsets in scalars of the original`(
    _ before: String, _ expression: String, _ after: String
  ) {
    let mentions = recognizer.mentions(in: before + expression + after, reference: day)
    #expect(mentions.map(\.edtf?.description) == ["2024-09-27"])
    let start = before.unicodeScalars.count
    #expect(mentions.first?.range == start..<(start + expression.unicodeScalars.count))
    #expect(mentions.first?.expression == expression)
  }

  @Test func `loses the letters written onto a word`() {
    for (word, bare) in [("وأمس", "أمس"), ("وَأمس", "أمس"), ("فالثلاثاء", "الثلاثاء")] {
      let mention = recognizer.mentions(in: "ثم \(word) قال", reference: day).first
      #expect(mention?.expression == bare, "\(word)")
    }
  }

  @Test func `without a reference leaves relative dates open and keeps their rule`() {
    let mentions = recognizer.mentions(in: "وصل أمس، وكان هنا عام 2011", reference: nil)
    #expect(mentions.map(\.edtf?.description) == [nil, "2011"])
    #expect(mentions.map(\.relative) == [.day(offset: -1), nil])
  }

  @Test func `resolves its rule again to the same date`() {
    let text = "زار بغداد الثلاثاء الماضي، ويعود الشهر المقبل أو في يناير المقبل قبل نهاية العام"
    for mention in recognizer.mentions(in: text, reference: day) {
      let again = day.flatMap { mention.relative?.resolve(against: $0) }
      #expect(again == mention.edtf, "\(mention.expression)")
    }
  }
}
