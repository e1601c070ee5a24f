import TarikhExtraction
import TarikhModel
import Testing

@Suite struct ModalityTests {
  static let cases: [Expectation] = [
    Expectation("ستغادر القوات الفرنسية النيجر قريبا.", .withdrawal, .planned, .positive),
    Expectation("غادرت القوات الفرنسية النيجر أمس.", .withdrawal, .asserted, .positive),
    Expectation("لم تنسحب القوات الإريترية من الإقليم.", .withdrawal, .asserted, .negative),
    Expectation("لن تسحب كييف قواتها من المدينة.", .withdrawal, .planned, .negative),
    Expectation("من المتوقع أن تنسحب القوات من البلدة.", .withdrawal, .expected),
    Expectation("ويُنتظر أن يلتقي الوزير نظيره المصري.", .meeting, .expected),
    Expectation("من المقرر أن يجتمع المجلس لبحث الوضع.", .meeting, .planned),
    Expectation("قد ترسل تركيا قوات إلى ليبيا.", .deployment, .possible),
    Expectation("وربما تسلم أنقرة القاعدة إلى بغداد.", .handover, .possible),
    Expectation("إذا انسحبت القوات الروسية فسيعود السكان.", .withdrawal, .conditional),
    Expectation("يجب على القوات الانسحاب من الجنوب فورا.", .withdrawal, .demanded),
    Expectation("طالب البرلمان بانسحاب القوات الأجنبية.", .withdrawal, .demanded),
    Expectation("دعت الحكومة القوات إلى مغادرة البلاد.", .withdrawal, .demanded),
    Expectation("تعتزم ألمانيا سحب جنودها من مالي.", .withdrawal, .planned),
    Expectation("تسعى هولندا إلى خفض عدد جنودها في مالي.", .drawdown, .planned),
    Expectation("أعلنت هولندا عن خطة لتقليص مهمتها في مالي.", .drawdown, .planned),
    Expectation("اتفق الطرفان على إنهاء المهمة العسكرية.", .mission, .planned),
    Expectation("نفت الحركة انسحابها من المدينة.", .withdrawal, .denied, .negative),
    Expectation("نفت إيران إجراء مفاوضات مع واشنطن.", .meeting, .denied, .negative),
    Expectation("بدأ الجيش في سحب قواته من الحدود.", .withdrawal, .asserted),
    Expectation("سيبدأ الجيش في سحب قواته من الحدود.", .withdrawal, .planned),
    Expectation("تم تقليص عدد القوات في القاعدة.", .drawdown, .asserted),
    Expectation("سيتم تقليص عدد القوات في القاعدة.", .drawdown, .planned),
    Expectation("رجح خبراء أن تنسحب القوات من الساحل.", .withdrawal, .expected),
    Expectation("ومن شأن الاتفاق أن ينهي المهمة العسكرية.", .mission, .possible),
  ]

  @Test(arguments: cases)
  func `modality and polarity follow the construction`(_ expected: Expectation) throws {
    let found = try reports(expected.text, published: "2025-10-15")
    #expect(found.contains(where: expected.matches), "\(found.map { ($0.kind, $0.modality) })")
  }

  @Test func `aspect says which stretch is told`() throws {
    let begun = try reports("بدأ الجيش في تقليص وجوده في البلاد.", published: "2025-10-15")
    #expect(begun.first { $0.kind == .drawdown }?.aspect == .begin)
    let done = try reports("تم سحب القوات من القاعدة.", published: "2025-10-15")
    #expect(done.first { $0.kind == .withdrawal }?.aspect == .done)
  }

  @Test(arguments: [
    "عملت الشركة على خفض الأسعار في الأسواق.", "غادر الوزير منزله صباحا إلى عمله.",
    "انسحب الفريق من البطولة بعد الخسارة.", "نشر الكاتب رواية جديدة هذا العام.",
    "درّبت البعثة 500 جندي من القوات المحلية.", "أعلنت الدولة انسحابها من المنظمة الدولية.",
    "يعمل الجانبان على تعزيز الشراكة الأمنية.", "تهدف الشراكة إلى ضمان الاستقرار.",
  ])
  func `a word in another sense is no report of posture`(_ text: String) throws {
    let posture: Set<ReportKind> = [
      .withdrawal, .drawdown, .deployment, .handover, .mission, .forceLevel,
    ]
    let found = try reports(text, published: "2025-10-15").filter { posture.contains($0.kind) }
    #expect(found.isEmpty, "\(found.map(\.kind))")
  }
}
