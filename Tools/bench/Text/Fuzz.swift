import ArgumentParser
import Foundation
import Tarikh

/// Reads hostile articles, and looks at every quotation and at the memory.
struct Fuzz: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Extract from articles that were cut, joined, turned around and swollen.",
    discussion: """
      Every quotation must be the text at its offsets, no article may take more than ten seconds, \
      and the memory must not grow with the number of articles. Exits with 1 where one of them \
      is not so; a crash ends the program and names no article, but the seed repeats it.

      EXAMPLES:
        tarikh-bench fuzz --articles 100000 --seed 1
      """)

  @Option var articles = 100_000
  @Option var seed: UInt64 = 1
  @Flag(help: "A few hundred, as tests do.") var smoke = false

  func run() async throws {
    let samples = try await SampleArticles.all()
    var hostile = HostileArticles(from: samples.map(\.text), seed: seed)
    let count = smoke ? 300 : articles
    let extractor = Extractor()
    var reports = 0
    var slowest = Duration.zero
    var middle = 0
    for number in 1...max(1, count) {
      let text = hostile.next()
      let start = ContinuousClock.now
      let found = extractor.extract(
        text, publication: samples[number % samples.count].publication)
      slowest = max(slowest, ContinuousClock.now - start)
      try check(found, text, number)
      reports += found.reports.count
      if number == max(1, count / 2) { middle = MemoryUse.anonymousBytes }
      if number.isMultiple(of: 5_000) {
        print("\(number) articles, \(reports) reports, \(MemoryUse.anonymousBytes >> 20) MB")
      }
    }
    let end = MemoryUse.anonymousBytes
    print(
      "\(count) articles, seed \(seed): \(reports) reports, every quotation right; slowest "
        + "\(slowest); memory \(middle >> 20) MB after half, \(end >> 20) MB at the end")
    guard slowest < .seconds(10), end < middle + 64 << 20 else { throw ExitCode(1) }
  }

  private func check(_ found: Extraction, _ text: String, _ number: Int) throws {
    let scalars = Array(text.unicodeScalars)
    for report in found.reports.map(\.report) {
      guard let evidence = report.evidence else { continue }
      let range = evidence.range.start..<evidence.range.end
      guard range.upperBound <= scalars.count,
        String(String.UnicodeScalarView(scalars[range])) == evidence.quote
      else {
        print("article \(number) of seed \(seed): \(range) is not \(evidence.quote)")
        throw ExitCode(1)
      }
    }
  }
}
