import TarikhExtraction
import TarikhModel
import Testing

@Suite struct AttributionTests {
  static let cases: [Expectation] = [
    Expectation(
      "قالت مصادر أمنية إن القوات انسحبت من البلدة.", .withdrawal,
      speaker: "source:security-sources", anonymous: true),
    Expectation(
      "مصادر أمنية قالت إن القوات انسحبت من البلدة.", .statement,
      speaker: "source:security-sources", anonymous: true),
    Expectation(
      "قال مسؤول تركي لوكالة رويترز إن بلاده سترسل قوات إلى ليبيا.", .deployment,
      speaker: "source:turkish-official", anonymous: true),
    Expectation(
      "أعلنت القيادة المركزية الأمريكية مقتل قيادي في تنظيم داعش.", .casualty,
      speaker: "actor:us-centcom", anonymous: false),
    Expectation(
      "قُتل خمسة جنود في هجوم على القاعدة، بحسب مصادر أمنية.", .casualty,
      speaker: "source:security-sources", anonymous: true),
    Expectation(
      "وفقا لمصادر أمنية، قُتل خمسة جنود في هجوم على القاعدة.", .casualty,
      speaker: "source:security-sources"),
    Expectation(
      "قُتل خمسة جنود في هجوم، حسبما قالت مصادر أمنية.", .attack,
      speaker: "source:security-sources"),
    Expectation(
      "قالت مصادر أمنية، فضلت عدم الكشف عن هويتها، إن القوات ستنسحب.", .withdrawal,
      speaker: "source:security-sources"),
    Expectation(
      "كشف مصدر عسكري، رفض الكشف عن هويته، أن الجيش سينسحب من المدينة.", .withdrawal,
      speaker: "source:military-source", anonymous: true),
    Expectation(
      "وقال مسؤول في البنتاغون طلب عدم نشر اسمه إن القوات ستنسحب.", .withdrawal,
      speaker: "source:us-dod-official", anonymous: true),
    Expectation(
      "وقالت الأمم المتحدة، في تقرير صدر الثلاثاء، إن 12 ألف شخص نزحوا.", .casualty,
      speaker: "actor:un"),
    Expectation(
      "وأكد بيان لقيادة العمليات المشتركة العراقية انطلاق عملية عسكرية فجر الاثنين.", .operation,
      speaker: "actor:iraq-joint-operations-command"),
    Expectation(
      "تمت الإشارة إلى أن القوات ستنسحب من القاعدة.", .withdrawal, speaker: "source:unspecified",
      anonymous: true),
    Expectation(
      "أعلنت قوات الدعم السريع، أمس، أنها انسحبت من المدينة.", .announcement, speaker: "actor:rsf"),
    Expectation(
      "أعلنت قوات الدعم السريع، خلال اجتماع أمس، سحب جنودها من المدينة.", .withdrawal,
      speaker: "actor:rsf"),
    Expectation(
      "قُتل خمسة جنود في هجوم، على ما أفادت مصادر أمنية.", .casualty,
      speaker: "source:security-sources"),
    Expectation(
      "وأكد المسؤولون الأميركيون أن القوات ستبقى في البلاد.", .deployment,
      speaker: "source:us-officials"),
  ]

