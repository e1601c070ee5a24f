import Foundation
import Tarikh

/// One run of `ingest`: stores articles a window at a time, so that all cores extract and any
/// corpus fits into memory, and keeps the views up to date behind them.
struct IngestRun {
  private let timeline: Timeline
  private let json: Bool
  private let progress: ProgressBar
  private let interruption: Interruption
  private var window: [(place: String, article: ArticleInput)] = []
  private var windowSize = 0
  /// The views being brought to what the last window stored, while the next one is read.
  private var updating: Task<Void, any Error>?
  private var tally = IngestTally()

  init(timeline: Timeline, interruption: Interruption, json: Bool, isQuiet: Bool) {
    self.timeline = timeline
    self.interruption = interruption
    self.json = json
    progress = ProgressBar("articles", isQuiet: isQuiet)
  }

  /// Takes an article into the window, or says why an input holds none.
  mutating func take(_ found: ArticleReader.Found) async throws {
    switch found.article {
    case .success(let article):
      window.append((found.place, article))
      windowSize += article.text.utf8.count
      if window.count == 256 || windowSize > 4 << 20 { try await store() }
    case .failure(let error):
      tally.reject(error)
      Console.note("tarikh: \(error)")
    }
  }

  /// Stores the rest, brings the views to the head, and says what was done.
  mutating func finish() async throws {
    try await store()
    try await updating?.value
    progress.finish()
    if !json { Console.note(tally.summary) }
    try tally.check()
  }

  private mutating func store() async throws {
    let places = window.map(\.place)
    let articles = window.map(\.article)
    window.removeAll()
    windowSize = 0
    var tally = tally
    try await timeline.ingest(articles) { index, outcome in
      tally.count(outcome)
      if json { try Console.write(JSONLine.encode(outcome.json(place: places[index]))) }
      progress.show(tally.articles, of: tally.articles + UInt64(articles.count - index - 1))
      return !interruption.isRequested
    }
    self.tally = tally
    try await updating?.value
    updating = Task { [timeline] in try timeline.updateViews() }
    if interruption.isRequested { try await updating?.value }
    try interruption.check(tally.summary)
  }
}
