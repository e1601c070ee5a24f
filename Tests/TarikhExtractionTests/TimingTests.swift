import EDTF
import TarikhExtraction
import TarikhModel
import Testing

@Suite struct TimingTests {
  static let cases: [Expectation] = [
    Expectation("غادرت القوات الفرنسية النيجر في ديسمبر 2023.", .withdrawal, date: "2023-12"),
    Expectation("أعلن الجيش، أمس، أن قواته ستنسحب من البلدة.", .announcement, date: "2025-10-14"),
    Expectation("أعلن الجيش، أمس، أن قواته ستنسحب من البلدة.", .withdrawal, date: "2025-10-14/.."),
    Expectation("أعلن الجيش أن قواته انسحبت أمس من البلدة.", .withdrawal, date: "2025-10-14"),
    Expectation(
      "أعلن الجيش أن قواته انسحبت أمس من البلدة.", .announcement, date: "2025-10-13/2025-10-15"),
    Expectation("وفي مارس 2024، قالت مصادر أمنية إن القوات انسحبت.", .statement, date: "2024-03"),
    Expectation(
      "يريد العراق خروج القوات الأجنبية من البلاد بحلول عام 2027.", .withdrawal, .demanded,
      date: "../2027"),
    Expectation(
      "كان لفرنسا 5100 جندي في الساحل عام 2020 وأقل من 300 جندي في تشاد.", .forceLevel,
      date: "2020"),
    Expectation("قُتل أربعة مدنيين في قصف استهدف السوق مساء أمس.", .casualty, date: "2025-10-14"),
    Expectation(
      "بدأت الحملة العسكرية بعد أن سيطر التنظيم على المدينة عام 2014.", .mission, date: "2014"),
    Expectation(
      "يجتمع مجلس الأمن الأسبوع المقبل.", .meeting, .planned, date: "2025-10-20/2025-10-26"),
    Expectation(
      "نزح مليونا شخص منذ بداية النزاع عام 2009.", .casualty, date: "2009-01-01/2025-10-15"),
    Expectation(
      "ستغادر القوات القاعدة بحلول نهاية سبتمبر.", .withdrawal, .planned, date: "../2026-09-30~"),
    Expectation("تعتزم ألمانيا سحب جنودها من مالي.", .withdrawal, date: "2025-10-13/.."),
    // The day of a body's name dates nothing: the words are of the day of the paper.
    Expectation(
      "قالت حركة 23 مارس إنها ستنسحب من المدينة.", .statement, date: "2025-10-13/2025-10-15"),
    Expectation(
      "ومنذ استئناف القتال في 18 مارس 2024، قتل 1500 شخص.", .casualty,
      date: "2024-03-18/2025-10-15"),
    Expectation(
      "ستغادر القوات القاعدة في مدة لا تتجاوز 30 يونيو 2026.", .withdrawal, .planned,
      date: "../2026-06-30"),
  ]

  @Test(arguments: cases)
  func `a date belongs to the event of its own clause`(_ expected: Expectation) throws {
    let found = try reports(expected.text, published: "2025-10-15")
    #expect(
      found.contains(where: expected.matches),
      "\(found.map { ($0.kind, $0.when?.edtf.description ?? "-") })")
  }

  @Test func `a relative date keeps its rule and depends on publication`() throws {
    let found = try reports("انسحبت القوات من البلدة أمس.", published: "2025-10-15")
    let when = try #require(found.first?.when)
    #expect(when.dependsOnPublication)
    #expect(
      when.relative?.resolve(against: try #require(Day("2025-12-02")))?.description == "2025-12-01")
  }

  @Test func `an absolute date stands on its own`() throws {
    let found = try reports("انسحبت القوات من البلدة في 3 مايو 2023.", published: "2025-10-15")
    let when = try #require(found.first?.when)
    #expect(!when.dependsOnPublication)
    #expect(when.relative == nil)
    #expect(when.expression != nil)
    #expect(when.certainty == .exact)
  }

  @Test func `a time that no words give is inferred and says so`() throws {
    let found = try reports("انسحبت القوات من البلدة.", published: "2025-10-15")
    let when = try #require(found.first?.when)
    #expect(when.certainty == .inferred)
    #expect(when.relation == .near)
    #expect(when.expression == nil)
  }

  @Test func `an undated article leaves relative dates as wide as its publication`() throws {
    let text = "انسحبت القوات من البلدة أمس. وكانت قد دخلتها في مايو 2023، وسيطرت عليها عام 2024."
    let found = try extraction(text)
    let withdrawal = try #require(found.reports.first { $0.report.kind == .withdrawal })
    #expect(withdrawal.report.when?.edtf.description == "2023-12-31/..")
    #expect(found.publication.basis == .inferred)
  }

  @Test func `an article without any date stays undated`() throws {
    let found = try extraction("انسحبت القوات من البلدة أمس.")
    #expect(found.publication.basis == .unknown)
    #expect(found.publication.date == nil)
    #expect(found.reports.map(\.report.when) == [nil])
  }
}

@Suite struct PublicationTests {
  @Test func `a given date is believed`() throws {
    let found = try extraction("بغداد - 3 أكتوبر 2025 - انسحبت القوات.", published: "2025-10-04")
    #expect(found.publication.basis == .given)
    #expect(found.publication.date?.description == "2025-10-04")
  }

  @Test func `a dateline dates the article and no event`() throws {
    let found = try extraction("بغداد - 3 أكتوبر 2025 - انسحبت القوات من البلدة أمس.")
    #expect(found.publication.basis == .dateline)
    #expect(found.publication.date?.description == "2025-10-03")
    #expect(found.reports.first?.report.when?.edtf.description == "2025-10-02")
  }

  @Test func `an interval is inferred from what is past and what is to come`() throws {
    let text = """
      انسحبت القوات الفرنسية من النيجر في ديسمبر 2023. ومن المقرر أن تنسحب من تشاد بحلول عام 2026.
      """
    let found = try extraction(text)
    #expect(found.publication.basis == .inferred)
    #expect(found.publication.date?.description == "2023-12-01/2026-12-31")
    #expect(found.publication.reason?.contains("ديسمبر 2023") == true)
  }

  @Test func `a headline is the title and no source of reports`() throws {
    let text = """
      القوات الفرنسية تغادر النيجر

      غادرت القوات الفرنسية قاعدتها في نيامي بعد أسابيع من التوتر مع السلطات العسكرية في البلاد.
      """
    let found = try extraction(text, published: "2023-12-20")
    #expect(found.title == "القوات الفرنسية تغادر النيجر")
    #expect(found.reports.count == 1)
  }
}
