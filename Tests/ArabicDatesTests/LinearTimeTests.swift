import ArabicDates
import EDTF
import TestSupport
import Testing

@Suite(.serialized) struct `Hostile text` {
  private static let units = [
    "7", "2024 ", "مايو ", "شهر ", "من ", "منذ ", "حتى ", "بين ", "و ", "يوم ", "الثلاثاء ", "(",
    "27/", "1-2-", "الماضي ", "قبل ", "نحو ", "نهاية ", "هذا ", "ثلاثة و", "عام ", "من 1 إلى ",
    "آب/", "كل ", "ـ", "\u{200F}", "\u{64B}", "السنوات الخمس ", "1 يناير ", "ثلاثين ",
    "س", "سيعقد ", "الذي ", "a", ".", "\n", "🇮🇶",
  ]

  #if DEBUG
    private static let size = 4_000
    private static let line = 200_000
  #else
    private static let size = 60_000
    private static let line = 5_000_000
  #endif

  @Test(arguments: units)
  func `takes time in proportion to its length`(_ unit: String) {
    let recognizer = DateRecognizer()
    let day = Day("2024-09-27")
    let short = String(repeating: unit, count: Self.size / unit.utf8.count)
    let long = String(repeating: unit, count: 8 * Self.size / unit.utf8.count)
    func time(_ text: String) -> Duration {
      ThreadTime.least { _ = recognizer.mentions(in: text, reference: day) }
    }
    let first = time(short)
    let second = time(long)
    // Eight times the text; a quadratic reader would take sixty-four times as long.
    #expect(second < first * 24 + .milliseconds(200), "\(first) then \(second)")
  }

  @Test(arguments: ["7", "مايو "])
  func `on one long line is read in seconds`(_ unit: String) {
    let text = String(repeating: unit, count: Self.line / unit.utf8.count)
    let time = ContinuousClock().measure {
      _ = DateRecognizer().mentions(in: text, reference: Day("2024-09-27"))
    }
    #expect(time < .seconds(60))
  }
}
