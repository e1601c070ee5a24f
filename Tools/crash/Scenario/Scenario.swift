import ArgumentParser
import Foundation
import TarikhLog

/// What a child does while the power may go.
enum Scenario: String, CaseIterable, ExpressibleByArgument, Sendable {
  /// One task appends, one append after the other.
  case append
  /// A sync fails now and then, before the power does.
  case failing
  /// Several tasks append at once, and share commits.
  case group
  /// The map is full again and again, and the file grows.
  case growth
  /// Views take what is appended, batch by batch.
  case projection
  /// Views are built anew beside the live ones, and swapped.
  case replay
  /// Bodies are erased.
  case redact
  /// A log takes over the events of another one.
  case `import`
  /// A store is made, and takes its first events.
  case create
  /// Bodies are erased, then all that is left of them in the files of a store.
  case scrub
  /// A store is copied while it is appended to.
  case backup
  /// A store is made from a backup.
  case restore
  /// A store gives its free pages back.
  case compact

  /// What is in the log before the child begins.
  var base: [PlannedAppend] {
    switch self {
    case .create, .import, .restore: []
    case .scrub, .backup, .compact: appends(turns: 0..<3, streams: 2)
    case .append, .failing, .group, .growth, .redact: appends(turns: 0..<2, streams: 2)
    case .projection, .replay: appends(turns: 0..<4, streams: 3)
    }
  }

  /// What the child appends; each stream's in order.
  var plan: [PlannedAppend] {
    switch self {
    case .append: appends(turns: 2..<6, streams: 2)
    case .failing: appends(turns: 2..<4, streams: 2)
    case .group: appends(turns: 2..<5, streams: 4)
    case .growth: appends(turns: 2..<6, streams: 2, valueBytes: 20_000)
    case .projection: appends(turns: 4..<7, streams: 3)
    case .replay: appends(turns: 4..<5, streams: 3)
    case .redact: redactions
    case .import, .restore, .compact: []
    case .create: appends(turns: 0..<2, streams: 2)
    case .scrub:
      Array(redactions.prefix(2)).map { redaction in
        var redaction = redaction
        redaction.turn += 1
        return redaction
      }
    case .backup: appends(turns: 3..<5, streams: 2)
    }
  }

  /// What the log holds that is taken over.
  static let source = appends(turns: 0..<4, streams: 3)

  /// Whether a whole store is worked on, not a log alone.
  var isOfStore: Bool { [.create, .scrub, .backup, .restore, .compact].contains(self) }

  var hasViews: Bool { self == .projection || self == .replay }

  /// Small enough that growth happens; else nothing but address space.
  var mapSize: Int { self == .growth ? 128 << 10 : 64 << 20 }

  private var redactions: [PlannedAppend] {
    (0..<4).map {
      PlannedAppend(stream: "article/0", turn: 2 + $0, count: 1, redacts: 1 + UInt64($0))
    }
  }

  private func appends(
    turns: Range<Int>, streams: Int, valueBytes: Int = 20
  ) -> [PlannedAppend] {
    Self.appends(turns: turns, streams: streams, valueBytes: valueBytes)
  }

  private static func appends(
    turns: Range<Int>, streams: Int, valueBytes: Int = 20
  ) -> [PlannedAppend] {
    turns.flatMap { turn in
      (0..<streams).map { stream in
        PlannedAppend(
          stream: stream.isMultiple(of: 2) ? "article/\(stream)" : "desk/\(stream)", turn: turn,
          count: 1 + (turn + stream) % 4 + (turn == 0 ? 3 : 0),
          valueBytes: turn == 3 && stream == 0 ? max(valueBytes, 9_000) : valueBytes,
          textBytes: turn == 0 && stream.isMultiple(of: 2) ? 6_000 : 0)
      }
    }
  }
}

/// A fault that is built into the child, to see that the harness finds it.
enum Plant: String, CaseIterable, ExpressibleByArgument, Sendable {
  /// Commits do not wait for the disk.
  case noSync = "no-sync"
  /// The append is acknowledged before it is committed.
  case earlyAnswer = "early-answer"
  /// The checkpoint of a view is written in another transaction than its rows.
  case splitCheckpoint = "split-checkpoint"
}

/// Where things lie below the folder that a scenario works in.
struct ScenarioFolder: Sendable {
  var root: URL

  var log: URL { root.appending(path: "log") }
  var views: URL { root.appending(path: "views") }
  var store: URL { root.appending(path: "store") }
  var backup: URL { root.appending(path: "backup") }

  func options(_ scenario: Scenario, _ plant: Plant? = nil) -> LMDBEventLogOptions {
    var options = LMDBEventLogOptions.usual(now: CrashClock.now)
    options.mapSize = scenario.mapSize
    options.followInterval = .seconds(1)
    if plant == .noSync { options.durability = .unsafeNoSync }
    return options
  }
}
