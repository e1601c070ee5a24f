import ArgumentParser
import Foundation
import Tarikh

/// Times the reading of article text: dates alone, and everything.
struct TextBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: "Time the recogniser of dates and the extractor on texts.",
    discussion: """
      Reads NDJSON with a "text" a line, or the sample articles, over and over on one core, and \
      prints megabytes of UTF-8 a second, a JSON object a line.

      EXAMPLES:
        tarikh-bench text
        tarikh-bench text corpus.ndjson --seconds 20
      """)

  @Argument var file: String?
  @Option(help: "How long each of the two is measured.") var seconds = 5.0
  @Flag(help: "A moment, as tests do.") var smoke = false

  func run() async throws {
    var texts: [String] = []
    if let file {
      try await ArticleReader(readsManifests: false).forEachArticle(at: file) {
        texts.append(try $0.article.get().text)
      }
    } else {
      texts = try await SampleArticles.all().map(\.text)
    }
    guard let day = Day("2025-03-05") else { return }
    let recognizer = DateRecognizer()
    let dates = measure(texts) { recognizer.mentions(in: $0, reference: day).count }
    print(Self.line("dates", dates))
    let extractor = Extractor()
    let all = measure(texts) { extractor.extract($0, publication: nil).reports.count }
    print(Self.line("extract", all))
  }

  private func measure(_ texts: [String], _ read: (String) -> Int) -> (rate: Double, found: Int) {
    var found = 0
    for text in texts { found += read(text) }
    let clock = ContinuousClock()
    let start = clock.now
    let limit = Duration.seconds(smoke ? 0.05 : seconds)
    var bytes = 0
    while clock.now - start < limit {
      for text in texts {
        _ = read(text)
        bytes += text.utf8.count
      }
    }
    return (Double(bytes) / 1e6 / ((clock.now - start) / .seconds(1)), found)
  }

  private static func line(_ metric: String, _ result: (rate: Double, found: Int)) -> String {
    "{\"metric\":\"\(metric)\",\"megabytesPerSecond\":\(String(format: "%.3f", result.rate))"
      + ",\"found\":\(result.found)}"
  }
}
