import Foundation
import Synchronization
import Tarikh
import TestSupport
import Testing

@Suite struct `Reading articles from files` {
  @Test func `front matter is taken off the text, and a byte order mark too`() async throws {
    let text = "\u{FEFF}---\ntitle: عنوان\nurl: https://example.org/a\n---\n\nنص الخبر.\n"
    let article = try await article(text)
    #expect(article.text == "نص الخبر.\n")
    #expect(article.title == "عنوان")
    #expect(article.url == "https://example.org/a")
    #expect(article.publication == nil)
  }

  @Test func `a text that only begins like front matter stays whole`() async throws {
    let text = "---\nنص بلا نهاية للرأس"
    #expect(try await article(text).text == text)
  }

  @Test func `line ends of other systems stay as they are in the text`() async throws {
    let text = "---\r\ntitle: عنوان\r\n---\r\nسطر\r\nسطر\r\n"
    let article = try await article(text)
    #expect(article.title == "عنوان")
    #expect(article.text == "سطر\r\nسطر\r\n")
  }

  @Test func `an RFC 3339 time of publication is its day`() async throws {
    let article = try await article("---\npublished: 2025-03-10T22:15:00+03:00\n---\nنص")
    #expect(article.publication?.date?.description == "2025-03-10")
  }

  @Test func `what a manifest says goes behind front matter and before nothing`() async throws {
    let folder = try TemporaryFolder()
    let manifest =
      #"[{"file":"a.txt","published":"2025-01-01","outlet":"م"},{"file":"b.txt","published":"2025-02-02"}]"#
    try write(manifest, "manifest.json", folder)
    try write("---\npublished: 2025-05-05\n---\nنص", "a.txt", folder)
    try write("نص آخر", "b.txt", folder)
    let found = try await all(folder)
    #expect(found.map { $0.publication?.date?.description } == ["2025-05-05", "2025-02-02"])
    #expect(found.map(\.outlet) == ["م", nil])
  }

  @Test(
    arguments: [
      ("a.txt", "---\ntitle: عنوان\npublised: 2025-01-01\n---\nنص", "at line 3", "published"),
      ("a.txt", "---\nOutlet: م\n---\nنص", "at line 2", "outlet"),
      ("a.ndjson", #"{"text":"نص","tilte":"عنوان"}"#, "a.ndjson:1", "title"),
      (
        "manifest.json", "[\n{\"file\":\"b.txt\",\n\"pubished\":\"2025\"}]", "manifest.json:3",
        "published"
      ),
    ])
  func `a misspelt key is named with its line and the one that is meant`(
    name: String, text: String, place: String, meant: String
  ) async throws {
    let folder = try TemporaryFolder()
    try write("نص آخر", "b.txt", folder)
    try write(text, name, folder)
    let words = Mutex<String>("")
    try await ArticleReader().forEachArticle(at: folder.path) { found in
      if case .failure(let error) = found.article { words.withLock { $0 += "\(error)" } }
    }
    let said = words.withLock { $0 }
    #expect(said.contains(place) && said.contains("\"\(meant)\""), "\(said)")
  }

  @Test func `keys of somebody else's are left alone`() async throws {
    let article = try await article(
      "---\ntitle: عنوان\nauthor: كاتب\ntags: [a]\nsite: x\nid: 5\ndate: y\n---\nنص")
    #expect(article.title == "عنوان")
    let folder = try TemporaryFolder()
    try write(
      #"[{"file":"a.txt","anchor":"2025-01-01","manner":"x","notes":1,"source":"y"}]"#,
      "manifest.json", folder)
    try write("نص", "a.txt", folder)
    #expect(try await all(folder).count == 1)
  }

  @Test func `lines longer than any article are passed over, and the next ones read`() async throws
  {
    let folder = try TemporaryFolder()
    let long = String(repeating: "x", count: 60 << 20)
    try write("{\"text\":\"\(long)\"}\n{\"text\":\"نص\"}\n", "c.ndjson", folder)
    let outcomes = Mutex<[String]>([])
    try await ArticleReader().forEachArticle(at: folder.path) { found in
      let text =
        switch found.article {
        case .success(let article): article.text
        case .failure(let error): "\(error)"
        }
      outcomes.withLock { $0.append(text) }
    }
    let seen = outcomes.withLock { $0 }
    #expect(seen.count == 2)
    #expect(seen.first?.contains("c.ndjson:1") == true)
    #expect(seen.last == "نص")
  }

  private func article(_ text: String) async throws -> ArticleInput {
    let folder = try TemporaryFolder()
    try write(text, "a.txt", folder)
    return try await ArticleReader().article(at: folder.url.appending(path: "a.txt").path)
  }

  private func all(_ folder: TemporaryFolder) async throws -> [ArticleInput] {
    var found: [ArticleInput] = []
    try await ArticleReader().forEachArticle(at: folder.path) { found.append(try $0.article.get()) }
    return found
  }

  private func write(_ text: String, _ name: String, _ folder: TemporaryFolder) throws {
    try Data(text.utf8).write(to: folder.url.appending(path: name))
  }
}
