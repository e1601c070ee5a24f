import Foundation
import Tarikh

/// Looks at what is left of a store, and of copies of it.
struct StoreCheck {
  let scenario: Scenario
  let source: URL
  let folder: ScenarioFolder
  let notes: Notes

  func run() async throws {
    let check = LogCheck(appends: scenario.base + scenario.plan, notes: notes)
    switch scenario {
    case .restore: try await restored()
    case .backup:
      try await backedUp(check)
      try await store(.write, check)
    case .create: try await store(.create, check)
    default:
      if notes.said["scrubbed"] != nil { try expectScrubbed() }
      try await store(.write, check)
    }
  }

  private func open(_ place: URL, _ access: TimelineOptions.Access) throws -> Timeline {
    do {
      return try Timeline.open(
        at: place.path, options: TimelineOptions(access: access, now: CrashClock.now))
    } catch { throw Finding("the store does not open: \(error)") }
  }

  private func store(_ access: TimelineOptions.Access, _ check: LogCheck) async throws {
    let timeline = try open(folder.store, access)
    if let damaged = try timeline.damagedViews().first {
      throw Finding("view \(damaged.projection): \(damaged.reason)")
    }
    try views(of: timeline)
    try await check.run(on: timeline.log)
    try views(of: timeline)
  }

  /// Whether the views, brought up to the log, are those that a replay gives.
  private func views(of timeline: Timeline) throws {
    try timeline.updateViews()
    let found = try Timeline.viewNames.map { try timeline.viewHash(of: $0) }
    try timeline.replay(Timeline.viewNames, fromScratch: true) { _ in }
    guard try Timeline.viewNames.map({ try timeline.viewHash(of: $0) }) == found else {
      throw Finding("the views are not those that a replay gives")
    }
  }

  /// Whether the backup is whole or not there.
  private func backedUp(_ check: LogCheck) async throws {
    guard FileManager.default.fileExists(atPath: folder.backup.path) else {
      guard notes.said["copied"] == nil else { throw Finding("the backup was made and is gone") }
      try open(folder.store, .write).backUp(to: folder.backup.path) { _ in }
      return
    }
    let copy = try open(folder.backup, .write)
    let head = notes.said["copying"].flatMap(UInt64.init) ?? 0
    guard try copy.log.head().position.rawValue >= head else {
      throw Finding("the backup lacks events that were there when it began")
    }
    // What was appended after the backup began need not be in it.
    let appends = scenario.base + scenario.plan.prefix(scenario.plan.count / 2)
    let made = LogCheck(appends: appends, notes: check.notes)
    try made.contents(of: copy.log, isComplete: true)
    try made.sound(copy.log)
  }

  /// Whether the restored store is whole or not there.
  private func restored() async throws {
    if !FileManager.default.fileExists(atPath: folder.store.path) {
      guard notes.said["restored"] == nil else {
        throw Finding("the store was restored and is gone")
      }
      try Timeline.restoreStore(at: folder.store.path, from: source.path) { _ in }
    }
    let timeline = try open(folder.store, .write)
    try views(of: timeline)
    let check = LogCheck(appends: Scenario.source, notes: Notes())
    try await check.run(on: timeline.log, isComplete: true)
  }

  /// Whether no file has a word of what was redacted.
  private func expectScrubbed() throws {
    let redacted = Set(scenario.plan.compactMap(\.redacts))
    let stream = "article/0"
    let events = scenario.base.filter { $0.stream == stream }.flatMap { append in
      (0..<append.count).map { "\(append.key) \($0) \(append.key) \($0)" }
    }
    for path in ["log/data.mdb", "views/data.mdb"] {
      let bytes = try Data(contentsOf: folder.store.appending(path: path))
      for (revision, words) in events.enumerated() where redacted.contains(UInt64(revision)) {
        if bytes.range(of: Data(words.utf8)) != nil {
          throw Finding("\(path) still has the words of \(stream)@\(revision)")
        }
      }
    }
  }
}
