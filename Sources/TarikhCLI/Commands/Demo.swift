import ArgumentParser
import Foundation
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