  @Test(arguments: cases)
  func `a report is credited to whoever the sentence credits`(_ expected: Expectation) throws {
    let found = try reports(expected.text, published: "2025-10-15")
    #expect(
      found.contains(where: expected.matches),
      "\(found.map { ($0.kind, $0.attribution?.speaker.rawValue ?? "-") })")
  }

  @Test func `and he added goes on with the last speaker`() throws {
    let text = "قالت مصادر أمنية إن الوضع هادئ. وأضافت أن القوات انسحبت من البلدة."
    let found = try reports(text, published: "2025-10-15")
    let speakers = found.filter { $0.kind != .statement }.map { $0.attribution?.speaker.rawValue }
    #expect(speakers == ["source:security-sources"])
  }

  @Test func `a bare title means whoever last bore it`() throws {
    let text = """
      قال المستشار الألماني فريدريش ميرتس إن الوضع خطير. وأعلنت وزارة الدفاع الأميركية، الاثنين، \
      أنها ستسحب قوات. وأضافت الوزارة أن القوات ستغادر القاعدة.
      """
    let found = try reports(text, published: "2025-10-15")
    let speakers = found.filter { $0.kind == .withdrawal }.map { $0.attribution?.speaker.rawValue }
    #expect(speakers == ["actor:us-dod", "actor:us-dod"])
  }

  @Test func `whoever is called upon is not who calls`() throws {
    let text = "أكدت قوات الدعم السريع أن الوضع هادئ، ودعت مجلس الأمن إلى فرض عقوبات على الجيش."
    let demand = try #require(
      try reports(text, published: "2025-10-15").first { $0.kind == .demand })
    #expect(demand.participants.first?.entity.rawValue == "actor:rsf")
  }

  @Test func `a phrase in the middle credits what stands before it`() throws {
    let text = "نزح آلاف السكان من البلدة، وفقا للأمم المتحدة، ومن المنتظر أن تعقد الدول قمة."
    let found = try reports(text, published: "2025-10-15")
    #expect(found.first { $0.kind == .casualty }?.attribution?.speaker.rawValue == "actor:un")
    #expect(found.first { $0.kind == .meeting }?.attribution == nil)
  }

  @Test func `an agency that quotes an official is the outer link`() throws {
    let text = "نقلت وكالة رويترز عن مسؤولين أمريكيين قولهم إن واشنطن أرسلت قوات إلى المنطقة."
    let found = try reports(text, published: "2025-10-15")
    let deployment = try #require(found.first { $0.kind == .deployment })
    #expect(deployment.attribution?.speaker.rawValue == "source:us-officials")
    #expect(deployment.attribution?.via.map(\.rawValue) == ["outlet:reuters"])
  }

  @Test func `words in quotation marks are marked quoted and terms are not`() throws {
    let quoted = try reports(
      "قالت مصادر أمنية: «لن نعود إلى تلك المدينة أبدا».", published: "2025-10-15")
    #expect(quoted.first { $0.kind == .statement }?.attribution?.quoted == true)
    let term = try reports(
      "قالت وزارة الدفاع «البنتاغون» إن الوضع هادئ.", published: "2025-10-15")
    #expect(term.first { $0.kind == .statement }?.attribution?.quoted == false)
  }

  @Test(arguments: [
    ("قالت الحركة في بيان إن القوات انسحبت.", Attribution.Channel.writtenStatement),
    ("قالت الوزارة خلال مؤتمر صحفي إن القوات انسحبت.", .pressConference),
    ("قال الوزير في مقابلة تلفزيونية إن القوات انسحبت.", .interview),
    ("كتب الوزير على منصة إكس أن القوات انسحبت.", .socialMedia),
  ])
  func `the channel is read from the words between verb and content`(
    _ text: String, _ channel: Attribution.Channel
  ) throws {
    let found = try reports(text, published: "2025-10-15")
    #expect(found.first { $0.kind == .statement }?.attribution?.channel == channel)
  }

  @Test func `the content is linked to the speech that carries it`() throws {
    let text = "أعلنت قوات الدعم السريع أنها انسحبت من المدينة."
    let found = try extraction(text, published: "2025-10-15").reports
    let speech = try #require(found.first { $0.report.kind == .announcement })
    let content = try #require(found.first { $0.report.kind == .withdrawal })
    #expect(content.report.saidIn == speech.id)
    #expect(speech.report.saidIn == nil)
  }

  @Test(arguments: [
    "ويذكر أن البلاد شهدت حربا طويلة.", "يشار إلى أن الاتفاق قديم.",
    "رحل الجنود عما وصفه بالجحيم.", "ويعتبر هذا التغيير جزءا من سياسة جديدة.",
  ])
  func `an aside of the article is no statement`(_ text: String) throws {
    let found = try reports(text, published: "2025-10-15")
    #expect(!found.contains { $0.kind == .statement })
  }
}
