import Foundation
import Tarikh

/// Looks at what a power cut has left of a scenario's folder.
struct ScenarioCheck {
  let scenario: Scenario
  let source: URL
  let views: ViewsCheck

  /// - Parameter scratch: a folder in which views may be built.
  init(_ scenario: Scenario, source: URL, scratch: URL) {
    self.scenario = scenario
    self.source = source
    views = ViewsCheck(scratch: scratch)
  }

  /// Throws what is wrong with the image in `root`, given what the child had said by then.
  func run(on root: URL, notes: Notes) async throws {
    var notes = notes
    notes.add(done: scenario.base)
    let check = LogCheck(appends: scenario.base + scenario.plan, notes: notes)
    let folder = ScenarioFolder(root: root)
    switch scenario {
    case .append, .failing, .group, .growth, .redact: try await check.run(on: try openLog(folder))
    case .projection, .replay:
      let log = try openLog(folder)
      let store = try opening("the views") {
        try ViewStore.open(at: folder.views, projections: Projections.builtIn, options: .usual)
      }
      try await views.run(on: log, views: store)
      try await check.run(on: log)
    case .import: try await takenOver(folder, notes)
    case .create, .scrub, .backup, .restore, .compact:
      try await StoreCheck(scenario: scenario, source: source, folder: folder, notes: notes).run()
    }
  }

  private func openLog(_ folder: ScenarioFolder) throws -> LMDBEventLog {
    var options = folder.options(scenario)
    options.pageChecking = .everyPage
    return try opening("the log") { try LMDBEventLog.open(at: folder.log, options: options) }
  }

  private func opening<Opened>(_ what: String, _ open: () throws -> Opened) throws -> Opened {
    do { return try open() } catch { throw Finding("\(what) does not open: \(error)") }
  }

  /// Whether the log is the beginning of the other one, with all that was said to be taken over.
  private func takenOver(_ folder: ScenarioFolder, _ notes: Notes) async throws {
    let from = try LMDBEventLog.open(at: source, options: folder.options(scenario))
    let all = try from.events(after: .zero, limit: .max)
    let log = try openLog(folder)
    let there = try log.events(after: .zero, limit: .max)
    let said = notes.said["restored"].flatMap(Int.init) ?? 0
    guard there == Array(all.prefix(there.count)) else {
      throw Finding("the restored log is not the beginning of its source")
    }
    guard there.count >= said else {
      throw Finding("\(said) events were said to be restored, \(there.count) are there")
    }
    // All of it again, as one who does not know how far it came.
    _ = try await log.restore(all, texts: try texts(of: all, in: from))
    guard try log.head() == from.head() else {
      throw Finding("restored again, the log is not its source")
    }
    try await LogCheck(appends: Scenario.source, notes: Notes()).run(on: log, isComplete: true)
  }
}
