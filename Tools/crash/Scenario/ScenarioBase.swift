import Foundation
import Tarikh

/// What is on the disk before a scenario begins.
struct ScenarioBase {
  let scenario: Scenario
  /// The folder that the child works on.
  let folder: URL
  /// The log that is taken over.
  let source: URL

  /// Makes both below `place`.
  static func make(_ scenario: Scenario, at place: URL) async throws -> ScenarioBase {
    let base = ScenarioBase(
      scenario: scenario, folder: place.appending(path: "base"),
      source: place.appending(path: "source"))
    try FileManager.default.createDirectory(at: base.folder, withIntermediateDirectories: true)
    let folder = ScenarioFolder(root: base.folder)
    if scenario.isOfStore {
      if !scenario.base.isEmpty { try await makeStore(folder.store, scenario.base) }
    } else if !scenario.base.isEmpty {
      let log = try LMDBEventLog.open(at: folder.log, options: folder.options(scenario))
      try await append(scenario.base, to: log)
      if scenario.hasViews { try catchUp(folder, log) }
      log.close()
    }
    if scenario == .import {
      let log = try LMDBEventLog.open(at: base.source, options: folder.options(scenario))
      try await append(Scenario.source, to: log)
      log.close()
    }
    if scenario == .restore { try await makeStore(base.source, Scenario.source) }
    return base
  }

  /// A store with views that were built twice, so that there are free pages.
  private static func makeStore(_ place: URL, _ plan: [PlannedAppend]) async throws {
    let timeline = try Timeline.open(
      at: place.path, options: TimelineOptions(access: .create, now: CrashClock.now))
    try await append(plan, to: timeline.log)
    try timeline.updateViews()
    try timeline.replay(Timeline.viewNames, fromScratch: true) { _ in }
  }

  private static func append(_ plan: [PlannedAppend], to log: any EventLog) async throws {
    for append in plan {
      try await log.append(append.events, texts: append.texts, to: append.name, expecting: .any)
    }
  }

  private static func catchUp(_ folder: ScenarioFolder, _ log: LMDBEventLog) throws {
    let views = try ViewStore.open(
      at: folder.views, projections: Projections.builtIn, options: .usual)
    _ = try ProjectionRunner(log: log, views: views, batchSize: 8).catchUp { _ in }
  }
}
