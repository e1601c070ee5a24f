import Foundation
import Tarikh
import TestSupport
import Testing

@Suite struct `Views of an earlier log in a place of their own` {
  @Test func `answer as the store did then, for every position`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appending(path: "a.store").path
    var answers: [[State]] = []
    do {
      let timeline = try Timeline.open(at: path, options: TimelineOptions(access: .create))
      for article in try await SampleArticles.all().prefix(3) {
        try await timeline.ingest(article)
      }
      try timeline.updateViews()
      for position in 0...(try timeline.log.head().position.rawValue) {
        let limit = Position(rawValue: position)
        try timeline.replay(to: folder.url.appending(path: "\(position)"), upTo: limit) { _ in }
        answers.append(try timeline.state(query(.position(limit))).states)
      }
    }
    #expect(answers.contains { !$0.isEmpty })
    for (position, states) in answers.enumerated() {
      let bounded = try Timeline.open(
        at: path,
        options: TimelineOptions(
          access: .read, viewsFolder: folder.url.appending(path: "\(position)")))
      bounded.refreshViewsIfPossible()
      let then = try bounded.state(query(.head))
      #expect(then.footing.viewPosition == Position(rawValue: UInt64(position)))
      #expect(then.states == states)
    }
  }

  @Test func `are not made where there is something, nor beyond the head`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appending(path: "a.store").path
    let timeline = try Timeline.open(at: path, options: TimelineOptions(access: .create))
    #expect(throws: StoreError.self) { try timeline.replay(to: folder.url, upTo: nil) { _ in } }
    let place = folder.url.appending(path: "views")
    #expect(throws: QueryError.beyondHead(Position(rawValue: 1), head: .zero)) {
      try timeline.replay(to: place, upTo: Position(rawValue: 1)) { _ in }
    }
    #expect(!FileManager.default.fileExists(atPath: place.path))
  }

  private func query(_ knownAt: KnownAt) -> AsOfQuery {
    AsOfQuery(
      asOf: AsOf(
        valid: Day("2024-12-05"), knownAt: knownAt, publishedBy: nil, accordingTo: nil),
      subject: nil, attribute: nil, policy: .ontology)
  }
}
