import ArabicDates
import EDTF
import Testing

/// Reference: Friday 27 September 2024.
@Suite struct `What only looks like a date` {
  private let day = Day("2024-09-27")

  @Test(arguments: [
    "قالت تيريزا ماي إن بلادها", "حميد شباط الأمين العام لحزب الاستقلال", "رجب طيب أردوغان",
    "مارس الوزير ضغوطا على الحكومة", "أب وابنه", "كان الأب مريضا", "أحد المسؤولين",
    "أصيب 2000 جندي", "نشر 2500 جندي في 2000 قرية", "بلغ العدد 1990 شخصا", "قرار رقم 2254",
    "صلاة الجمعة في المسجد", "سوق الخميس في المدينة", "رقم الهاتف 00963 939 114 037",
    "فاز الفريق 3-1", "النتيجة 2/1 للضيوف", "صحيفة أخبار اليوم", "المصري اليوم", "روسيا اليوم",
    "الأمين العام للأمم المتحدة", "المدير العام 2000 موظف", "في اليوم الذي وصل فيه",
    "الشمال الخميسي", "مئة عام من العزلة", "ثانية واحدة", "صفر نتائج", "باب المحرم مغلق",
    "سينخفض العدد إلى ألفين", "تراجعت القوة إلى ألف",
    "الربيع العربي", "طائرة بوينغ 2024", "بسعر 1999$", "نسبة 2011%", "الإصدار 1.2.2014.5",
    "حرب تموز", "الطريق 1948 متر", "مدرسة الأحد عشر", "كل عام وأنتم بخير",
  ])
  func `is not taken for one`(_ text: String) {
    let kinds: Set<DateMention.Kind> = [.date, .interval]
    let found = DateRecognizer().mentions(in: text, reference: day).filter {
      kinds.contains($0.kind)
    }
    #expect(found.map(\.expression) == [])
  }

  @Test(arguments: [
    ("استمرت المعركة ثلاثة أيام", "ثلاثة أيام", DateMention.Kind.duration),
    ("لمدة عشر سنوات", "عشر سنوات", .duration), ("دام عامين", "عامين", .duration),
    ("عمره 30 عاما", "30 عاما", .duration), ("يتظاهرون كل يوم جمعة", "كل يوم جمعة", .set),
    ("يقصفون يوميا", "يوميا", .set), ("كل أسبوع يجتمعون", "كل أسبوع", .set),
    ("الساعة 15:00", "الساعة 15:00", .time),
    ("في الساعة الثامنة صباحا", "الساعة الثامنة صباحا", .time),
    ("وصل قبل ساعتين", "قبل ساعتين", .time),
  ])
  func `durations, repeats and times are kept apart`(
    _ text: String, _ expression: String, _ kind: DateMention.Kind
  ) {
    let found = DateRecognizer().mentions(in: text, reference: day)
    #expect(found.map(\.expression) == [expression])
    #expect(found.map(\.kind) == [kind])
    #expect(found.map(\.edtf) == [nil])
  }

  @Test(arguments: [
    ("آب/أغسطس 2020", "2020-08"), ("في آب 2020", "2020-08"), ("شهر ماي", "2024-05"),
    ("في 5 ماي 2019", "2019-05-05"), ("في مارس 2011", "2011-03"), ("في 2 شباط 2011", "2011-02-02"),
  ])
  func `a doubtful month is one beside a day, a year or its twin`(_ text: String, _ edtf: String) {
    let found = DateRecognizer().mentions(in: text, reference: day)
    #expect(found.map(\.edtf?.description) == [edtf])
  }

  @Test(arguments: [
    "31 أبريل 2024", "30 فبراير 2023", "29 فبراير 2023", "32/1/2024", "1/13/13/2024",
  ])
  func `a day that no calendar has gives no such day`(_ text: String) {
    for mention in DateRecognizer().mentions(in: text, reference: day) {
      #expect(mention.edtf?.bounds.earliest.day != mention.edtf?.bounds.latest.day)
    }
  }

  @Test func `pointing words need the date they point at`() {
    let alone = DateRecognizer().mentions(
      in: "وفي العام نفسه رحل، وفي اليوم التالي دفن", reference: day)
    #expect(alone.map(\.edtf) == [nil, nil])
    let text = "ولد في 5 مايو 1930، وفي العام نفسه رحل والده، وفي العام التالي هاجر"
    let told = DateRecognizer().mentions(in: text, reference: day)
    #expect(told.map(\.edtf?.description) == ["1930-05-05", "1930", "1931"])
    let days = DateRecognizer().mentions(
      in: "قصفت البلدة في 5 مايو 2013، وفي اليوم التالي دخلها الجيش", reference: day)
    #expect(days.map(\.edtf?.description) == ["2013-05-05", "2013-05-06"])
    let years = DateRecognizer().mentions(
      in: "في العام 2024 نفذ 153 هجوما مقابل 121 في العام السابق", reference: day)
    #expect(years.map(\.edtf?.description) == ["2024", "2023"])
  }
}
