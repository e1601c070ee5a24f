import ArabicDates
import EDTF
import TestSupport
import Testing

@Suite struct `Random text` {
  private static let pieces =
    """
    من إلى حتى منذ قبل بعد بحلول خلال في بين و ما نحو حوالي أكثر يوم أيام يومي اليوم أمس أول غدا غد شهر
    الشهر أشهر شهرين عام العام عامي سنة السنوات عقد القرن قرن أسبوع الأسبوع أسبوعين ساعة الساعة الماضي
    المقبل الجاري الماضية الأخيرة التالي السابق نفسه هذا ذلك هذه الثلاثاء الأحد اثنين الجمعة صباح مساء فجر
    ليل منتصف نهاية مطلع أوائل أواخر بداية النصف الربع نصف ربع ربيع الأول الثاني الثالثة آخر صيف الستينيات يناير
    كانون تشرين آب مارس رمضان محرم ذو الحجة هـ م هجري الموافق بتاريخ ثلاثة عشر عشرين وعشرين ألفين مئة خمس
    وتسعمائة 1 7 15 31 99 365 1445 1948 2024 20245 ٢٠٢٤ ( ) / - – . ، : ; سيعقد قال لم أن كل يوميا
    عيد الفطر الميلاد الآن حاليا مؤخرا عطلة بضعة عدة القليلة من الآن العشرين عمره رقم حرب الأمين
    """.split(whereSeparator: \.isWhitespace).map(String.init) + ["\n", "\u{200F}", "ـ", "🇮🇶"]

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `gives ordered mentions that quote the text and resolve alike`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let recognizer = DateRecognizer()
    for _ in 0..<2_000 {
      let words = (0..<Int.random(in: 1...14, using: &random)).map { _ in
        (Self.pieces.randomElement(using: &random) ?? "")
          + (Int.random(in: 0..<5, using: &random) == 0 ? "" : " ")
      }
      let text = words.joined()
      let day = Day(rawValue: Int.random(in: -30_000...40_000, using: &random))
      check(recognizer.mentions(in: text, reference: day), text, day, seed)
    }
  }

  @Test func `far references give dates or none, and no crash`() {
    let text =
      "أمس، العام الماضي، قبل 300 سنة، الثلاثاء، رمضان الماضي، بعد 90000 سنة، عيد الفصح، الشتاء المقبل"
    for days in [-4_000_000, -719_528, -492_148, 0, 2_932_896, 2_932_897, 7_000_000] {
      let day = Day(rawValue: days)
      check(DateRecognizer().mentions(in: text, reference: day), text, day, 0)
    }
  }

  private func check(_ mentions: [DateMention], _ text: String, _ day: Day, _ seed: UInt64) {
    let scalars = Array(text.unicodeScalars)
    var end = 0
    for mention in mentions {
      #expect(mention.range.lowerBound >= end && !mention.range.isEmpty, "seed \(seed): \(text)")
      guard mention.range.upperBound <= scalars.count else {
        Issue.record("seed \(seed): \(text): \(mention.range)")
        return
      }
      #expect(String(String.UnicodeScalarView(scalars[mention.range])) == mention.expression)
      if let rule = mention.relative {
        #expect(rule.resolve(against: day) == mention.edtf, "seed \(seed): \(text)")
      }
      if let edtf = mention.edtf {
        #expect((try? EDTFExpression(parsing: edtf.description)) == edtf, "seed \(seed): \(text)")
      }
      if [.duration, .set, .time].contains(mention.kind) { #expect(mention.edtf == nil) }
      end = mention.range.upperBound
    }
  }
}
