import Foundation
import Tarikh
import TestSupport
import Testing

@Suite struct `Ingesting what an older extractor has read` {
  private let text =
    "أعلنت وزارة الدفاع الفرنسية، أمس، أن القوات الفرنسية ستغادر قاعدة الوادي في تشاد."

  @Test func `appends the difference, and nothing the next time but one`() async throws {
    let folder = try TemporaryFolder()
    let timeline = try open(folder)
    let (stream, found) = try await storeAsOlder(in: timeline)
    let outcome = try await timeline.ingest(ArticleInput(text: text))
    #expect(outcome == .updated(stream, added: found.count - 1, retracted: 1))
    let events = try timeline.log.events(in: stream, from: .zero, limit: .max)
    let targets = events.compactMap { event -> EventAddress? in
      if case .retracted(let target, _) = event.payload { target } else { nil }
    }
    #expect(targets == [EventAddress(stream: stream, revision: Revision(rawValue: 2))])
    #expect(Set(found.map(\.id)).isSubset(of: Set(events.map(\.id))))
    #expect(try await timeline.ingest(ArticleInput(text: text)) == .alreadyStored(stream))
  }

  @Test func `leaves alone what a person corrected`() async throws {
    let folder = try TemporaryFolder()
    let timeline = try open(folder)
    let (stream, found) = try await storeAsOlder(in: timeline)
    let stale = EventAddress(stream: stream, revision: Revision(rawValue: 2))
    _ = try await timeline.correct(
      stale, with: try #require(found.first).report, reason: "seen", by: "desk")
    let outcome = try await timeline.ingest(ArticleInput(text: text))
    #expect(outcome == .updated(stream, added: found.count - 1, retracted: 0))
  }

  @Test func `appends the difference once, however many read again at a time`() async throws {
    let folder = try TemporaryFolder()
    let timeline = try open(folder)
    let (stream, found) = try await storeAsOlder(in: timeline)
    let before = try timeline.log.events(in: stream, from: .zero, limit: .max).count
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          try await timeline.reextract([stream], isDryRun: false) { _, _, _ in true }
        }
      }
      try await group.waitForAll()
    }
    let events = try timeline.log.events(in: stream, from: .zero, limit: .max)
    #expect(events.count == before + found.count)
    #expect(Set(events.map(\.id)).count == events.count)
  }

  /// The article as version 0 would have left it: one right report, and one found no longer.
  private func storeAsOlder(
    in timeline: Timeline
  ) async throws -> (StreamName, [ExtractedReport]) {
    let extraction = Extractor().extract(text, publication: nil)
    let digest = Digest.sha256(of: text)
    let stream = StreamName.article(for: digest)
    let article = Article(
      title: nil, outlet: nil, url: nil, language: "ar", publication: extraction.publication,
      text: digest, length: text.unicodeScalars.count)
    let older = ExtractorVersion(name: Extractor.bundledVersion.name, version: "0")
    var first = try #require(extraction.reports.first)
    first.report.extractor = older
    var wrong = first.report
    wrong.kind = .attack
    let payloads: [EventPayload] = [
      .articleReceived(article), .reported(first.report), .reported(wrong),
    ]
    let events = payloads.map { NewEvent(id: EventID(content: $0), payload: $0) }
    _ = try await timeline.log.append(
      events, texts: [ArticleText(digest: digest, text: text)], to: stream, expecting: .noStream)
    return (stream, extraction.reports)
  }

  private func open(_ folder: TemporaryFolder) throws -> Timeline {
    try Timeline.open(
      at: folder.url.appending(path: "a.store").path, options: TimelineOptions(access: .create))
  }
}
