import ArgumentParser
import Foundation
import Synchronization
import Tarikh

/// Shows the main job on sample articles in a temporary store.
struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the main job on sample articles; needs nothing and leaves nothing behind.",
    discussion: """
      EXAMPLES:
        tarikh demo
        tarikh demo --keep demo.tarikh && tarikh timeline --store demo.tarikh
      """)

  @Option(
    name: .long, help: "Keep the store in this new folder, to try the other commands on it.",
    completion: .directory)
  var keep: String?

  func run() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "tarikh-demo-\(ProcessInfo.processInfo.processIdentifier)")
    defer { if keep == nil { try? FileManager.default.removeItem(at: folder) } }
    if let keep, FileManager.default.fileExists(atPath: keep) {
      throw Failure(.cannotCreate, "\(keep): is there already; name a new folder")
    }
    let clock = DemoClock()
    let timeline = try Timeline.open(
      at: keep ?? folder.path, options: TimelineOptions(access: .create, now: { clock.now }))
    try await DemoStory(timeline: timeline, clock: clock).tell()
    if let keep { Console.note("The store is in \(keep); try: tarikh timeline --store \(keep)") }
  }
}

/// The demo's clock: it stands at the day of each article, as if it had been read when it came.
final class DemoClock: Sendable {
  private let time = Mutex(RecordedTime(rawValue: 0))

  var now: RecordedTime { time.withLock { $0 } }

  /// Moves to noon (UTC) of `day`.
  func set(to day: Day) {
    let microseconds = (Int64(day.rawValue) * 24 + 12) * 3_600_000_000
    time.withLock { $0 = RecordedTime(rawValue: microseconds) }
  }
}
