import Foundation
import Tarikh
import TestSupport
import Testing

@Suite struct `Reading saved pages` {
  private static let pages = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Fixtures/Pages").standardized

  @Test(arguments: [
    (
      "gulf-daily", "القوات الفرنسية تسلّم قاعدة في نجامينا", "صحيفة الساحل",
      "https://example.org/news/4711", "2025-01-30"
    ),
    ("iraqi-agency", "قوة أميركية تغادر معسكرا غربي بغداد", nil, nil, "2025-08-17"),
    (
      "maghreb-portal", "اتفاق على فتح المعبر - مرحلة أولى", "بوابة الأطلس",
      "https://example.org/atlas/99", "2025-03-11"
    ),
  ])
  func `give the running text and what they say of it`(
    name: String, title: String, outlet: String?, url: String?, published: String
  ) async throws {
    let page = Self.pages.appending(path: "\(name).html")
    let article = try await ArticleReader().article(at: page.path)
    let text = try String(contentsOf: Self.pages.appending(path: "\(name).txt"), encoding: .utf8)
    #expect(article.text == String(text.dropLast()))
    #expect(article.title == title)
    #expect(article.outlet == outlet)
    #expect(article.url == url)
    #expect(article.language == "ar")
    #expect(article.publication?.date?.description == published)
  }

  @Test(arguments: [
    ("utf-8", String.Encoding.utf8), ("utf-16le", .utf16LittleEndian),
    ("utf-16be", .utf16BigEndian),
  ])
  func `are read in the encoding that their first bytes tell`(
    name: String, encoding: String.Encoding
  ) async throws {
    let html = "\u{FEFF}<html><body><p>\(Self.sentence)</p></body></html>"
    let article = try await article(try #require(html.data(using: encoding)))
    #expect(article.text == Self.sentence)
  }

  @Test func `in an encoding that is not read are refused with its name`() async throws {
    let page = Data("<meta charset=koi8-r><p>x</p>".utf8)
    await #expect { try await article(page) } throws: { "\($0)".contains("\"koi8-r\"") }
  }

  @Test(arguments: ["", "<html></html>", "<nav>\(sentence)</nav>", "<script>var a = 1</script>"])
  func `without running text are refused`(html: String) async throws {
    await #expect { try await article(Data(html.utf8)) } throws: {
      "\($0)".contains("page.html: no running text was found")
    }
  }

  @Test func `are found in a folder beside texts`() async throws {
    let folder = try TemporaryFolder()
    try Data("<p>\(Self.sentence)</p>".utf8).write(to: folder.url.appending(path: "b.htm"))
    try Data(Self.sentence.utf8).write(to: folder.url.appending(path: "a.txt"))
    // What a browser keeps beside a page is no article.
    let frames = folder.url.appending(path: "b_files")
    try FileManager.default.createDirectory(at: frames, withIntermediateDirectories: true)
    try Data("<p>\(Self.sentence)</p>".utf8).write(to: frames.appending(path: "frame.html"))
    var texts: [String] = []
    try await ArticleReader().forEachArticle(at: folder.url.path) { found in
      texts.append(try found.article.get().text)
    }
    #expect(texts == [Self.sentence, Self.sentence])
  }

  @Test(arguments: [
    "<div>", "</div>", "<p>", "<a href=x>", "<table><td>", "&", "&#", "<", "<!--", "<div class='",
    "<script>", "</section><section><table><b>", "<h1>", "<li>",
  ])
  func `of one thing over and over take time in proportion to it`(unit: String) async throws {
    func seconds(_ count: Int) async throws -> Double {
      let page = Data((String(repeating: unit, count: count) + "<p>\(Self.sentence)").utf8)
      let clock = ContinuousClock()
      let start = clock.now
      _ = try? await article(page)
      return (clock.now - start) / .seconds(1)
    }
    let size = (1 << 15) / unit.utf8.count
    let (small, large) = (try await seconds(size), try await seconds(size * 4))
    #expect(large < 16 * small + 1)
  }

  @Test func `spoilt at random are read or refused, and never more`() async throws {
    var random = SplitMix64(seed: 20_251_126)
    let names = ["gulf-daily", "iraqi-agency", "maghreb-portal"]
    let whole = try names.map { try Data(contentsOf: Self.pages.appending(path: "\($0).html")) }
    for round in 0..<300 {
      var page = whole[round % whole.count]
      for _ in 0..<Int.random(in: 1...40, using: &random) where !page.isEmpty {
        let place = page.startIndex + Int.random(in: 0..<page.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: page[place] = UInt8.random(in: 0...255, using: &random)
        case 1: page = Data(page[..<place])
        case 2: page.insert(contentsOf: Data("<div><p>\"</".utf8), at: place)
        default: page = Data(page[place...] + page[..<place])
        }
      }
      do {
        let article = try await article(page)
        #expect(!article.text.isEmpty)
        #expect(!article.text.contains("<script"))
      } catch is ArticleError {}
    }
  }

  private static let sentence =
    "أعلنت وزارة الدفاع، اليوم، انسحاب آخر جنودها من القاعدة الجوية في البلاد."

  private func article(_ page: Data) async throws -> ArticleInput {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "page.html")
    try page.write(to: file)
    return try await ArticleReader().article(at: file.path)
  }
}
