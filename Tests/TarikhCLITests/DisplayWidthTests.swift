import Testing

// Only debug builds give a test what an executable keeps to itself.
#if DEBUG
  @testable import TarikhCLI

  @Suite struct `Text takes as many columns as a terminal gives it` {
    @Test(arguments: [
      ("troops", 6), ("", 0), ("قوات", 4), ("قُوّاتٌ", 4), ("لا", 2), ("e\u{301}", 1), ("漢字", 4),
      ("ﷺ", 1), ("한국", 4), ("ｗ", 2), ("😀", 2), ("\u{200D}", 0), ("\u{2068}ا\u{2069}", 1),
      ("\u{1B}", 0), ("٣١", 2),
    ])
    func `letters, vowel signs, wide characters and what is not drawn`(text: String, columns: Int) {
      #expect(DisplayWidth.of(text) == columns)
    }

    @Test func `what is cut keeps its vowel signs, and never takes more than its room`() {
      #expect(DisplayWidth.cut("قُوّات", to: 3) == "قُوّ…")
      #expect(DisplayWidth.cut("قُوّات", to: 4) == "قُوّات")
      for width in 0...8 {
        for text in ["漢字漢字", "troops", "قُوّاتٌ فرنسيةٌ", "😀😀"] {
          #expect(DisplayWidth.of(DisplayWidth.cut(text, to: width)) <= width, "\(text) \(width)")
        }
      }
    }

    @Test func `wrapped text has every word, and no line is too wide`() {
      let text = "وكان لفرنسا 10000 جندي في تشاد في بداية ديسمبر الماضي، وفقًا لتقارير صحفية"
      for width in 1...90 {
        let lines = Wrapping.lines(of: text, width: width)
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
      }
      #expect(Wrapping.lines(of: text, width: 90) == [text])
      #expect(Wrapping.lines(of: String(repeating: "ا", count: 25), width: 10).count == 3)
      #expect(Wrapping.lines(of: "", width: 10).isEmpty)
    }

    @Test func `hostile text cannot move the cursor, turn the line, or bury it under marks`() {
      let hostile = "a\u{1B}[2J\u{202E}b\u{2066}\u{200B}\u{E0041}c\r\nd\u{85}"
      #expect(Bidirectional.harmless(hostile) == "a[2Jbc  d")
      let marks = "a" + String(repeating: "\u{301}", count: 5000) + "b"
      #expect(Bidirectional.harmless(marks).unicodeScalars.count < 20)
      let arabic = Screen(width: 80, usesColour: false, isolates: true).text("ا\u{2069}ب")
      #expect(arabic == "\u{2068}اب\u{2069}")
    }
  }
#endif
