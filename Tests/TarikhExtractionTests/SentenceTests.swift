import ArabicDates
import TarikhExtraction
import Testing

@Suite struct SentenceTests {
  func sentences(_ text: String, _ role: Line.Role = .body) -> [String] {
    let arabic = ArabicText(text)
    let found = SentenceSplitter.sentences(
      in: LineClassifier(arabic).classify(), role: role, tokens: arabic.tokens,
      quotations: QuotationSpans(arabic.tokens))
    return found.map { sentence in
      let first = arabic.tokens[sentence.tokens.lowerBound].range.lowerBound
      return arabic[first..<arabic.tokens[sentence.tokens.upperBound - 1].range.upperBound]
    }
  }

  @Test func `stops end sentences and points in numbers and initials do not`() {
    let found = sentences("بلغت النسبة 2.5 بالمئة وفق أ.ف.ب أمس. ونفت الحكومة ذلك! فماذا بعد؟")
    #expect(found == ["بلغت النسبة 2.5 بالمئة وفق أ.ف.ب أمس.", "ونفت الحكومة ذلك!", "فماذا بعد؟"])
  }

  @Test func `a quotation keeps its sentences together with the one that quotes`() {
    let found = sentences("قال الوزير: «انتهت الحرب. عاد الجنود. نحن بخير». ثم غادر القاعة.")
    #expect(found.count == 2)
    #expect(found[0].hasSuffix("بخير»."))
  }

  @Test func `a stop typed without a blank still ends a sentence`() {
    #expect(sentences("وصلت القوات إلى المدينة.وغادرت أخرى.").count == 2)
  }

  @Test func `a quotation that is never closed spoils its paragraph only`() {
    let found = sentences("قال: «لن نعود أبدا. هذا وعد.\nوصل الوفد. وغادر.")
    #expect(found.count == 4)
  }

  @Test func `page furniture, bylines and headings are told from running text`() {
    let text = """
      مجلس الأمن يبحث الوضع في ليبيا

      سالم أحمد (طرابلس)

      عقد مجلس الأمن جلسة طارئة حول ليبيا بدعوة من أربع دول أعضاء وحضور المبعوثة الأممية.
      تفاصيل الجلسة
      وتحدثت المبعوثة عن تقدم في المسار السياسي خلال الأسابيع الماضية وعن عقبات كثيرة.
      00218 21 333 444
      المصدر: وكالات
      اقرأ أيضا: ليبيا إلى أين
      اضف تعليق
      """
    let roles = LineClassifier(ArabicText(text)).classify().map(\.role)
    #expect(
      roles == [
        .heading, .byline, .body, .heading, .body, .furniture, .furniture, .furniture, .furniture,
      ])
  }

  @Test func `where paragraphs have no stops only the first line is a heading`() {
    let text = """
      انسحاب القوات من الحدود
      أعلنت وزارة الدفاع أن القوات ستنسحب من الحدود الشرقية في الأسبوع المقبل بعد اتفاق مع الجوار
      وقال متحدث باسمها إن الانسحاب سيكون تدريجيا على مدى شهرين وتحت إشراف مراقبين دوليين محايدين
      وأضاف المتحدث أن لجنة مشتركة ستتابع التنفيذ
      وأكدت مصادر محلية ذلك في وقت لاحق من مساء يوم أمس وقالت إن الوضع هادئ تماما في المنطقة كلها
      """
    let roles = LineClassifier(ArabicText(text)).classify().map(\.role)
    #expect(roles == [.heading, .body, .body, .body, .body])
  }

  @Test func `quotations nest and only the outermost count`() {
    let text = ArabicText("قال «رأيت “النور” هناك» ثم \"سكت\" قليلا")
    let spans = QuotationSpans(text.tokens).spans
    #expect(spans.count == 2)
    #expect(spans.map { text.tokens[$0.lowerBound].folded } == ["«", "\""])
  }
}
