import ArabicDates
import EDTF
import Testing

@Suite struct `The Hijri calendar` {
  private func edtf(_ text: String, on reference: String = "2024-09-27") -> String? {
    DateRecognizer().mentions(in: text, reference: Day(reference)).first?.edtf?.description
  }

  @Test(arguments: [
    ("1 محرم 1400 هـ", "1979-11-20~"), ("1 رمضان 1446 هـ", "2025-03-01~"),
    ("10 ذو الحجة 1445 هـ", "2024-06-16~"), ("1 شوال 1440 هـ", "2019-06-04~"),
    ("24 رمضان 1420 هـ", "2000-01-01~"), ("12 ربيع الأول 1443", "2021-10-18~"),
  ])
  func `follows Umm al-Qura`(_ text: String, _ expected: String) { #expect(edtf(text) == expected) }

  @Test func `gives each month of the table 28 to 31 days, one after the other`() {
    var last: Day?
    for year in 1343...1499 {
      for month in ["محرم", "صفر", "رجب", "شعبان", "رمضان", "شوال", "ذو الحجة"] {
        let day = edtf("1 \(month) \(year) هـ").flatMap { Day(String($0.dropLast())) }
        #expect(day != nil, "\(month) \(year)")
        if let day, let last { #expect(day > last) }
        last = day
      }
    }
  }

  @Test func `goes on by arithmetic before and after its table`() {
    #expect(edtf("1 محرم 1300 هـ") == "1882-11-12~")
    #expect(edtf("1 محرم 1550 هـ")?.hasPrefix("2125-") == true)
  }

  @Test func `takes the year from the reference and the adjective`() {
    #expect(edtf("في شهر رمضان الماضي", on: "2024-09-27") == "2024-03-11~/2024-04-09~")
    #expect(edtf("في شهر رمضان المقبل", on: "2024-09-27") == "2025-03-01~/2025-03-29~")
    #expect(edtf("سيعقد في رمضان المقبل", on: "2024-09-27") == "2025-03-01~/2025-03-29~")
  }

  @Test func `of a month without a day and a Gregorian year is the one that fell in it`() {
    #expect(edtf("رمضان 2001") == "2001-11-16~/2001-12-15~")
  }
}
