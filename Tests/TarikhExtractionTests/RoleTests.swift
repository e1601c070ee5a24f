import TarikhExtraction
import TarikhModel
import Testing

@Suite struct `Who takes part in an event, and where` {
  /// A sentence, the kind of its report, and roles that the report must have (`!` must not).
  static let cases: [(text: String, kind: ReportKind, roles: [String])] = [
    // Joined doers.
    (
      "العراق والولايات المتحدة توصلا إلى اتفاق على جدول زمني.", .agreement,
      ["actor actor:iraq", "actor actor:us"]
    ),
    (
      "ستقوم الولايات المتحدة وشركاؤها في التحالف الدولي بتقليص مهمتهم في العراق.", .drawdown,
      ["actor actor:us", "actor actor:coalition", "place place:iraq"]
    ),
    (
      "التقى وزير الدفاع التركي يشار غولر، الأحد، وزير الدفاع السوري مرهف أبو قصرة في أنقرة.",
      .meeting, ["actor person:yasar-guler", "actor person:murhaf-abu-qasra", "place place:ankara"]
    ),
    // Whose soldiers move.
    (
      "قررت وزارة الدفاع الألمانية إرسال 120 جنديا إلى ليتوانيا.", .deployment,
      ["actor actor:germany-military", "place place:lithuania", "!destination place:lithuania"]
    ),
    ("طالب النواب بالانسحاب الأميركي الكامل.", .withdrawal, ["actor actor:us-military"]),
    ("يوجد في العراق نحو 2500 جندي أميركي.", .forceLevel, ["actor actor:us", "place place:iraq"]),
    // Prepositions, past the nouns that a name completes.
    (
      "انسحب الجيش الإسرائيلي من القرى الحدودية في جنوب لبنان.", .withdrawal,
      ["origin place:south-lebanon", "place place:south-lebanon"]
    ),
    (
      "انسحبت قوات الدعم السريع من محيط الخرطوم نحو أم درمان.", .withdrawal,
      ["origin place:khartoum", "destination place:omdurman", "!place place:omdurman"]
    ),
    (
      "غادرت القوات الأميركية قاعدة عين الأسد في محافظة الأنبار، وقاعدة فيكتوريا قرب بغداد.",
      .withdrawal,
      ["origin base:ain-al-asad", "origin base:victoria", "place place:anbar"]
    ),
    ("سيطر الجيش السوداني على مدينة ود مدني.", .control, ["place place:wad-madani"]),
    ("استعاد الجيش السوداني مطار الخرطوم الدولي.", .control, ["place place:khartoum-airport"]),
    (
      "سيطرت قوات الدعم السريع المدعومة من الإمارات على مدينة ود مدني.", .control,
      ["place place:wad-madani", "!place place:uae"]
    ),
    (
      "سلمت فرنسا قاعدة كوسي في نجامينا إلى الجيش التشادي.", .handover,
      ["recipient actor:chad-military", "place place:ndjamena"]
    ),
    // Who does it, and to whom.
    (
      "أعلنت جبهة البوليساريو أنها استهدفت مواقع للجيش المغربي.", .attack,
      ["actor actor:polisario", "target actor:morocco-military"]
    ),
    (
      "استشهد طفل إثر استهداف مسيرة إسرائيلية خيمة للنازحين.", .attack,
      ["actor actor:israel", "!target actor:israel"]
    ),
    (
      "سيطر الجيش السوداني على البلدة في 3 مايو، وانسحب منها أمس.", .withdrawal,
      ["actor actor:sudan-military"]
    ),
    ("أصيب عنصران من الحشد الشعبي في انفجار عبوة.", .casualty, ["victim actor:iraq-pmf"]),
    (
      "أطلق الجيش العراقي عملية أمنية لملاحقة تنظيم داعش في صحراء الأنبار.", .operation,
      ["actor actor:iraq-security-forces", "target actor:isis", "place place:anbar"]
    ),
    (
      "دعا الاتحاد الأفريقي قوات الدعم السريع إلى هدنة.", .demand,
      ["actor actor:african-union", "addressee actor:rsf"]
    ),
    (
      "أعلنت كتائب القسام، الجناح العسكري لحركة حماس، مسؤوليتها عن الهجوم.", .announcement,
      ["actor actor:qassam-brigades", "!addressee actor:hamas"]
    ),
  ]

  @Test(arguments: cases.indices)
  func `is read from the sentence`(_ index: Int) throws {
    let (text, kind, roles) = Self.cases[index]
    let found = try reports(text, published: "2026-03-04").filter { $0.kind == kind }
    let named = found.map { report in
      Set(report.participants.map { "\($0.role.rawValue) \($0.entity.rawValue)" })
    }
    let fits = named.contains { names in
      roles.allSatisfy {
        $0.hasPrefix("!") ? !names.contains(String($0.dropFirst())) : names.contains($0)
      }
    }
    #expect(fits, "\(text) \(named)")
  }

  @Test func `of a withdrawal told before goes on for the one that is named again`() throws {
    let text = """
      ستغادر القوات الأميركية قاعدة عين الأسد. وقال مسؤول إن الانسحاب سيبدأ الأحد المقبل.
      """
    let second = try #require(
      try reports(text, published: "2026-03-04").last { $0.kind == .withdrawal })
    #expect(second.participants.first?.entity.rawValue == "actor:us-military")
  }
}
