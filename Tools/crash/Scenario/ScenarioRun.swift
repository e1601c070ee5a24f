import Foundation
import Tarikh

/// A scenario as a child runs it, saying what it begins and what was acknowledged.
struct ScenarioRun: Sendable {
  let scenario: Scenario
  let folder: ScenarioFolder
  let source: URL
  let notes: NoteFile
  let plant: Plant?
  /// An order to the preload library that lets a call fail.
  let fault: String?

  func run() async throws {
    switch scenario {
    case .failing: try await appendAllTwice()
    case .append, .growth, .redact: try await appendAll(scenario.plan, to: openLog())
    case .group: try await appendAtOnce()
    case .projection: try await project()
    case .replay: try await replay()
    case .import: try await takeOver()
    case .create: try await create()
    case .scrub: try await scrub()
    case .backup: try await backUp()
    case .restore: try restore()
    case .compact: try compact()
    }
  }

  private func openLog() throws -> LMDBEventLog {
    try LMDBEventLog.open(at: folder.log, options: folder.options(scenario, plant))
  }

  func appendAll(_ plan: [PlannedAppend], to log: any EventLog) async throws {
    for append in plan { try await self.append(append, to: log) }
  }

  private func append(_ append: PlannedAppend, to log: any EventLog) async throws {
    try notes.write("began \(append.key)")
    if plant == .earlyAnswer { try notes.write("done \(append.key) - -") }
    let receipt = try await log.append(
      append.events, texts: append.texts, to: append.name, expecting: .any)
    let revision = receipt.revisions.map { "\($0.lowerBound)" } ?? "-"
    if plant != .earlyAnswer {
      try notes.write("done \(append.key) \(revision) \(receipt.position)")
    }
  }

  /// Makes an append that fails once more, on a disk that is well again.
  private func appendAllTwice() async throws {
    let log = try openLog()
    if let fault { try notes.write(fault) }
    for append in scenario.plan {
      do { try await self.append(append, to: log) } catch {
        try notes.write("failed \(append.key)")
        try notes.write("!heal")
        try await self.append(append, to: log)
      }
    }
  }

  private func appendAtOnce() async throws {
    let log = try openLog()
    let streams = Dictionary(grouping: scenario.plan, by: \.stream)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for plan in streams.values {
        group.addTask { try await appendAll(plan, to: log) }
      }
      try await group.waitForAll()
    }
  }

  private func openViews() throws -> ViewStore {
    try ViewStore.open(at: folder.views, projections: Projections.builtIn, options: .usual)
  }

  private func project() async throws {
    let log = try openLog()
    for turn in Set(scenario.plan.map(\.turn)).sorted() {
      try await appendAll(scenario.plan.filter { $0.turn == turn }, to: log)
      if plant == .splitCheckpoint {
        try SplitCheckpoint(folder: folder, log: log).catchUp()
      } else {
        let views = try openViews()
        _ = try ProjectionRunner(log: log, views: views, batchSize: 4).catchUp { _ in }
      }
      try notes.write("folded \(try log.head().position)")
    }
  }

  private func replay() async throws {
    let log = try openLog()
    try await appendAll(scenario.plan, to: log)
    let runner = ProjectionRunner(log: log, views: try openViews(), batchSize: 16)
    _ = try runner.replay(nil, fromScratch: true) { _ in }
    try notes.write("replayed \(try log.head().position)")
  }

  private func takeOver() async throws {
    let from = try LMDBEventLog.open(at: source, options: folder.options(scenario))
    let log = try openLog()
    var position = Position.zero
    while true {
      let events = try from.events(after: position, limit: 7)
      guard let last = events.last else { return }
      _ = try await log.restore(events, texts: try texts(of: events, in: from))
      position = last.position
      try notes.write("restored \(position)")
    }
  }
}

/// The texts that `events` refer to.
func texts(of events: [Event], in log: any EventLog) throws -> [ArticleText] {
  try events.compactMap { event in
    guard case .articleReceived(let article) = event.payload,
      let text = try log.text(for: article.text)
    else { return nil }
    return ArticleText(digest: article.text, text: text)
  }
}
