import Foundation
import Tarikh

/// The scenarios that work on a whole store.
extension ScenarioRun {
  private func open(_ access: TimelineOptions.Access) throws -> Timeline {
    try Timeline.open(
      at: folder.store.path, options: TimelineOptions(access: access, now: CrashClock.now))
  }

  func create() async throws {
    let timeline = try open(.create)
    try await appendAll(scenario.plan, to: timeline.log)
    try timeline.updateViews()
    try notes.write("folded \(try timeline.log.head().position)")
  }

  func scrub() async throws {
    let timeline = try open(.write)
    try await appendAll(scenario.plan, to: timeline.log)
    let scrubbing = try timeline.scrub(patience: .seconds(1)) { _, _ in }
    guard scrubbing.readers.isEmpty else { throw CrashError("somebody reads the store") }
    try notes.write("scrubbed \(scrubbing.zeroedBytes)")
  }

  func backUp() async throws {
    let timeline = try open(.write)
    let half = scenario.plan.count / 2
    try await appendAll(Array(scenario.plan.prefix(half)), to: timeline.log)
    try notes.write("copying \(try timeline.log.head().position)")
    try timeline.backUp(to: folder.backup.path) { _ in }
    try notes.write("copied yes")
    try await appendAll(Array(scenario.plan.dropFirst(half)), to: timeline.log)
  }

  func restore() throws {
    try Timeline.restoreStore(at: folder.store.path, from: source.path) { _ in }
    try notes.write("restored yes")
  }

  func compact() throws {
    _ = try Timeline.compact(at: folder.store.path, busyTimeout: .seconds(5)) { _ in }
    try notes.write("compacted yes")
  }
}
