import Foundation
import Tarikh

/// Whether views are those of the log up to their checkpoints, and can go on from there.
final class ViewsCheck {
  private let scratch: URL
  /// The digests of all views of the log's first events, by how many they are.
  private var digests: [UInt64: [String: Digest]] = [:]

  /// - Parameter scratch: a folder in which views may be built.
  init(scratch: URL) { self.scratch = scratch }

  func run(on log: any EventLog, views: ViewStore) async throws {
    let runner = ProjectionRunner(log: log, views: views, batchSize: 8)
    if let damaged = try runner.damagedViews().first {
      throw Finding("view \(damaged.projection): \(damaged.reason)")
    }
    let head = try log.head().position
    for status in try runner.statuses() {
      guard status.position <= head else {
        throw Finding("view \(status.name) is at \(status.position), the log at \(head)")
      }
      if case .failed(_, let reason) = status.state {
        throw Finding("view \(status.name) has stopped: \(reason)")
      }
      try await same(runner, status.name, at: status.position, log, "after the crash")
    }
    _ = try runner.catchUp { _ in }
    for name in views.projections.map(\.name) {
      try await same(runner, name, at: head, log, "after catching up")
    }
    _ = try runner.replay(nil, fromScratch: true) { _ in }
    for name in views.projections.map(\.name) {
      try await same(runner, name, at: head, log, "after a replay")
    }
  }

  private func same(
    _ runner: ProjectionRunner, _ name: String, at position: Position, _ log: any EventLog,
    _ when: String
  ) async throws {
    guard position > .zero else { return }
    let expected = try await digest(of: name, at: position, log)
    guard try runner.hash(of: name) == expected else {
      throw Finding("\(when), view \(name) is not that of the log up to \(position)")
    }
  }

  /// The digest of a view that was built from scratch.
  private func digest(
    of name: String, at position: Position, _ log: any EventLog
  ) async throws -> Digest? {
    if digests[position.rawValue] == nil {
      let folder = scratch.appending(path: "views-\(position)")
      try? FileManager.default.removeItem(at: folder)
      var options = ViewStoreOptions.usual
      options.isDurable = false
      let views = try ViewStore.open(
        at: folder, projections: Projections.builtIn, options: options)
      let first = MemoryEventLog(now: CrashClock.now)
      let events = try log.events(after: .zero, limit: Int(position.rawValue))
      _ = try await first.restore(events, texts: try texts(of: events, in: log))
      let runner = ProjectionRunner(log: first, views: views, batchSize: 512)
      _ = try runner.catchUp { _ in }
      digests[position.rawValue] = try Dictionary(
        uniqueKeysWithValues: views.projections.map { ($0.name, try runner.hash(of: $0.name)) })
    }
    return digests[position.rawValue]?[name]
  }
}
