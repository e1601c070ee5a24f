import Foundation
import Synchronization
import Tarikh
import TestSupport
import Testing

@Suite struct `Ingesting through the facade` {
  private let text =
    "أعلنت وزارة الدفاع الفرنسية، أمس، أن القوات الفرنسية ستغادر قاعدة الوادي في تشاد."

  @Test func `stores the article first, then its reports, in one append`() async throws {
    let timeline = try makeTimeline()
    let outcome = try await timeline.ingest(article("2025-03-10"))
    let events = try timeline.log.events(in: outcome.stream, from: .zero, limit: 100)
    #expect(events.first?.payload.type == .articleReceived)
    #expect(events.dropFirst().allSatisfy { $0.payload.type == .reported })
    #expect(events.count > 1)
    #expect(Set(events.map(\.recorded)).count == 1)
  }

  @Test func `keeps the text, so that every quote can be shown in its place for ever`() async throws
  {
    let timeline = try makeTimeline()
    let outcome = try await timeline.ingest(article("2025-03-10"))
    let events = try timeline.log.events(in: outcome.stream, from: .zero, limit: 100)
    let received = try #require(events.first)
    let stored = try #require(try timeline.text(of: received))
    let scalars = Array(stored.unicodeScalars)
    for case .reported(let report) in events.map(\.payload) {
      let evidence = try #require(report.evidence)
      var quote = String.UnicodeScalarView()
      quote.append(contentsOf: scalars[evidence.range.start..<evidence.range.end])
      #expect(String(quote) == evidence.quote)
    }
  }

  @Test func `stores many in the order in which they were given`() async throws {
    let timeline = try makeTimeline()
    let inputs = (0..<40).map { ArticleInput(text: "\(text) \($0)", title: "\($0)") }
    let seen = Mutex<[Int]>([])
    try await timeline.ingest(inputs) { index, _ in
      seen.withLock { $0.append(index) }
      return true
    }
    #expect(seen.withLock { $0 } == Array(0..<40))
    try timeline.updateViews()
    let asOf = AsOf(valid: nil, knownAt: .head, publishedBy: nil, accordingTo: nil)
    #expect(try timeline.articles(asOf).entries.map(\.title) == (0..<40).map(String.init))
  }

  @Test func `stops after the commit in which it is told to, and tells of all that it stored`()
    async throws
  {
    let timeline = try makeTimeline()
    let inputs = (0..<200).map { ArticleInput(text: "\(text) \($0)") }
    let told = Mutex(0)
    try await timeline.ingest(inputs) { index, _ in
      told.withLock { $0 += 1 }
      return index < 3
    }
    let stored = try timeline.log.streams(after: nil, limit: 1000).count
    #expect(stored == told.withLock { $0 })
    #expect((4..<100).contains(stored))
  }

  @Test func `stores a text once that comes twice in one commit`() async throws {
    let timeline = try makeTimeline()
    let inputs = [ArticleInput(text: text), ArticleInput(text: text)]
    var outcomes: [IngestOutcome] = []
    try await timeline.ingest(inputs) { _, outcome in
      outcomes.append(outcome)
      return true
    }
    let stream = outcomes[0].stream
    #expect(outcomes[1] == .alreadyStored(stream))
    #expect(try timeline.log.streams(after: nil, limit: 10).map(\.name) == [stream])
  }

  @Test func `gives events the time of the clock that it was given`() async throws {
    let timeline = try makeTimeline(now: { RecordedTime(rawValue: 42_000_000) })
    try await timeline.ingest(article("2025-03-10"))
    #expect(try timeline.log.head().recorded == RecordedTime(rawValue: 42_000_000))
  }

  private func article(_ published: String) throws -> ArticleInput {
    let date = try EDTFExpression(parsing: published)
    return ArticleInput(
      text: text, publication: Publication(date: date, basis: .given, reason: nil))
  }

  private func makeTimeline(
    now: @escaping @Sendable () -> RecordedTime = SystemClock.now
  ) throws -> Timeline {
    let path = FileManager.default.temporaryDirectory.appending(path: "t-\(UUID()).store").path
    return try Timeline.open(at: path, options: TimelineOptions(access: .create, now: now))
  }
}
