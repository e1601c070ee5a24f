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
    if !scenario.base.isEmpty {
      let log = try LMDBEventLog.open(at: folder.log, options: folder.options(scenario))
      try await append(scenario.base, to: log)
      if scenario.hasViews { try catchUp(folder, log) }
      log.close()
    }
    if scenario == .restore {
      let log = try LMDBEventLog.open(at: base.source, options: folder.options(scenario))
      try await append(Scenario.source, to: log)
      log.close()
    }
    return base
  }

  private static func append(_ plan: [PlannedAppend], to log: LMDBEventLog) async throws {
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
